"""Which sentences became which when their words changed.

Two sentences are likened by the words they share, rare words counting more (Dice over idf), and by where they
stand: beside sentences that belong together already, a looser likeness will do. Only sentences that share a
rare word or are in the same gap are looked at, which keeps the work near linear.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from revtrack import lexicon
from revtrack.model import Role
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression
from revtrack.versions.anchors import ALL_PAIRS, Pair, Pairing, gaps, in_order, near

# Likeness runs from 0 to 1000. Enough anywhere in the text, and enough right beside a pair.
ALIKE = 520
ALIKE_BESIDE = 150
# What standing in the same gap adds, and each neighbour whose partner is the other's neighbour; what another
# role takes away, so that a headline meets a headline.
SAME_GAP = 180
NEIGHBOUR = 80
OTHER_ROLE = 150
# What "the" and "of" weigh, where other words weigh 1000: two sentences that share only these share nothing.
SMALL_WORD = 100
# A sentence looks for its partner by this many of its rarest words, and by none that this many sentences have.
RARE_WORDS = 8
RARE_LIMIT = 12

Scored = tuple[int, int, int]  # likeness, old sentence, new sentence

# Not `text.tokens.COMPARED`: the weights were measured with words cut at apostrophes, so that "Trump's" holds "Trump".
_WORD = expression(r"\w+(?:[.,]\d+)*")


class Side(NamedTuple):
    """The sentences of one version: their texts and the roles of their blocks."""

    texts: Sequence[str]
    roles: Sequence[Role]


class Likeness:
    """How alike the sentences are that have no partner yet."""

    def __init__(self, old: Side, new: Side, free_old: Sequence[int], free_new: Sequence[int]) -> None:
        self._old_side, self._new_side = old, new
        ids: dict[str, int] = {}
        self.old = {i: _word_ids(old.texts[i], ids) for i in free_old}
        self.new = {j: _word_ids(new.texts[j], ids) for j in free_new}
        self.holders_old, self.holders_new = _holders(self.old, len(ids)), _holders(self.new, len(ids))
        most = max(len(free_old), len(free_new))
        small = lexicon.words("small_words")
        self._weights = [
            int((SMALL_WORD if word in small else 1000) * log(1 + most / self._rarity(number)))
            for word, number in ids.items()
        ]
        self._mass_old = {i: self.mass(words) for i, words in self.old.items()}
        self._mass_new = {j: self.mass(words) for j, words in self.new.items()}

    def mass(self, words: Iterable[int]) -> int:
        weights = self._weights
        return sum([weights[word] for word in words])

    def of(self, i: int, j: int) -> int:
        """0 to 1000: the share of their words that two sentences have in common, less for another role."""
        both = self._mass_old[i] + self._mass_new[j]
        alike = 2000 * self.mass(self.old[i] & self.new[j]) // both if both else 0
        return alike if self._old_side.roles[i] == self._new_side.roles[j] else alike - OTHER_ROLE

    def rarest(self, words: Iterable[int]) -> list[int]:
        """The words to ask by, rarest first."""
        asked = [word for word in words if self._rarity(word) <= RARE_LIMIT]
        return sorted(asked, key=lambda word: (self._rarity(word), word))[:RARE_WORDS]

    def _rarity(self, word: int) -> int:
        return max(len(self.holders_old[word]), len(self.holders_new[word]))


def _word_ids(text: str, ids: dict[str, int]) -> frozenset[int]:
    return frozenset([ids.setdefault(word, len(ids)) for word in _WORD.findall(text.lower())])


def _holders(sentences: dict[int, frozenset[int]], words: int) -> list[list[int]]:
    holders: list[list[int]] = [[] for _ in range(words)]
    for index, held in sentences.items():
        for word in held:
            holders[word].append(index)
    return holders


class SentencePlaces:
    """Where sentences are: their gap in the frame of what is paired, and how far apart two are."""

    def __init__(self, pairing: Pairing, old: Side, new: Side) -> None:
        self._pairing = pairing
        pairs = pairing.pairs()
        frame = in_order(pairs, [1 + len(old.texts[i]) + len(new.texts[j]) for i, j in pairs])
        lengths = len(pairing.old_to_new), len(pairing.new_to_old)
        self.gap_old, self.gap_new = (
            gaps(length, [pair[side] for pair in frame]) for side, length in enumerate(lengths)
        )
        self._lengths = lengths

    def bonus(self, i: int, j: int) -> int:
        """What the same gap and paired neighbours add; the ends of the texts count as paired."""
        before = self._pairing.tied(i - 1, j - 1) or (i == 0 and j == 0)
        after = self._pairing.tied(i + 1, j + 1) or (i + 1, j + 1) == self._lengths
        return NEIGHBOUR * (before + after) + SAME_GAP * (self.gap_old[i] == self.gap_new[j])

    def apart(self, i: int, j: int) -> int:
        """How far apart two places are, in proportion to the lengths of the texts."""
        return abs(i * self._lengths[1] - j * self._lengths[0])


def tie_alike(pairing: Pairing, old: Side, new: Side) -> Likeness:
    """Pair the sentences that are free and alike, best first; the likeness is handed back for what is left."""
    likeness = Likeness(old, new, pairing.free_old(), pairing.free_new())
    if likeness.old and likeness.new:
        places = SentencePlaces(pairing, old, new)
        found = _candidates(likeness, places)
        scored = [(likeness.of(i, j) + places.bonus(i, j), i, j) for i, j in found]
        _tie_best(pairing, [entry for entry in scored if entry[0] >= ALIKE], places)
        _tie_beside(pairing, likeness, places)
    return likeness


def _tie_best(pairing: Pairing, scored: list[Scored], places: SentencePlaces) -> list[Pair]:
    """Tie the best first; where likeness cannot tell, those at the same place. Gives the pairs made."""
    scored.sort(key=lambda entry: (-entry[0], places.apart(entry[1], entry[2]), entry[1] + entry[2]))
    made = []
    for _, i, j in scored:
        if pairing.can_tie(i, j):
            pairing.tie(i, j)
            made.append((i, j))
    return made


def _tie_beside(pairing: Pairing, likeness: Likeness, places: SentencePlaces) -> None:
    """Pair what is beside a pair and is loosely alike; each new pair opens its own neighbours."""
    fresh = pairing.pairs()
    while fresh:
        beside = {(i + step, j + step): None for i, j in fresh for step in (-1, 1)}
        scored = [(likeness.of(i, j), i, j) for i, j in beside if pairing.can_tie(i, j)]
        fresh = _tie_best(pairing, [entry for entry in scored if entry[0] >= ALIKE_BESIDE], places)


def _candidates(likeness: Likeness, places: SentencePlaces) -> list[Pair]:
    if len(likeness.old) * len(likeness.new) <= ALL_PAIRS:
        return [(i, j) for i in likeness.old for j in likeness.new]
    found: dict[Pair, None] = {}
    for i, words in likeness.old.items():
        for word in likeness.rarest(words):
            found.update(((i, j), None) for j in likeness.holders_new[word])
    for j, words in likeness.new.items():
        for word in likeness.rarest(words):
            found.update(((i, j), None) for i in likeness.holders_old[word])
    found.update(dict.fromkeys(near(likeness.old, likeness.new, places.gap_old, places.gap_new)))
    return list(found)
