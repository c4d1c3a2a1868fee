"""Why one value may have become another: it says the same, is in its place, or the words beside it were kept.

In a stretch that was rewritten ("red warning as 40,000 lose power" -> "two dead as 110,000 lose power") the place alone
is no reason: there the same noun, the same words beside it, or the same unit are. Values of one list ("£4m, £3m and
£2m") pair in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from revtrack import lexicon
from revtrack.model import Attribution, Date, Figure, Side, Span
from revtrack.text.expressions import expression
from revtrack.text.fold import plain
from revtrack.text.tokens import COMPARED
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import Region, on_side

Value = TypeVar("Value", Figure, Date)

# Weights of likeness: the same value counts more than the same place, both more than what is counted. Words beside a
# value count up to REACH_WORDS of each side; the place in a list, where nothing else tells.
SAME_VALUE, SAME_PLACE, SAME_KIND, SAME_WORD, SAME_RANK = 2.0, 1.5, 0.5, 0.3, 0.6
# A stretch with no more other words than this on either side was edited in its place; a longer one was rewritten.
# Below four the labelled revisions lose real pairs, above six the real histories gain false ones.
IN_PLACE = 4
# How many words before and behind a value are compared, and how far away they may be, in code points.
REACH_WORDS, REACH = 3, 40
# More values than this in a sentence are no list that anybody pairs by its order.
LONGEST_LIST = 40

_WORD = expression(rf"{COMPARED}|%")


class ValueLikeness(Generic[Value]):
    """How alike an old and a new value of one region are; 0 where nothing says that one became the other."""

    def __init__(
        self,
        aligned: Aligned,
        region: Region,
        same: Callable[[Value, Value], bool],
        alike: Callable[[Value, Value], bool],
        measure: Callable[[Value], Hashable],
    ) -> None:
        self._aligned, self._region = aligned, region
        self._same: Callable[[Value, Value], bool] = same
        self._alike: Callable[[Value, Value], bool] = alike
        self._measure: Callable[[Value], Hashable] = measure
        self._beside: dict[tuple[Side, int], tuple[list[str], list[str]]] = {}
        self._ranks: dict[tuple[Side, int], int] = {}
        self._sources: dict[Side, list[Span]] = {}

    def of(self, old: Sequence[Value], new: Sequence[Value]) -> Callable[[Value, Value], float]:
        """The likeness of any of these to any of those."""
        if max(len(old), len(new)) > LONGEST_LIST:
            return self._likeness
        changed = (
            [claim for claim in old if not any(self._same(claim, other) for other in new)],
            [claim for claim in new if not any(self._same(other, claim) for other in old)],
        )
        self._ranks = _ranks(*changed, self._measure)
        return self._likeness

    def _likeness(self, old: Value, new: Value) -> float:
        score = SAME_VALUE * self._same(old, new)
        alike = self._alike(old, new)
        meets = self._region.meet(old.span, new.span)
        if self._is_out_of_step(old, new) and not self._shared(old, new):
            return score
        if meets and self._is_in_place(old.span, new.span):
            return score + SAME_PLACE + SAME_KIND * alike
        if self._counts_sources("old", old) != self._counts_sources("new", new):
            return score
        shared = self._shared(old, new) if meets or self._is_touched(old, new) else 0.0
        listed = self._is_in_step(old, new)
        if not (score or alike or shared or listed or (meets and self._may_be_one(old, new))):
            return 0.0
        return score + SAME_KIND * (alike or meets) + shared + SAME_RANK * listed

    def _is_in_place(self, old: Span, new: Span) -> bool:
        """Whether little was changed where both are."""
        touched = {*self._region.touched("old", old), *self._region.touched("new", new)}
        sides: tuple[tuple[Side, Span], ...] = (("old", old), ("new", new))
        for side, span in sides:
            text = self._aligned.side(side).text
            around = (on_side(mark, side) for mark in touched)
            outside = (
                text[start:end]
                for whole in around
                for start, end in ((whole.start, min(whole.end, span.start)), (max(whole.start, span.end), whole.end))
                if start < end
            )
            if sum(len(_WORD.findall(part)) for part in outside) > IN_PLACE:
                return False
        return True

    def _counts_sources(self, side: Side, value: Value) -> bool:
        """Whether a value counts who says so: "two people who have seen the report" were no part of "800 people"."""
        if side not in self._sources:
            claims = self._aligned.side(side).claims
            self._sources[side] = [
                part
                for claim in claims
                if isinstance(claim, Attribution) and claim.source
                for part in claim.source.spans
            ]
        return any(part.holds(value.span) for part in self._sources[side])

    def _is_touched(self, old: Value, new: Value) -> bool:
        return bool(self._region.touched("old", old.span) and self._region.touched("new", new.span))

    def _shared(self, old: Value, new: Value) -> float:
        """The worth of the words that are beside both, from the value outwards; small words alone tell nothing."""
        pairs = zip(self._words("old", old), self._words("new", new), strict=True)
        runs = [_common(here, there) for here, there in pairs]
        small = lexicon.words("small_words")
        if not any(word not in small for run in runs for word in run):
            return 0.0
        return SAME_WORD * sum(map(len, runs))

    def _words(self, side: Side, value: Value) -> tuple[list[str], list[str]]:
        """The words of its sentence before a value, nearest first, and behind it."""
        key = side, value.start
        if key not in self._beside:
            text, sentence = self._aligned.side(side).text, self._aligned.sentence_of(side, value.start)
            before = plain(text[max(sentence.start, value.start - REACH) : value.start]).lower()
            behind = plain(text[value.end : max(value.end, min(sentence.end, value.end + REACH))]).lower()
            self._beside[key] = _WORD.findall(before)[::-1][:REACH_WORDS], _WORD.findall(behind)[:REACH_WORDS]
        return self._beside[key]

    def _is_in_step(self, old: Value, new: Value) -> bool:
        """Whether both are at the same place of two lists of one measure and one length."""
        ranks = self._ranks.get(("old", old.start)), self._ranks.get(("new", new.start))
        if ranks[0] is None or ranks[0] != ranks[1] or self._measure(old) != self._measure(new):
            return False
        return self._is_touched(old, new)

    def _is_out_of_step(self, old: Value, new: Value) -> bool:
        """Whether both are in two lists of one measure and one length, at different places."""
        ranks = self._ranks.get(("old", old.start)), self._ranks.get(("new", new.start))
        return None not in ranks and ranks[0] != ranks[1] and self._measure(old) == self._measure(new)

    def _may_be_one(self, old: Value, new: Value) -> bool:
        """Whether two values of a rewritten stretch are of one measure and do not count different things."""
        return self._measure(old) == self._measure(new) and not (_noun(old) and _noun(new))


def _ranks(
    old: Iterable[Value], new: Iterable[Value], measure: Callable[[Value], Hashable]
) -> dict[tuple[Side, int], int]:
    """The places of the values in the lists that have two or more of a measure on both sides, equally many."""
    lists: dict[Hashable, dict[Side, list[int]]] = {}
    sides: tuple[tuple[Side, Iterable[Value]], ...] = (("old", old), ("new", new))
    for side, values in sides:
        for value in values:
            lists.setdefault(measure(value), {"old": [], "new": []})[side].append(value.start)
    return {
        (side, start): rank
        for key, both in lists.items()
        if key is not None and len(both["old"]) == len(both["new"]) > 1
        for side, starts in both.items()
        for rank, start in enumerate(starts)
    }


def _common(here: list[str], there: list[str]) -> list[str]:
    """The words that two lists begin with alike."""
    count = next((n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    return here[:count]


def _noun(value: Figure | Date) -> str | None:
    return value.noun if isinstance(value, Figure) else None
