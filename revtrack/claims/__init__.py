"""What one article says: figures, dates, names, quotes and attributions, read from its text alone."""

from __future__ import annotations

from dataclasses import replace

from revtrack.model import AnyClaim, Claims, Date

__all__ = ["dated", "of"]


def of(text: str, known: Claims | None = None) -> Claims:
    """The claims of an article in text order; raises InputError for lone surrogates.

    `known` are the claims of another version: paragraphs that stand in both are not read twice,
    and the answer is the same as without it.
    """
    from revtrack.claims import dates, figures, names, quotes, resolve, signed, statements
    from revtrack.claims.dates import impossible
    from revtrack.claims.twins import Twins
    from revtrack.text import language, marks, read

    reading = read(text)
    spoken = language.of(reading.plain)
    twins = Twins(known)
    when = dates.find(reading, twins)
    counted = figures.find(reading, when, twins)
    named = names.find(reading)
    pieces = marks.find(reading.text, reading.spoken())
    quoted = quotes.find(reading, pieces)
    said = signed.find(reading, named, quoted, statements.find(reading, pieces, quoted, spoken, known))
    quoted, said = resolve.link(named, quoted, said, reading)
    claims: list[AnyClaim] = [*counted, *when, *quoted, *said, *named]
    claims.sort(key=lambda claim: (claim.start, -claim.end, claim.kind))
    warnings = impossible.among(when)
    return Claims(text, spoken, reading.blocks, reading.sentences, tuple(claims), warnings)


def dated(claims: Claims, published: str) -> Claims:
    """The claims of a text published at an ISO 8601 time: its dates with the day they mean, and what cannot be."""
    from revtrack.claims.dates import calendar, impossible

    known = calendar.resolved(claims, published)
    dates = [claim for claim in known.claims if isinstance(claim, Date)]
    return replace(known, warnings=impossible.among(dates, published))
