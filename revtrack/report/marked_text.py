"""Text as runs of kept, removed and added words, following the word marks of a diff.

A mark is shown whole: "about 8,000" -> "more than 10,000" is one mark, also around the claim "8,000".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import Literal, NamedTuple

from revtrack.model import Claims, Diff, Mark, SentenceOp, Side, Span, Spans
from revtrack.report.escaping import visible
from revtrack.versions import typeset
from revtrack.versions.phrases import ELLIPSIS
from revtrack.versions.stretches import joined, touching
from revtrack.versions.typeset import Look
from revtrack.versions.way import on_side

State = Literal["kept", "removed", "added"]

# Characters of its sentence shown on either side of a claim: enough for any sentence of prose.
CONTEXT = 400


class MarkedRun(NamedTuple):
    """Words with one state; `focus` marks those of the claim, `notes` holds the numbers of the changes made here.

    `look` says whether the article sets them bold or in italics.
    """

    text: str
    state: State = "kept"
    focus: bool = False
    notes: tuple[int, ...] = ()
    look: Look = ""


Runs = tuple[MarkedRun, ...]


def of_op(op: SentenceOp) -> tuple[Mark, ...]:
    """The word marks of a sentence operation; sentences added or deleted whole are one mark each."""
    if op.op == "add":
        return tuple(Mark("insert", 0, 0, span.start, span.end) for span in op.new_spans)
    if op.op == "delete":
        return tuple(Mark("delete", span.start, span.end, 0, 0) for span in op.old_spans)
    return op.marks


def changed(diff: Diff, side: Side) -> Spans:
    """The changed spans of one side, in text order and without overlaps."""
    marks = (mark for op in diff.sentences for mark in of_op(op) if mark.op != "equal")
    return joined(on_side(mark, side) for mark in marks)


def marked(claims: Claims, place: Span, focus: Spans, changed: Spans) -> tuple[Spans, Spans]:
    """The marks that touch a claim's words, and those of its whole sentence."""
    own = joined(span for part in joined(focus) for span in touching(changed, part))
    return own, tuple(touching(changed, _context(claims, place)))


def excerpt(claims: Claims, place: Span, focus: Spans, shown: Spans, state: State) -> Runs:
    """The sentence around a claim, with its words in focus and the given marks."""
    full, whole = _sentence(claims, place), _context(claims, place)
    focus = joined(focus)
    edges = {whole.start, whole.end}
    edges |= {min(max(edge, whole.start), whole.end) for span in (*focus, *shown) for edge in (span.start, span.end)}
    runs = [MarkedRun(f"{ELLIPSIS} ")] if whole.start > full.start else []
    for start, end in pairwise(sorted(edges)):
        part = Span(start, end)
        fate: State = state if any(touching(shown, part)) else "kept"
        runs.append(MarkedRun(visible(typeset.seen(claims.text, part)), fate, any(touching(focus, part))))
    return tuple(runs) if whole.end == full.end else (*runs, MarkedRun(f" {ELLIPSIS}"))


def _context(claims: Claims, place: Span) -> Span:
    full = _sentence(claims, place)
    return Span(max(full.start, place.start - CONTEXT), min(full.end, place.end + CONTEXT))


def _sentence(claims: Claims, place: Span) -> Span:
    """The sentences that a place lies in, first to last."""
    first = bisect_right(claims.sentences, place.start, key=lambda span: span.start) - 1
    last = bisect_left(claims.sentences, place.end, key=lambda span: span.start) - 1
    start = claims.sentences[first].start if first >= 0 else place.start
    end = claims.sentences[last].end if last >= 0 else place.end
    return Span(min(place.start, start), max(place.end, end))
