"""Where the claims of two versions meet: the aligned sentences, and what each place became on the other side.

A region is one sentence operation. A figure at [40, 42) of an edited sentence stands, by the word marks, at
`region.image("old", span)` of the new text; that is how "12 killed" finds "21 killed".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from revtrack.model import (
    AnyClaim,
    Attribution,
    Claim,
    Claims,
    Date,
    Mark,
    MarkOp,
    Name,
    Passage,
    Quote,
    SentenceOp,
    Side,
    Span,
)
from revtrack.versions import wording

AClaim = TypeVar("AClaim", bound=Claim)
_FAR = 1 << 60
SILENT_ROLES = ("notice", "data")


@dataclass(frozen=True)
class Region:
    """One sentence operation as a map between its two sides."""

    op: SentenceOp

    @property
    def kept(self) -> bool:
        """Whether it stands on both sides."""
        return bool(self.op.old and self.op.new)

    @property
    def equal(self) -> bool:
        """Whether no word changed, wherever it stands now."""
        return self.kept and not self.changed

    @property
    def moved(self) -> bool:
        return self.op.op == "move"

    @cached_property
    def changed(self) -> tuple[Mark, ...]:
        """The marks of what is not the same on both sides."""
        return tuple(mark for mark in self.op.marks if mark.op != "equal")

    def touched(self, side: Side, span: Span) -> tuple[Mark, ...]:
        """The changed marks that reach into a span; an insertion counts for the words it stands between."""
        starts, ends = self._edges[side]
        return self.changed[bisect_right(ends, span.start) : bisect_left(starts, span.end)]

    def image(self, side: Side, span: Span) -> Span:
        """The stretch of the other side that a span of this one became; empty where it was taken out."""
        if not self.op.marks:
            return self._shifted(side, span)
        return Span(self._edge(side, span.start, 0), self._edge(side, span.end, 1))

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


@dataclass(frozen=True, slots=True)
class _Runs:
    """The marks seen from one side, those without words there left out."""

    rows: list[tuple[MarkOp, int, int, int, int]]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        rows = [row for row in self.rows if row[2] > row[1]] or self.rows
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "starts", [row[1] for row in rows])


@dataclass(frozen=True)
class Aligned:
    """Two versions and their regions, with the way from a claim to its region."""

    before: Claims
    after: Claims
    regions: tuple[Region, ...]
    rewritten: bool = False

    @classmethod
    def of(cls, before: Claims, after: Claims, operations: Iterable[SentenceOp], *, rewritten: bool = False) -> Aligned:
        return cls(before, after, tuple(Region(op) for op in operations), rewritten)

    def side(self, side: Side) -> Claims:
        return self.before if side == "old" else self.after

    def region(self, side: Side, sentence: int) -> Region:
        return self.regions[self._places[side][sentence]]

    def by_region(self, kind: type[AClaim]) -> list[tuple[Region, list[AClaim], list[AClaim]]]:
        """The claims of a kind, old and new, for each region that has any; those in notices left out."""
        rows: dict[int, tuple[list[AClaim], list[AClaim]]] = {}
        for at, side in enumerate(("old", "new")):
            for claim in self.telling(side, kind):  # type: ignore[arg-type]
                place = self._places[side][anchor(self.side(side), claim)]  # type: ignore[index,arg-type]
                rows.setdefault(place, ([], []))[at].append(claim)
        return [(self.regions[place], *rows[place]) for place in sorted(rows)]

    def telling(self, side: Side, kind: type[AClaim]) -> list[AClaim]:
        """The claims of a kind that can change, in text order: those of a notice cannot."""
        silent = self._silent[side]
        return [claim for claim in self.side(side).claims if isinstance(claim, kind) and claim.sentence not in silent]

    def quote_around(self, side: Side, span: Span) -> Quote | None:
        """The quotation whose marks hold a span, those in notices left out."""
        quotes, starts = self._quotes[side]
        at = bisect_right(starts, span.start) - 1
        return quotes[at] if at >= 0 and quotes[at].span.holds(span) else None

    def in_date_or_name(self, side: Side, offset: int) -> bool:
        """Whether an offset lies in a date or a name."""
        spans = self._dates_and_names[side]
        at = bisect_right(spans, Span(offset, _FAR)) - 1
        return at >= 0 and offset < spans[at].end

    def beside(self, side: Side, quote: Quote) -> list[Quote]:
        """The quotations right before and behind one."""
        quotes, starts = self._quotes[side]
        at = bisect_left(starts, quote.start)
        return [*quotes[max(0, at - 1) : at], *quotes[at + 1 : at + 2]]

    def telling_words(self, side: Side, region: Region) -> wording.Bag:
        """The words of a region's side that carry its content, counted once."""
        key = side, region.first(side)
        if key not in self._words:
            self._words[key] = wording.Bag(wording.telling(region.whole(side).of(self.side(side).text)))
        return self._words[key]

    def sentence_at(self, side: Side, offset: int) -> int:
        """The index of the sentence that holds an offset, or of the last one before it."""
        return sentence_at(self.side(side), offset)

    def sentence_of(self, side: Side, offset: int) -> Span:
        """The sentence that holds an offset, or the last one before it."""
        return self.side(side).sentences[self.sentence_at(side, offset)]

    def is_silent(self, side: Side, sentence: int) -> bool:
        """Whether a sentence is part of a notice, of furniture or of data: it makes no claim that can change."""
        return sentence in self._silent[side] or sentence in self._furniture[side]

    def in_furniture(self, side: Side, claim: AnyClaim | Passage) -> bool:
        return claim.sentence in self._furniture[side]

    @cached_property
    def _dates_and_names(self) -> dict[Side, list[Span]]:
        sides: tuple[Side, Side] = ("old", "new")
        return {
            side: sorted(claim.span for claim in self.side(side).claims if isinstance(claim, Date | Name))
            for side in sides
        }

    @cached_property
    def _words(self) -> dict[tuple[Side, int], wording.Bag]:
        return {}

    @cached_property
    def _places(self) -> dict[Side, list[int]]:
        old, new = [0] * len(self.before.sentences), [0] * len(self.after.sentences)
        for place, region in enumerate(self.regions):
            for index in region.op.old:
                old[index] = place
            for index in region.op.new:
                new[index] = place
        return {"old": old, "new": new}

    @cached_property
    def _quotes(self) -> dict[Side, tuple[list[Quote], list[int]]]:
        old, new = self.telling("old", Quote), self.telling("new", Quote)
        return {"old": (old, [quote.start for quote in old]), "new": (new, [quote.start for quote in new])}

    @cached_property
    def _silent(self) -> dict[Side, frozenset[int]]:
        return {"old": _in_roles(self.before, SILENT_ROLES), "new": _in_roles(self.after, SILENT_ROLES)}

    @cached_property
    def _furniture(self) -> dict[Side, frozenset[int]]:
        return {"old": _in_roles(self.before, ("furniture",)), "new": _in_roles(self.after, ("furniture",))}


def anchor(claims: Claims, claim: Claim) -> int:
    """The sentence a claim is compared in: an attribution's is that of its cue."""
    if isinstance(claim, Attribution):
        return sentence_at(claims, claim.cue.start)
    return claim.sentence


def sentence_at(claims: Claims, offset: int) -> int:
    """The index of the sentence that holds an offset, or of the last one before it."""
    return max(0, bisect_right(claims.sentences, Span(offset, _FAR)) - 1)


def _in_roles(claims: Claims, roles: Sequence[str]) -> frozenset[int]:
    blocks = (block for block in claims.blocks if block.role in roles)
    return frozenset(index for block in blocks for index in range(block.first, block.last))
