"""`revtrack gc`: the store made as small as Git can."""

from __future__ import annotations

import click

from revtrack.shell import operands, options, output


@click.command("gc")
@options.store
def command(store: str | None) -> int:
    """Pack the store as small as Git can; nothing is thrown away.

    `add` packs by itself what was added lately; this is worth its time after many texts came in.

    \b
    Examples:
      revtrack gc
      revtrack gc --store newsdesk
    """
    archive = operands.own_store(store)
    packed = archive.gc()
    output.write(f"{archive.path}: {packed.before:,} bytes before, {packed.after:,} now")
    return 0
