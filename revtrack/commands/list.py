"""`revtrack list`: the articles of the store."""

from __future__ import annotations

from collections.abc import Iterator

import click

import revtrack
from revtrack.model.listings import Listing
from revtrack.shell import exit_codes, options, output
from revtrack.versions import phrases

FACTS = 42  # columns of what is said of an article behind its name; a name without room for it has a line of its own


@click.command("list")
@options.store
def command(store: str | None) -> int:
    """List the articles of the store, with the number of revisions and the time of the latest.

    \b
    Examples:
      revtrack list
      revtrack list --store newsdesk
    """
    archive = revtrack.open(store)
    listings = archive.articles()
    output.warn_of_divergence(archive)
    if not listings:
        output.note("no articles yet: add one with `revtrack add FILE`")
        return exit_codes.DONE
    widest = max(len(listing.article) for listing in listings)
    room = max(1, output.width() - FACTS) if output.is_terminal() else widest
    lines = (line for listing in listings for line in _lines(listing, min(widest, room)))
    output.write_paged("\n".join(lines))
    return exit_codes.DONE


def _lines(listing: Listing, room: int) -> Iterator[str]:
    """An article on one line, or on two where its name is longer than there is room for."""
    facts = f"  {phrases.count(listing.revisions, 'revision'):>13}  last {listing.last.time}"
    name = listing.article
    if len(name) > room:
        yield name
        name = ""
    yield f"{name:{room}}{facts}"
