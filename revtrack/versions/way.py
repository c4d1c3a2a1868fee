"""The way from a place of one version to its place in the other, by the word marks of the aligned sentences.

A region is one sentence operation. A figure at [40, 42) of an edited sentence is, by the word marks, at
`region.image("old", span)` of the new text; that is how "12 killed" finds "21 killed".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter

from revtrack.model import Claims, Diff, Mark, MarkOp, SentenceOp, Side, Span
from revtrack.model.record import Remembering, record

SIDES: tuple[Side, Side] = ("old", "new")
OTHER: dict[Side, Side] = {"old": "new", "new": "old"}
_FAR = 1 << 60


def on_side(mark: Mark, side: Side) -> Span:
    """The stretch of one side that a mark covers."""
    return Span(mark.old_start, mark.old_end) if side == "old" else Span(mark.new_start, mark.new_end)


@record
class Region(Remembering):
    """One sentence operation as a map between its two sides."""

    op: SentenceOp

    @cached_property
    def kept(self) -> bool:
        """Whether it is on both sides."""
        return bool(self.op.old and self.op.new)

    @cached_property
    def equal(self) -> bool:
        """Whether no word changed, wherever it is now."""
        return self.kept and not self.changed

    @property
    def moved(self) -> bool:
        return self.op.op == "move"

    @cached_property
    def changed(self) -> tuple[Mark, ...]:
        """The marks of what is not the same on both sides."""
        return tuple(mark for mark in self.op.marks if mark.op != "equal")

    def touched(self, side: Side, span: Span) -> tuple[Mark, ...]:
        """The changed marks that reach into a span; an insertion counts for the words it is between."""
        starts, ends = self._edges[side]
        return self.changed[bisect_right(ends, span.start) : bisect_left(starts, span.end)]

    def image(self, side: Side, span: Span) -> Span:
        """The stretch of the other side that a span of this one became; empty where it was taken out."""
        if not self.op.marks:
            return self._shifted(side, span)
        return Span(self._edge(side, span.start, 0), self._edge(side, span.end, 1))

    def kept_image(self, side: Side, span: Span) -> Span | None:
        """Where the words of a span went; None where none of them was kept."""
        if not self.kept:
            return None
        if not self.op.marks:
            return self._shifted(side, span)
        kept = (mark for mark in self.op.marks if mark.op == "equal")
        return self.image(side, span) if any(on_side(mark, side).overlaps(span) for mark in kept) else None

    def landing(self, side: Side, span: Span) -> int | None:
        """Where the end of a span is on the other side; None where its last words were not kept."""
        last = Span(max(span.start, span.end - 1), span.end)
        return self.image(side, last).end if self.kept and not self._changes_words(side, last) else None

    def meet(self, old: Span, new: Span) -> bool:
        """Whether a span of the old side became, or reaches into, one of the new side."""
        return self.image("old", old).overlaps(new) or self.image("new", new).overlaps(old)

    def whole(self, side: Side) -> Span:
        """The stretch from its first sentence to its last; the region must have some there."""
        spans = self.op.old_spans if side == "old" else self.op.new_spans
        return Span(spans[0].start, spans[-1].end)

    def first(self, side: Side) -> int:
        """Its first sentence on a side."""
        return (self.op.old if side == "old" else self.op.new)[0]

    def _changes_words(self, side: Side, span: Span) -> bool:
        return any(on_side(mark, side).overlaps(span) for mark in self.touched(side, span))

    def _shifted(self, side: Side, span: Span) -> Span:
        here, there = self.op.old_spans, self.op.new_spans
        if side == "new":
            here, there = there, here
        shift = there[0].start - here[0].start
        return Span(span.start + shift, span.end + shift)

    def _edge(self, side: Side, offset: int, last: int) -> int:
        runs = self._runs[side]
        place = bisect_right(runs.starts, offset - last) - 1
        op, start, _, other_start, other_end = runs.rows[max(0, place)]
        if op == "equal":
            return min(max(other_start, other_start + offset - start), other_end)
        return other_end if last else other_start

    @cached_property
    def _edges(self) -> dict[Side, tuple[list[int], list[int]]]:
        """Where the changed marks start and end on each side; both rise, since marks tile."""
        old = [mark.old_start for mark in self.changed], [mark.old_end for mark in self.changed]
        new = [mark.new_start for mark in self.changed], [mark.new_end for mark in self.changed]
        return {"old": old, "new": new}

    @cached_property
    def _runs(self) -> dict[Side, _Runs]:
        old = [(m.op, m.old_start, m.old_end, m.new_start, m.new_end) for m in self.op.marks]
        new = [(m.op, m.new_start, m.new_end, m.old_start, m.old_end) for m in self.op.marks]
        return {"old": _Runs(old), "new": _Runs(new)}


class _Runs:
    """The marks seen from one side, those without words there left out."""

    __slots__ = ("rows", "starts")

    def __init__(self, rows: list[tuple[MarkOp, int, int, int, int]]) -> None:
        self.rows = [row for row in rows if row[2] > row[1]] or rows
        self.starts = [row[1] for row in self.rows]


class NewPlaces:
    """Where each sentence of the old version is in the new one, or the gap between its neighbours where it is gone."""

    def __init__(self, diff: Diff) -> None:
        self._now: list[Span | None] = [None] * len(diff.before.sentences)
        for op in diff.sentences:
            if op.new and op.op != "move":
                whole = Region(op).whole("new")
                for index in op.old:
                    self._now[index] = whole
        self._ends = self._filled(0)
        self._starts = self._filled(len(diff.after.text))

    def of(self, sentence: int) -> Span:
        """What became of an old sentence, or the gap between its neighbours."""
        return self._now[sentence] or Span(self._ends[sentence], max(self._ends[sentence], self._starts[sentence]))

    def _filled(self, edge: int) -> list[int]:
        """For each old sentence the end of the last kept one before it (edge 0), or the start of the next after it."""
        found, last = [], edge
        spans = self._now if edge == 0 else self._now[::-1]
        for span in spans:
            found.append(last)
            if span:
                last = span.end if edge == 0 else span.start
        return found if edge == 0 else found[::-1]


def sentence_at(claims: Claims, offset: int) -> int:
    """The index of the sentence that holds an offset, or of the last one before it."""
    return max(0, bisect_right(claims.sentences, offset, key=attrgetter("start")) - 1)
