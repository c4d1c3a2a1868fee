"""Sentences that were cut in two or run together.

A sentence without a partner whose words mostly stand in its neighbour's partner is the rest of a split or a
merge: old "He left. She stayed." and new "He left, while she stayed." are one merge, not an edit and a delete.
"""

from __future__ import annotations

from revtrack.versions.anchors import FREE, Pairing
from revtrack.versions.candidates import Likeness

# The share of its words (of 1000) that the left-over sentence must find beyond what the partner has of its own.
CONTAINED = 550

Group = tuple[tuple[int, ...], tuple[int, ...]]


def groups(pairing: Pairing, likeness: Likeness) -> list[Group]:
    """Every pair as a group of old and new sentences, with the rests of splits and merges taken in."""
    merged = _taken_in(pairing.old_to_new, likeness.old, likeness.new, likeness)
    split = _taken_in(pairing.new_to_old, likeness.new, likeness.old, likeness)
    return [(tuple(sorted([i, *merged.get(i, [])])), tuple(sorted([j, *split.get(j, [])]))) for i, j in pairing.pairs()]


def _taken_in(
    partners: list[int], here: dict[int, frozenset[int]], there: dict[int, frozenset[int]], likeness: Likeness
) -> dict[int, list[int]]:
    """For each paired sentence its free neighbours that its partner holds."""
    taken: dict[int, list[int]] = {}
    free = {index for index in here if partners[index] == FREE}
    for index in (index for index in here if partners[index] in there):
        rest = there[partners[index]] - here[index]
        for step in (1, -1):
            beside = index + step
            while beside in free and _holds(rest, here[beside], likeness):
                taken.setdefault(index, []).append(beside)
                free.remove(beside)
                rest -= here[beside]
                beside += step
    return taken


def _holds(rest: frozenset[int], words: frozenset[int], likeness: Likeness) -> bool:
    mass = likeness.mass(words)
    return bool(mass) and 1000 * likeness.mass(rest & words) >= CONTAINED * mass
