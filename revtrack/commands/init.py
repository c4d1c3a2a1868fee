"""`revtrack init`: make a store."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import exit_codes, output


@click.command("init")
@click.argument("directory", default=".", metavar="[DIR]")
def command(directory: str) -> int:
    """Make a store for revisions in DIR, or in the current folder.

    It is a bare Git repository named .revtrack, which git can read, clone and push.

    \b
    Examples:
      revtrack init
      revtrack init newsdesk
    """
    archive = revtrack.Archive.create(directory)
    output.write(f"{archive.path}: the store is ready; add an article with `revtrack add FILE`")
    return exit_codes.DONE
