"""`revtrack report`: the whole history of an article as one page."""

from __future__ import annotations

import click

from revtrack.archive import history_page, revision_steps
from revtrack.shell import operands, options, output


@click.command("report")
@click.argument("article")
@click.option("-o", "--output", "target", metavar="FILE", help="Write there instead of to standard output.")
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

    archive = operands.archive(store)
    made = history_page.of(revision_steps.told(archive, archive.revisions(operands.article(archive, article))))
    text = html.history(made.page, made.overall, made.others())
    if target or opened:
        output.write_report(target, text, opened=opened)
    else:
        output.write_bytes(text.encode())
    return 0
