"""Which entries of two sequences are surely the same: the frame that everything else hangs on.

Common ends first, then entries that occur once on both sides, then their equal neighbours outwards, which
is what tells repeated entries apart: of two "No."s the one beside a kept question is the kept one.
Entries are strings (folds of sentences, words); every step is near linear. Where several frames would do, the
one that keeps more text wins, from either side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Pair = tuple[int, int]
FREE = -1
# Up to this many pairs of a gap all are looked at; in a larger one only those at about the same place.
ALL_PAIRS = 400
GAP_REACH = 3


class Pairing:
    """Who is whose partner, from either side; `FREE` where nobody is yet."""

    __slots__ = ("new_to_old", "old_to_new")

    def __init__(self, old_length: int, new_length: int) -> None:
        self.old_to_new = [FREE] * old_length
        self.new_to_old = [FREE] * new_length

    def tie(self, old: int, new: int) -> None:
        self.old_to_new[old] = new
        self.new_to_old[new] = old

    def untie(self, old: int, new: int) -> None:
        self.old_to_new[old] = self.new_to_old[new] = FREE

    def can_tie(self, old: int, new: int) -> bool:
        """Whether both places exist and are free."""
        return (
            0 <= old < len(self.old_to_new)
            and 0 <= new < len(self.new_to_old)
            and self.old_to_new[old] == FREE
            and self.new_to_old[new] == FREE
        )

    def tied(self, old: int, new: int) -> bool:
        return 0 <= old < len(self.old_to_new) and new != FREE and self.old_to_new[old] == new

    def pairs(self) -> list[Pair]:
        """All pairs in the order of the old side."""
        return [(old, new) for old, new in enumerate(self.old_to_new) if new != FREE]

    def free_old(self) -> list[int]:
        return [old for old, new in enumerate(self.old_to_new) if new == FREE]

    def free_new(self) -> list[int]:
        return [new for new, old in enumerate(self.new_to_old) if old == FREE]


def same(old: Sequence[str], new: Sequence[str]) -> Pairing:
    """Pair the equal entries of two sequences, wherever they are."""
    pairing = Pairing(len(old), len(new))
    _tie_ends(pairing, old, new)
    _tie_unique(pairing, old, new)
    pairs = pairing.pairs()
    _grow(pairing, old, new, frame(pairs, old))
    _grow(pairing, old, new, pairs)
    _tie_repeated(pairing, old, new)
    return pairing


def in_order(pairs: Sequence[Pair], weights: Sequence[int]) -> list[Pair]:
    """The heaviest subsequence of `pairs` (sorted by old side) that rises on the new side as well."""
    if all(before[1] < after[1] for before, after in pairwise(pairs)):
        return list(pairs)
    best: list[tuple[int, int]] = []  # (new index, weight of the best run that ends there), both rising
    ends: dict[int, int] = {}  # new index -> position in `pairs`
    previous: list[int] = []  # position in `pairs` -> position of the pair before it in its best run
    for position, (_, new) in enumerate(pairs):
        place = bisect_right(best, (new,))
        previous.append(ends[best[place - 1][0]] if place else FREE)
        weight = (best[place - 1][1] if place else 0) + weights[position]
        ends[new] = position
        last = place
        while last < len(best) and best[last][1] <= weight:
            last += 1
        best[place:last] = [(new, weight)]
    return _trace(pairs, previous, ends[best[-1][0]])


def gaps(length: int, marks: Iterable[int]) -> list[int]:
    """For every place of a sequence the number of frame entries (`marks`, rising) before it."""
    found, count = [0] * length, 0
    starts = set(marks)
    for place in range(length):
        found[place] = count
        count += place in starts
    return found


def near(olds: Iterable[int], news: Iterable[int], gap_old: Sequence[int], gap_new: Sequence[int]) -> Iterator[Pair]:
    """The pairs that are in the same gap: all of a small one, of a large one those at about the same place."""
    in_new = _by_gap(news, gap_new)
    for gap, here in _by_gap(olds, gap_old).items():
        there = in_new.get(gap, [])
        if len(here) * len(there) <= ALL_PAIRS:
            yield from ((i, j) for i in here for j in there)
        elif len(here) >= len(there):
            yield from _about(here, there)
        else:
            yield from ((i, j) for j, i in _about(there, here))


def _about(longer: list[int], shorter: list[int]) -> Iterator[Pair]:
    """Each of the longer side with those at about its place; asked from there, both directions ask the same."""
    for position, i in enumerate(longer):
        middle = position * len(shorter) // len(longer)
        yield from ((i, j) for j in shorter[max(0, middle - GAP_REACH) : middle + GAP_REACH + 1])


def frame(pairs: Sequence[Pair], old: Sequence[str]) -> list[Pair]:
    """Of pairs of equal entries those that kept their order; longer entries weigh more."""
    return in_order(pairs, [1 + len(old[i]) for i, _ in pairs])


def _by_gap(indices: Iterable[int], gap: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index in indices:
        found.setdefault(gap[index], []).append(index)
    return found


def _trace(pairs: Sequence[Pair], previous: list[int], position: int) -> list[Pair]:
    run = []
    while position != FREE:
        run.append(pairs[position])
        position = previous[position]
    return run[::-1]


def _tie_ends(pairing: Pairing, old: Sequence[str], new: Sequence[str]) -> None:
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    for i in range(head):
        pairing.tie(i, i)
    for i in range(1, tail + 1):
        pairing.tie(len(old) - i, len(new) - i)


def _tie_unique(pairing: Pairing, old: Sequence[str], new: Sequence[str]) -> None:
    free_old, free_new = pairing.free_old(), pairing.free_new()
    in_old, in_new = Counter(old[i] for i in free_old), Counter(new[j] for j in free_new)
    place = {new[j]: j for j in free_new}
    for i in free_old:
        if in_old[old[i]] == 1 and in_new[old[i]] == 1:
            pairing.tie(i, place[old[i]])


def _grow(pairing: Pairing, old: Sequence[str], new: Sequence[str], pairs: Iterable[Pair]) -> None:
    for start in pairs:
        for step in (1, -1):
            i, j = start[0] + step, start[1] + step
            while pairing.can_tie(i, j) and old[i] == new[j]:
                pairing.tie(i, j)
                i, j = i + step, j + step


def _tie_repeated(pairing: Pairing, old: Sequence[str], new: Sequence[str]) -> None:
    """What is left and equal: first within the same gap of the frame, then anywhere, in text order."""
    kept = frame(pairing.pairs(), old)
    gap_old, gap_new = gaps(len(old), (i for i, _ in kept)), gaps(len(new), (j for _, j in kept))
    for here in (True, False):
        waiting: dict[tuple[str, int], list[int]] = {}
        for j in reversed(pairing.free_new()):
            waiting.setdefault((new[j], here and gap_new[j]), []).append(j)
        for i in pairing.free_old():
            if places := waiting.get((old[i], here and gap_old[i])):
                pairing.tie(i, places.pop())
