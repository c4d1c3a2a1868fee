"""`revtrack list`: the articles of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from revtrack.shell import operands, options, output

if TYPE_CHECKING:
    from revtrack.model import Listing


@click.command("list")
@options.store
def command(store: str | None) -> int:
    """List the articles of the store, with the number of revisions and the last one.

    \b
    Examples:
      revtrack list
      revtrack list --store newsdesk
    """
    listings = operands.archive(store).articles()
    if listings:
        output.write(_table(listings))
    else:
        output.note("no articles yet: add one with `revtrack add FILE`")
    return 0


def _table(listings: list[Listing]) -> str:
    widest = max(len(listing.article) for listing in listings)
    return "\n".join(
        f"{listing.article:{widest}}  {_counted(listing.revisions):>13}  last {listing.last.time}"
        for listing in listings
    )


def _counted(revisions: int) -> str:
    return f"{revisions} revision{'s' * (revisions != 1)}"
