"""`revtrack compare`: the diff of two files, without a store."""

from __future__ import annotations

import click

import revtrack
from revtrack.errors import InputError
from revtrack.shell import inputs
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
    return files(old_file, new_file, display)


def files(old_file: str, new_file: str, display: Display) -> int:
    """Show the diff of two files; raises InputError."""
    if old_file == new_file == inputs.STDIN:
        raise InputError("only one of the two can be standard input: name a file for the other")
    names = inputs.name(old_file), inputs.name(new_file)
    return show(revtrack.compare(inputs.text(old_file), inputs.text(new_file)), display, names)
