"""`revtrack init`: make a store."""

from __future__ import annotations

from pathlib import Path

import click

from revtrack.shell import output


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
    from revtrack.store import Store

    made = Store.init(Path(directory))
    output.write(f"{made.path}: the store is ready; add an article with `revtrack add FILE`")
    return 0
