"""`revtrack report`: the whole history of an article, or a saved diff, as one page."""

from __future__ import annotations

import json

import click

import revtrack
from revtrack.archive import files
from revtrack.errors import InputError
from revtrack.shell import completion, exit_codes, options, output
from revtrack.shell.output import Destination

LARGEST = 100_000_000
"""Bytes of a saved diff: those of two versions of the largest text that is read are a third of it."""


@click.command("report")
@click.argument("article", required=False, shell_complete=completion.articles)
@click.option("--from", "saved", metavar="FILE", help="Report on a diff saved as JSON instead of on an article.")
@options.target("Write to FILE instead of standard output.")
@options.opened
@options.store
def command(article: str | None, saved: str | None, target: str | None, opened: bool, store: str | None) -> int:
    """Make one HTML page of the history of ARTICLE: its revisions, what changed, each claim's life, who spoke.

    With --from, of a diff that `revtrack diff` or `revtrack compare` wrote with --format json.

    \b
    Examples:
      revtrack report story -o story.html
      revtrack report story --open
      revtrack report --from diff.json -o diff.html
    """
    from revtrack.report import html

    destination = Destination("html", target, opened)
    if saved and article:
        raise click.UsageError("--from reports on a saved diff: leave out ARTICLE")
    if saved:
        destination.deliver(html.diff(_saved(saved)))
        return exit_codes.DONE
    if not article:
        raise click.UsageError("Missing argument 'ARTICLE'")
    made = revtrack.open(store).history_page(article)
    output.note_left_out(made.left_out)
    destination.deliver(html.history(made.page, made.overall, made.other_pairs()))
    return exit_codes.DONE


def _saved(name: str) -> revtrack.Diff:
    """The diff in a file; raises InputError."""
    with files.opened(name) as file:
        data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise InputError(f"{name}: is larger than {LARGEST // 1_000_000} MB: name a diff that revtrack saved")
        try:
            return revtrack.Diff.from_dict(json.loads(data))
        except ValueError as error:
            raise InputError(f"{name}: is not JSON: {error}: save one with `revtrack diff --format json`") from None
        except RecursionError:
            raise InputError(
                f"{name}: is JSON nested too deep: save a diff with `revtrack diff --format json`"
            ) from None
        except InputError as error:
            raise InputError(f"{name}: {error}") from None
