"""What one article says: figures, dates, names, quotes and attributions, read from its text alone."""

from __future__ import annotations

from revtrack.model import AnyClaim, Claims

__all__ = ["of"]


def of(text: str) -> Claims:
    """The claims of an article in text order; raises InputError for lone surrogates."""
    from revtrack.claims import attributions, dates, figures, names, quotes, resolve
    from revtrack.text import read

    reading = read(text)
    dated = dates.find(reading)
    counted = figures.find(reading, dated)
    named = names.find(reading)
    quoted = quotes.find(reading)
    quoted, said = resolve.link(named, quoted, attributions.find(reading, quoted), reading)
    claims: list[AnyClaim] = [*counted, *dated, *quoted, *said, *named]
    claims.sort(key=lambda claim: (claim.start, -claim.end, claim.kind))
    return Claims(text, "en", reading.blocks, reading.sentences, tuple(claims))
