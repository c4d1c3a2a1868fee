"""`revtrack man`: the manual page, made from the help of every command."""

from __future__ import annotations

import click

from revtrack.shell import exit_codes, manual, output


@click.command("man")
@click.pass_context
def command(ctx: click.Context) -> int:
    """Print the manual page, for `man`; packagers install it as revtrack.1.

    \b
    Examples:
      revtrack man > revtrack.1
      revtrack man | man -l -
    """
    output.write_bytes(manual.page(ctx.find_root()).encode())
    return exit_codes.DONE
