"""`revtrack compare`: the diff of two files, without a store."""

from __future__ import annotations

import click

from revtrack.archive import files
from revtrack.shell import file_operands
from revtrack.shell.display import Display, display_options, show


@click.command("compare")
@click.argument("old_file")
@click.argument("new_file")
@display_options
def command(old_file: str, new_file: str, display: Display) -> int:
    """Show how claims changed between two files.

    One of them may be - for standard input.

    \b
    Examples:
      revtrack compare draft.txt final.txt
      revtrack compare draft.txt final.txt --format html -o changes.html
    """
    return show(file_operands.compared(old_file, new_file), display, (files.name(old_file), files.name(new_file)))
