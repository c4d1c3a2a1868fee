"""Two versions laid side by side: each claim with the region it is in, and the quotations around a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from revtrack.model import Attribution, Claim, Claims, Quote, Role, SentenceOp, Side, Span
from revtrack.model.record import Remembering, record
from revtrack.versions import wording
from revtrack.versions.way import SIDES, Region, sentence_at

if TYPE_CHECKING:
    from revtrack.versions.table_rows import CellPlace

AClaim = TypeVar("AClaim", bound=Claim)
# The blocks that make no claim of their own: a notice repeats what was wrong, and front matter is for machines.
SILENT: tuple[Role, ...] = ("notice", "data")


@record
class Aligned(Remembering):
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
        for at, side in enumerate(SIDES):
            claims, places = self.side(side), self._places[side]
            for claim in self.telling(side, kind):
                place = places[anchor(claims, claim)]
                if place not in rows:
                    rows[place] = [], []
                rows[place][at].append(claim)
        return [(self.regions[place], *rows[place]) for place in sorted(rows)]

    def telling(self, side: Side, kind: type[AClaim]) -> list[AClaim]:
        """The claims of a kind that can change, in text order: those of a notice cannot."""
        found: list[AClaim] = self._telling[side].get(kind, [])
        return found

    def quote_around(self, side: Side, span: Span) -> Quote | None:
        """The quotation whose marks hold a span, those in notices left out."""
        quotes = self.quotes[side]
        at = bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
        return quotes[at] if at >= 0 and quotes[at].span.holds(span) else None

    def telling_words(self, side: Side, region: Region) -> wording.Bag:
        """The words of a region's side that carry its content, counted once."""
        key = side, region.first(side)
        if key not in self._words:
            self._words[key] = wording.Bag(wording.telling(region.whole(side).of(self.side(side).text)))
        return self._words[key]

    def cell(self, side: Side, sentence: int) -> str:
        """What a cell of a table is under: "Murder, 2023"; nothing for a sentence of the copy."""
        place = self._cells[side].get(sentence)
        return place.heading if place else ""

    def lead_in(self, side: Side, sentence: int) -> str:
        """What an item of a list is about: "Killed"; nothing for another sentence."""
        return self._leads[side].get(sentence, "")

    def sentence_at(self, side: Side, offset: int) -> int:
        """The index of the sentence that holds an offset, or of the last one before it."""
        return sentence_at(self.side(side), offset)

    def sentence_of(self, side: Side, offset: int) -> Span:
        """The sentence that holds an offset, or the last one before it."""
        return self.side(side).sentences[self.sentence_at(side, offset)]

    @cached_property
    def _telling(self) -> dict[Side, dict[type[Claim], list[Any]]]:
        """The claims of each side that can change, by kind, in text order."""
        found: dict[Side, dict[type[Claim], list[Any]]] = {"old": {}, "new": {}}
        for side, by_kind in found.items():
            silent = self.silent[side]
            for claim in self.side(side).claims:
                if claim.sentence not in silent:
                    by_kind.setdefault(type(claim), []).append(claim)
        return found

    @cached_property
    def _words(self) -> dict[tuple[Side, int], wording.Bag]:
        return {}

    @cached_property
    def _cells(self) -> dict[Side, dict[int, CellPlace]]:
        from revtrack.versions import table_rows  # most articles have no table

        return {side: table_rows.places(self.side(side)) if self._has(side, "row") else {} for side in SIDES}

    @cached_property
    def _leads(self) -> dict[Side, dict[int, str]]:
        from revtrack.versions import list_leads

        return {side: list_leads.leads(self.side(side)) if self._has(side, "item") else {} for side in SIDES}

    def _has(self, side: Side, role: Role) -> bool:
        return any(block.role == role for block in self.side(side).blocks)

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
    def quotes(self) -> dict[Side, list[Quote]]:
        """The quotations of each side that can change, in text order."""
        return {side: self.telling(side, Quote) for side in SIDES}

    @cached_property
    def silent(self) -> dict[Side, frozenset[int]]:
        """The sentences of notices and data on each side."""
        return {side: sentences_in(self.side(side), *SILENT) for side in SIDES}


def anchor(claims: Claims, claim: Claim) -> int:
    """The sentence a claim is compared in: an attribution's is that of its cue."""
    if isinstance(claim, Attribution):
        return sentence_at(claims, claim.cue.start)
    return claim.sentence


def sentences_in(claims: Claims, *roles: Role) -> frozenset[int]:
    """The indices of the sentences in blocks of some roles."""
    blocks = (block for block in claims.blocks if block.role in roles)
    return frozenset(index for block in blocks for index in range(block.first, block.last))
