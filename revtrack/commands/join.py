"""`revtrack join`: two articles that are one story become one."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import completion, exit_codes, options, output


@click.command("join")
@click.argument("article", shell_complete=completion.articles)
@click.argument("other", shell_complete=completion.articles)
@click.option("-m", "--message", "note", default="", metavar="NOTE", help="Why.")
@options.store
def command(article: str, other: str, note: str, store: str | None) -> int:
    """Make the revisions of ARTICLE revisions of OTHER.

    All are numbered anew, by time. The name ARTICLE leads to OTHER from now on. The history is not rewritten; the
    joining is recorded in it, and `revtrack undo` takes it back within the hour.

    \b
    Examples:
      revtrack join story draft
      revtrack join story draft -m "One story, filed twice"
    """
    from revtrack.report import act_lines

    archive = revtrack.open(store)
    output.write(act_lines.done(archive.join(article, other, note=note)))
    output.warn_of_divergence(archive)
    return exit_codes.DONE
