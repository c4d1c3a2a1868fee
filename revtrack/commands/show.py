"""`revtrack show`: the bytes of a revision, exactly as they were added."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import exit_codes, options, output


@click.command("show")
@click.argument("article", metavar="ARTICLE[@REV]")
@options.store
def command(article: str, store: str | None) -> int:
    """Print the text of a revision, exactly as it was added.

    Without @REV, the latest. REV is a number (-1 is the latest), first, latest, a date or time, or a commit id.

    \b
    Examples:
      revtrack show story
      revtrack show story@first > first.txt
    """
    output.write_bytes(revtrack.open(store).show(article))
    return exit_codes.DONE
