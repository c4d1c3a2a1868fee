"""`revtrack report`: the whole history of an article as one page."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import exit_codes, options, output
from revtrack.shell.output import Destination


@click.command("report")
@click.argument("article")
@click.option("-o", "--output", "target", metavar="FILE", help="Write to FILE instead of standard output.")
@options.opened
@options.store
def command(article: str, target: str | None, opened: bool, store: str | None) -> int:
    """Make one HTML page of the history of ARTICLE: its revisions, what changed, each claim's life, who spoke.

    \b
    Examples:
      revtrack report story -o story.html
      revtrack report story --open
    """
    from revtrack.report import html

    made = revtrack.open(store).history_page(article)
    output.note_left_out(made.left_out)
    text = html.history(made.page, made.overall, made.other_pairs())
    Destination("html", target, opened).deliver(text)
    return exit_codes.DONE
