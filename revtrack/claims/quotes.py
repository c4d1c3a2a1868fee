"""Quotations as found between their marks: a clause (`direct`), a fragment (`partial`), paragraphs (`block`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from revtrack.claims import bylined_quotes
from revtrack.model import Quote, QuoteForm, Span, Spans
from revtrack.text import Reading
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.text.marks import Piece

# Fewer words than this are a fragment, whatever their punctuation: "no limits" partnership.
SHORTEST_CLAUSE = 4


# The line under a block quotation that names its speaker: "— Ida Lind, harbour master".
_SIGNATURE = expression(r"[ \t]*(?:--|[-\u2013\u2014\u2015])[ \t]*(?=\w)[^\r\n]{1,120}\Z")


def set_off(reading: Reading, quotations: Spans, marked: Sequence[Piece]) -> list[Piece]:
    """The pieces between marks together with those that block quotations set off, a piece a paragraph.

    Marks inside a block quotation are part of it; where they enclose a whole paragraph of it, the paragraph is theirs.
    """
    pieces: list[Piece] = []
    for quotation in quotations:
        blocks = (Span(block.start, block.end) for block in reading.spoken())
        inside = (span for span in blocks if quotation.holds(span))
        spans = [span for span in inside if not _SIGNATURE.match(span.of(reading.plain))]
        free = [span for span in spans if not any(_encloses(piece, span) for piece in marked)]
        pieces += [Piece(span, span, closed=span == spans[-1]) for span in free]
    starts = [piece.outer.start for piece in pieces]
    outside = (piece for piece in marked if not _is_within(piece, pieces, starts))
    return sorted([*pieces, *outside], key=lambda piece: piece.outer)


def _encloses(piece: Piece, span: Span) -> bool:
    return piece.outer.start == span.start and piece.outer.end >= span.end - 1


def _is_within(piece: Piece, others: Sequence[Piece], starts: Sequence[int]) -> bool:
    place = bisect_right(starts, piece.outer.start) - 1
    return place >= 0 and piece.outer.start < others[place].outer.end


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
    if len(run) > 1 or run[0].outer == run[0].inner:  # set off, without marks
        return "block"
    if len(words.split()) < SHORTEST_CLAUSE:
        return "partial"
    inner = run[0].inner
    ends = words[-1] in ".,!?;:-" or reading.plain[run[0].outer.end : run[0].outer.end + 1] in ".,"
    return "direct" if words[:1].isupper() and ends and inner.end > inner.start else "partial"


def inside(quotes: list[Quote]) -> list[Span]:
    """The stretches between marks, in text order."""
    return [Span(quote.start, quote.end) for quote in quotes]
