"""Two rows of words laid beside each other by what they stand for: the units of one that are units of the other.

A unit is a word or a phrase with the keys of what it may stand for. The pairing keeps the order of the rows and leaves
as little over as it can; what it leaves over is for others to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

# Rows whose product is larger are not laid out: the table of the pairing has a cell for every two words.
CELLS = 3600
# A pair that is the same word costs nothing, one in other words this little, so that the plainest pairing is found.
_OTHER_WORDS = 0.01


class MeaningUnit(NamedTuple):
    """A word or a phrase, what it may stand for, and the shape of its inflected word ("", "s", "ed", "ing", ...)."""

    start: int
    end: int
    keys: frozenset[str]
    shape: str = ""
    passive: bool = False

    @property
    def range(self) -> range:
        return range(self.start, self.end)


class UnitPair(NamedTuple):
    """Two units that stand for the same."""

    old: MeaningUnit
    new: MeaningUnit


@dataclass(frozen=True, slots=True)
class RowPart:
    """A part of one row: its bounds, the units that begin at each word, and what leaving a word over costs."""

    words: range
    units: Callable[[int], Sequence[MeaningUnit]]
    cost: Callable[[int], float]


@dataclass(frozen=True, slots=True)
class UnitPairing:
    """The pairs, in order, and the words left over on either side."""

    pairs: tuple[UnitPair, ...] = ()
    old: frozenset[int] = field(default_factory=frozenset)
    new: frozenset[int] = field(default_factory=frozenset)


Agree = Callable[[MeaningUnit, MeaningUnit], bool]
_Step = tuple[float, int, int, UnitPair | None]


def paired(old: RowPart, new: RowPart, agree: Agree) -> UnitPairing:
    """The cheapest pairing of two parts; nothing is paired where they are too long."""
    if len(old.words) * len(new.words) > CELLS:
        return UnitPairing((), frozenset(old.words), frozenset(new.words))
    steps = _steps(old, new, agree)
    pairs: list[UnitPair] = []
    i, j = old.words.stop, new.words.stop
    over: tuple[set[int], set[int]] = (set(), set())
    while (i, j) != (old.words.start, new.words.start):
        _, before_i, before_j, pair = steps[i, j]
        if pair:
            pairs.append(pair)
        else:
            over[0].update(range(before_i, i))
            over[1].update(range(before_j, j))
        i, j = before_i, before_j
    return UnitPairing(tuple(reversed(pairs)), frozenset(over[0]), frozenset(over[1]))


def _steps(old: RowPart, new: RowPart, agree: Agree) -> dict[tuple[int, int], _Step]:
    """For every two places the cheapest way there: its cost, the places before, and the pair between."""
    best: dict[tuple[int, int], _Step] = {(old.words.start, new.words.start): (0.0, 0, 0, None)}
    listed = {j: new.units(j) for j in new.words}
    old_end, new_end = old.words.stop, new.words.stop
    for i in range(old.words.start, old_end + 1):
        units = old.units(i) if i < old_end else ()
        left_over = old.cost(i) if i < old_end else 0.0
        for j in range(new.words.start, new_end + 1):
            cost = best[i, j][0]
            if i < old_end:
                _offer(best, (i + 1, j), (cost + left_over, i, j, None))
            if j == new_end:
                continue
            _offer(best, (i, j + 1), (cost + new.cost(j), i, j, None))
            for a in units:
                for b in listed[j]:
                    if a.end <= old_end and b.end <= new_end and not a.keys.isdisjoint(b.keys) and agree(a, b):
                        price = cost + _price(a, b)
                        _offer(best, (a.end, b.end), (price, i, j, UnitPair(a, b)))
    return best


def _price(old: MeaningUnit, new: MeaningUnit) -> float:
    single = old.end - old.start == 1 and new.end - new.start == 1
    return 0.0 if single and old.keys == new.keys and old.shape == new.shape else _OTHER_WORDS


def _offer(best: dict[tuple[int, int], _Step], place: tuple[int, int], step: _Step) -> None:
    known = best.get(place)
    if known is None or step[0] < known[0] - 1e-9:
        best[place] = step
