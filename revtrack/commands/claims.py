"""`revtrack claims`: what one article claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import click

import revtrack
from revtrack.archive import resolved_dates
from revtrack.model import AnyClaim
from revtrack.shell import operands, options, output

if TYPE_CHECKING:
    from revtrack.model import Claims
    from revtrack.shell.operands import Version


@click.command("claims")
@click.argument("article")
@options.kinds(*(claim.kind for claim in get_args(AnyClaim)))
@options.formats("terminal", "json")
@options.store
def command(article: str, kinds: tuple[str, ...], form: str, store: str | None) -> int:
    """Print the figures, dates, quotes, attributions and names of ARTICLE.

    ARTICLE is a file, - for standard input, an article of the store, or one revision of it (ARTICLE@REV).
    Where a file has the name of an article, article:NAME means the article. Of a revision it is known when it was
    published: its dates are shown with the day they mean ("Thursday", 31 October 2024). Dates that cannot be, such
    as a Sunday that was a Monday, are told of at the end.

    \b
    Examples:
      revtrack claims draft.txt
      revtrack claims story@first --kind figure --kind quote
      revtrack claims story --format json
    """
    version = operands.version(article, store)
    found = resolved_dates.dated(_claims(version), version.revision)
    if kinds:
        found = replace(found, claims=tuple(claim for claim in found.claims if claim.kind in kinds))
    if form == "json":
        output.write(output.json_text(found.to_dict()))
    else:
        from revtrack.report import terminal

        output.write(terminal.claims(found, colour=output.has_colours()))
    return 0


def _claims(version: Version) -> Claims:
    """What a text claims; of a revision it is read once, and then kept."""
    if version.revision is None or version.source is None:
        return revtrack.extract(version.text)
    from revtrack.archive.cache import Kept

    known = Kept(version.source)
    found = known.claims(version.revision.blob, version.text)
    known.flush()
    return found
