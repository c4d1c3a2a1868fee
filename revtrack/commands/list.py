"""`revtrack list`: the articles of the store."""

from __future__ import annotations

import click

import revtrack
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
    room = output.width() - FACTS if output.is_terminal() else widest
    lines = (
        f"{one.article:{min(widest, room)}}{f'{chr(10)}{chr(32) * room}' if len(one.article) > room else ''}"
        f"  {phrases.count(one.revisions, 'revision'):>13}  last {one.last.time}"
        for one in listings
    )
    output.write_paged("\n".join(lines))
    return exit_codes.DONE
