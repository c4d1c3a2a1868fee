"""What one article says: figures, dates, names, quotes and attributions, read from its text alone."""

from __future__ import annotations

from revtrack.model import AnyClaim, Claims

__all__ = ["of"]


def of(text: str, known: Claims | None = None) -> Claims:
    """The claims of an article in text order; raises InputError for lone surrogates.

    `known` are the claims of another version: paragraphs that stand in both are not read for attributions twice,
    and the answer is the same as without it.
    """
    from revtrack.claims import dates, figures, names, quotes, resolve, statements
    from revtrack.text import language, marks, read

    reading = read(text)
    spoken = language.of(reading.plain)
    dated = dates.find(reading)
    counted = figures.find(reading, dated)
    named = names.find(reading)
    pieces = marks.find(reading.text, reading.spoken())
    quoted = quotes.find(reading, pieces)
    quoted, said = resolve.link(named, quoted, statements.find(reading, pieces, quoted, spoken, known), reading)
    claims: list[AnyClaim] = [*counted, *dated, *quoted, *said, *named]
    claims.sort(key=lambda claim: (claim.start, -claim.end, claim.kind))
    return Claims(text, spoken, reading.blocks, reading.sentences, tuple(claims))
