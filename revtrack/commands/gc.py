"""`revtrack gc`: the store packed as small as Git can."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import exit_codes, options, output


@click.command("gc")
@options.store
def command(store: str | None) -> int:
    """Pack the store as small as Git can; nothing is deleted.

    `add` packs recent revisions by itself; run this after adding many texts.

    \b
    Examples:
      revtrack gc
      revtrack gc --store newsdesk
    """
    archive = revtrack.open(store)
    packed = archive.gc()
    output.write(f"{archive.path}: {packed.before:,} bytes before, {packed.after:,} now")
    return exit_codes.DONE
