"""The diff of what readers see, put back to where it is in the two files.

Messages and comparisons know no markup: "**12**&nbsp;people" is "12 people" to them.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from revtrack.model import AnyClaim, Change, Claims, Diff, Mark, Notice, Passage, Place, SentenceOp, Span, Spans
from revtrack.model.record import replace
from revtrack.text import markup

Move = Callable[[int, int], Span]


def restored(diff: Diff, before: Claims, after: Claims) -> Diff:
    """The diff of two copies as the diff of the two files that they were made of."""
    if diff.before is before and diff.after is after:
        return diff
    old, new = _Side(before), _Side(after)

    def change(found: Change) -> Change:
        also = tuple(Place(old.place(place.old), new.place(place.new)) for place in found.also)
        return replace(found, old=old.claim(found.old), new=new.claim(found.new), also=also)

    def notice(found: Notice) -> Notice:
        side = old if found.side == "old" else new
        span = side.move(found.start, found.end)
        return replace(found, start=span.start, end=span.end, text=span.of(side.text))

    return replace(
        diff,
        before=before,
        after=after,
        sentences=tuple(_operation(operation, old, new) for operation in diff.sentences),
        changes=tuple(map(change, diff.changes)),
        furniture=tuple(map(change, diff.furniture)),
        notices=tuple(map(notice, diff.notices)),
    )


class _Side:
    """One version: its text in the file, its claims by id, and where a span of the copy is in it."""

    def __init__(self, claims: Claims) -> None:
        self.text = claims.text
        self.move: Move = markup.shown(claims.text).original
        self._claims = {claim.id: claim for claim in claims.claims}

    def claim(self, side: AnyClaim | Passage | None) -> AnyClaim | Passage | None:
        if not isinstance(side, Passage):
            return self._claims[side.id] if side else None
        span = self.move(side.start, side.end)
        return replace(side, start=span.start, end=span.end, text=span.of(self.text))

    def place(self, span: Span | None) -> Span | None:
        return self.move(span.start, span.end) if span else None

    def spans(self, spans: Spans) -> Spans:
        return tuple(self.move(span.start, span.end) for span in spans)


def _operation(operation: SentenceOp, old: _Side, new: _Side) -> SentenceOp:
    old_spans, new_spans = old.spans(operation.old_spans), new.spans(operation.new_spans)
    marks = [_mark(mark, operation, old, new) for mark in operation.marks]
    if marks:  # markup between two marks goes to the first, so that they tile as they did
        last = marks[-1]
        marks = [replace(a, old_end=b.old_start, new_end=b.new_start) for a, b in pairwise(marks)]
        marks.append(last)
    return replace(operation, old_spans=old_spans, new_spans=new_spans, marks=tuple(marks))


def _mark(mark: Mark, operation: SentenceOp, old: _Side, new: _Side) -> Mark:
    before = _run(mark.old_start, mark.old_end, operation.old_spans, old)
    after = _run(mark.new_start, mark.new_end, operation.new_spans, new)
    return Mark(mark.op, before.start, before.end, after.start, after.end)


def _run(start: int, end: int, spans: Spans, side: _Side) -> Span:
    """Where a run of words is in the file; of none behind the last word, where that one ends."""
    if start == end and spans and start >= spans[-1].end:
        last = side.move(spans[-1].start, spans[-1].end).end
        return Span(last, last)
    return side.move(start, end)
