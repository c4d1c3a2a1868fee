"""Which old claim became which new one: the likest pair first, each claim once.

Likeness is a number the caller gives for two claims; 0 means that they cannot be the same. Ties go to the pair
that keeps the order, so that swapping old and new gives the mirrored pairs. Few claims are all compared with
one another; of many (a sentence of a thousand figures) only those that say the same, share a rare word, or
are at about the same place between two that do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from revtrack.model.named_tuple import NamedTuple
from revtrack.versions.anchors import Pair, frame, gaps, near, same

AClaim = TypeVar("AClaim")
Likeness = Callable[[AClaim, AClaim], float]

# Up to this many comparisons all are made.
ALL_PAIRS = 3600
# A word is rare when no more than this many claims of either side hold it.
RARE = 6


class Paired(NamedTuple, Generic[AClaim]):
    """Pairs in text order, and what is left on each side."""

    pairs: list[tuple[AClaim, AClaim]]
    removed: list[AClaim]
    added: list[AClaim]


def _text_words(claim: Any) -> list[str]:
    text: str = claim.text
    return text.lower().split()


def pair(
    old: Sequence[AClaim],
    new: Sequence[AClaim],
    likeness: Likeness[AClaim],
    words: Callable[[AClaim], Iterable[str]] = _text_words,
) -> Paired[AClaim]:
    """Pair claims greedily by likeness; `words` tells what makes two of many worth comparing."""
    if not (old and new):
        return Paired([], list(old), list(new))
    few = len(old) * len(new) <= ALL_PAIRS
    asked = ((i, j) for i in range(len(old)) for j in range(len(new))) if few else _worth_comparing(old, new, words)
    scores = ((likeness(old[i], new[j]), i, j) for i, j in asked)
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


def _worth_comparing(
    old: Sequence[AClaim], new: Sequence[AClaim], words: Callable[[AClaim], Iterable[str]]
) -> list[Pair]:
    """Pairs that say the same, share a rare word, or are in the same gap between those that say the same."""
    old_words, new_words = [tuple(words(claim)) for claim in old], [tuple(words(claim)) for claim in new]
    old_keys, new_keys = [" ".join(held) for held in old_words], [" ".join(held) for held in new_words]
    pairing = same(old_keys, new_keys)
    sure = pairing.pairs()
    kept = frame(sure, old_keys)
    gap_old, gap_new = gaps(len(old), (i for i, _ in kept)), gaps(len(new), (j for _, j in kept))
    found = dict.fromkeys(sure)
    found.update(dict.fromkeys(near(pairing.free_old(), pairing.free_new(), gap_old, gap_new)))
    found.update(dict.fromkeys(_sharing_rare_words(old_words, new_words)))
    return list(found)


def _sharing_rare_words(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Iterable[Pair]:
    in_old, in_new = _holders(old), _holders(new)
    for word, olds in in_old.items():
        news = in_new.get(word, ())
        if len(olds) <= RARE and len(news) <= RARE:
            yield from ((i, j) for i in olds for j in news)


def _holders(claims: Sequence[tuple[str, ...]]) -> dict[str, list[int]]:
    """Who holds each word."""
    found: dict[str, list[int]] = {}
    for index, held in enumerate(claims):
        for word in dict.fromkeys(held):
            found.setdefault(word, []).append(index)
    return found
