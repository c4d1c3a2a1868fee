"""What one article says: figures, dates, names, quotes and attributions, read from its text alone."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from revtrack.model import AnyClaim, Claims, Date, Figure, Name, guard
from revtrack.model.record import replace

if TYPE_CHECKING:
    from revtrack.text.markup import Shown

__all__ = ["dated", "is_compiled", "of"]


def of(text: str, known: Claims | None = None) -> Claims:
    """The claims of an article in text order; raises InputError for lone surrogates.

    `known` are the claims of another version as they are given here: paragraphs in both are not read twice,
    a text that is the same is not read again, and the answer is the same as without it. A passage on which reading
    fails has no claims, and a warning.
    """
    if known is not None and known.text == text:
        return known
    try:
        return _of(text, known)
    except Exception as error:
        if guard.must_raise(error):
            raise
    from revtrack.claims import unread

    return unread.around(text, _of)


def _of(text: str, known: Claims | None = None) -> Claims:
    from revtrack.text.markup import shown, translation

    copy = shown(text)
    return translation.in_file(_read(copy, known and translation.in_copy(known)), copy, text)


def _read(copy: Shown, known: Claims | None) -> Claims:
    from revtrack.claims import (
        bylined_quotes,
        colon_labels,
        credits,
        dates,
        figures,
        names,
        quotes,
        resolve,
        statements,
    )
    from revtrack.claims.dates import impossible
    from revtrack.claims.known_paragraphs import KnownParagraphs
    from revtrack.text import cells, language, marks, read

    text = copy.text
    reading = read(text, copy.captions)
    spoken = language.of(reading.plain)
    values = (claim for claim in known.claims if isinstance(claim, Date | Figure)) if known else ()
    tongue = language.of_numbers(reading.plain, spoken)
    taken = known if known and language.of_numbers(known.text, known.language) == tongue else None
    paragraphs = KnownParagraphs(taken.text, cells.parted(taken.blocks, taken.sentences), values) if taken else None
    when = dates.find(reading, paragraphs, tongue)
    counted = figures.find(reading, when, paragraphs, tongue)
    named = _beside(names.find(reading), [*counted, *when])
    pieces = quotes.set_off(reading, copy.quotations, marks.find(reading.text, reading.spoken()))
    quoted = quotes.find(reading, pieces)
    said = statements.find(reading, pieces, spoken, known)
    said = list(colon_labels.without(reading, named, said))
    said = credits.find(reading, named, bylined_quotes.find(reading, named, quoted, said))
    quoted, said = resolve.link(named, quoted, said, reading)
    claims: list[AnyClaim] = [*counted, *when, *quoted, *said, *named]
    claims.sort(key=lambda claim: (claim.start, -claim.end, claim.kind))
    warnings = impossible.among(when)
    return Claims(text, spoken, reading.blocks, reading.sentences, tuple(claims), warnings)


def _beside(named: list[Name], values: list[Figure | Date]) -> list[Name]:
    """The names that are no part of a figure or a date: "US" in "US$40 billion", "BC" in "44 BC"."""
    values.sort(key=lambda value: value.start)
    starts = [value.start for value in values]
    before = ((name, bisect_right(starts, name.start) - 1) for name in named)
    return [name for name, at in before if at < 0 or values[at].end < name.end]


def dated(claims: Claims, published: str) -> Claims:
    """The claims of a text published at an ISO 8601 time: its dates with the day they mean, and what cannot be."""
    from revtrack.claims.dates import calendar, impossible

    known = calendar.resolved(claims, published)
    dates = [claim for claim in known.claims if isinstance(claim, Date)]
    unread = tuple(warning for warning in claims.warnings if warning.message == guard.UNREAD)
    return replace(known, warnings=(*impossible.among(dates, published), *unread))


def is_compiled() -> bool:
    """Whether the tagger's inner loops run compiled; what they give is the same."""
    from revtrack.claims.tagger import passage, scoring

    return scoring.COMPILED and passage.COMPILED
