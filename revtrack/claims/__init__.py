"""What one article says: figures, dates, names, quotes and attributions, read from its text alone."""

from __future__ import annotations

from dataclasses import replace

from revtrack.model import AnyClaim, Claims, Date

__all__ = ["dated", "of"]


def of(text: str) -> Claims:
    """The claims of an article in text order; raises InputError for lone surrogates."""
    from revtrack.claims import attributions, dates, figures, names, quotes, resolve
    from revtrack.claims.dates import impossible
    from revtrack.text import read

    reading = read(text)
    when = dates.find(reading)
    counted = figures.find(reading, when)
    named = names.find(reading)
    quoted = quotes.find(reading)
    quoted, said = resolve.link(named, quoted, attributions.find(reading, quoted), reading)
    claims: list[AnyClaim] = [*counted, *when, *quoted, *said, *named]
    claims.sort(key=lambda claim: (claim.start, -claim.end, claim.kind))
    warnings = impossible.among(when)
    return Claims(text, "en", reading.blocks, reading.sentences, tuple(claims), warnings)


def dated(claims: Claims, published: str) -> Claims:
    """The claims of a text published at an ISO 8601 time: its dates with the day they mean, and what cannot be."""
    from revtrack.claims.dates import calendar, impossible

    known = calendar.resolved(claims, published)
    dates = [claim for claim in known.claims if isinstance(claim, Date)]
    return replace(known, warnings=impossible.among(dates, published))
