"""Which old claim became which new one: the likest pair first, each claim once.

Likeness is a number the caller gives for two claims; 0 means that they cannot be the same. Ties go to the pair
that keeps the order, so that swapping old and new gives the mirrored pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

AClaim = TypeVar("AClaim")

# Above this many comparisons (a sentence of a thousand figures) claims are paired in order: linear, still honest.
MOST_COMPARISONS = 250_000


@dataclass(frozen=True, slots=True)
class Paired(Generic[AClaim]):
    """Pairs in text order, and what is left on each side."""

    pairs: list[tuple[AClaim, AClaim]]
    gone: list[AClaim]
    come: list[AClaim]


def pair(old: Sequence[AClaim], new: Sequence[AClaim], likeness: Callable[[AClaim, AClaim], float]) -> Paired[AClaim]:
    """Pair claims greedily by likeness."""
    if len(old) * len(new) > MOST_COMPARISONS:
        shorter = min(len(old), len(new))
        return Paired(list(zip(old, new, strict=False)), list(old[shorter:]), list(new[shorter:]))
    scores = ((likeness(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new))
    ranked = sorted((-score, abs(i - j), i + j, i, j) for score, i, j in scores if score > 0)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, i, j in ranked:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Paired(
        [(old[i], new[j]) for i, j in sorted(partner.items())],
        [claim for i, claim in enumerate(old) if i not in partner],
        [claim for j, claim in enumerate(new) if j not in taken],
    )
