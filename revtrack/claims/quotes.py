"""Quotations as they stand between their marks: a clause (`direct`), a fragment (`partial`), paragraphs (`block`)."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.claims import bylined_quotes
from revtrack.model import Quote, QuoteForm, Span
from revtrack.text import Reading
from revtrack.text.fold import fold
from revtrack.text.marks import Piece

# Fewer words than this are a fragment, whatever their punctuation: "no limits" partnership.
SHORTEST_CLAUSE = 4


def find(reading: Reading, pieces: Sequence[Piece]) -> list[Quote]:
    """The quotations of an article in text order, with ids q1, q2, ...; speaker and attribution still open."""
    quotes: list[Quote] = []
    for run in _runs(reading, pieces):
        start, end = run[0].outer.start, run[-1].outer.end
        spans = tuple(piece.inner for piece in run)
        words = " ".join(fold(span.of(reading.text)) for span in spans)
        quotes.append(
            Quote(
                f"q{len(quotes) + 1}",
                start,
                end,
                reading.text[start:end],
                reading.sentence_at(start),
                words,
                spans,
                _form(reading, run, words),
            )
        )
    return quotes


def _runs(reading: Reading, pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that are one quotation: left open at the end of a paragraph, and opened again at the next by no other."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        last = runs[-1][-1] if runs else None
        goes_on = last and not last.closed and not reading.plain[last.outer.end : piece.outer.start].strip()
        if goes_on and not bylined_quotes.label(reading.plain, piece.inner.start, piece.inner.end):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _form(reading: Reading, run: list[Piece], words: str) -> QuoteForm:
    if len(run) > 1:
        return "block"
    if len(words.split()) < SHORTEST_CLAUSE:
        return "partial"
    inner = run[0].inner
    ends = words[-1] in ".,!?;:-" or reading.plain[run[0].outer.end : run[0].outer.end + 1] in ".,"
    return "direct" if words[:1].isupper() and ends and inner.end > inner.start else "partial"


def inside(quotes: list[Quote]) -> list[Span]:
    """The stretches between marks, in text order."""
    return [Span(quote.start, quote.end) for quote in quotes]
