"""`revtrack list`: the articles of the store."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import exit_codes, options, output
from revtrack.versions import phrases


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
    lines = (
        f"{one.article:{widest}}  {phrases.count(one.revisions, 'revision'):>13}  last {one.last.time}"
        for one in listings
    )
    output.write_paged("\n".join(lines))
    return exit_codes.DONE
