"""`revtrack show`: the bytes of a revision, exactly as they came in."""

from __future__ import annotations

import click

from revtrack.shell import operands, options, output


@click.command("show")
@click.argument("article", metavar="ARTICLE[@REV]")
@options.store
def command(article: str, store: str | None) -> int:
    """Print the text of a revision, as it came in.

    Without @REV, the latest. REV is a number (-1 is the latest), first, latest, a date or time, or a commit id.

    \b
    Examples:
      revtrack show story
      revtrack show story@first > first.txt
    """
    archive = operands.archive(store)
    output.write_bytes(archive.read(operands.revision(archive, article)))
    return 0
