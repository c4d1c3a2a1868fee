"""Two rows of words laid beside each other by what they stand for: the units of one that are units of the other.

A unit is a word or a phrase with the keys of what it may stand for. The pairing keeps the order of the rows and leaves
as little over as it can; what it leaves over is for others to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from revtrack.model.named_tuple import NamedTuple
from revtrack.model.record import Frozen, record

# Rows whose product is larger are not laid out.
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


@record
class RowPart(Frozen):
    """A part of one row: its bounds, the units that begin at each word, and what leaving a word over costs."""

    words: range
    units: Callable[[int], Sequence[MeaningUnit]]
    cost: Callable[[int], float]


@record
class UnitPairing(Frozen):
    """The pairs, in order, and the words left over on either side."""

    pairs: tuple[UnitPair, ...] = ()
    old: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()


Agree = Callable[[MeaningUnit, MeaningUnit], bool]


class _Chain(NamedTuple):
    """Pairs in order, the last one first, and how much they save of what leaving their words over would cost."""

    gain: float = 0.0
    pair: UnitPair | None = None
    before: _Chain | None = None


def paired(old: RowPart, new: RowPart, agree: Agree) -> UnitPairing:
    """The cheapest pairing of two parts; nothing is paired where they are too long."""
    pairs: list[UnitPair] = []
    if len(old.words) * len(new.words) <= CELLS:
        chain: _Chain | None = _best(old, new, agree)
        while chain and chain.pair:
            pairs.append(chain.pair)
            chain = chain.before
    taken_old = {i for pair in pairs for i in pair.old.range}
    taken_new = {j for pair in pairs for j in pair.new.range}
    return UnitPairing(
        tuple(reversed(pairs)),
        frozenset(i for i in old.words if i not in taken_old),
        frozenset(j for j in new.words if j not in taken_new),
    )


def _best(old: RowPart, new: RowPart, agree: Agree) -> _Chain:
    """The chain of pairs that saves most: old words are gone through, `best[j]` is the best chain up to a new word."""
    places = _places(new)
    costs = {j: new.cost(j) for j in new.words}
    first = new.words.start
    best = [_Chain()] * (len(new.words) + 1)
    waiting: dict[int, list[tuple[int, _Chain]]] = {}
    for i in range(old.words.start, old.words.stop + 1):
        for end, chain in waiting.pop(i, ()):
            _enter(best, end - first, chain)
        if i == old.words.stop:
            break
        for a in old.units(i):
            if a.end > old.words.stop:
                continue
            saved = sum(map(old.cost, a.range))
            for b in _partners(a, places):
                if agree(a, b):
                    gain = saved + sum(costs[j] for j in b.range) - _price(a, b)
                    before = best[b.start - first]
                    waiting.setdefault(a.end, []).append((b.end, _Chain(before.gain + gain, UnitPair(a, b), before)))
    return best[-1]


def _enter(best: list[_Chain], end: int, chain: _Chain) -> None:
    for at in range(end, len(best)):
        if best[at].gain >= chain.gain - 1e-9:
            return
        best[at] = chain


def _places(part: RowPart) -> dict[str, list[MeaningUnit]]:
    """The units of a part by each of their keys."""
    places: dict[str, list[MeaningUnit]] = {}
    for index in part.words:
        for unit in part.units(index):
            if unit.end <= part.words.stop:
                for key in unit.keys:
                    places.setdefault(key, []).append(unit)
    return places


def _partners(unit: MeaningUnit, places: dict[str, list[MeaningUnit]]) -> Iterator[MeaningUnit]:
    """The units of the other part that share a key with one, each once, in order."""
    found = {other[:2] + other[3:]: other for key in unit.keys for other in places.get(key, ())}
    return iter(sorted(found.values(), key=_place))


def _place(unit: MeaningUnit) -> tuple[int, int, str]:
    return unit.start, unit.end, unit.shape


def _price(old: MeaningUnit, new: MeaningUnit) -> float:
    single = old.end - old.start == 1 and new.end - new.start == 1
    return 0.0 if single and old.keys == new.keys and old.shape == new.shape else _OTHER_WORDS
