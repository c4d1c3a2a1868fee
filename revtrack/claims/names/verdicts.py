"""What each name of an article is of, by all its clues together, wherever the article has it.

The weights of the clues are in `name_clues`: what each says for a person, an organisation, a place, another thing.
`training/names` fits them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from revtrack import lexicon
from revtrack.claims.names import clues
from revtrack.claims.names.mentions import Mention
from revtrack.model import NameType

Words = tuple[str, ...]
Weights = tuple[int, int, int, int]

TYPES: tuple[NameType, ...] = ("person", "organization", "place", "other")
# Of so many mentions of one name the words around are read; more of them tell nothing new.
MOST_MENTIONS = 8
# What a sign from the table by hand weighs, and one that says what the name is: "Ollerby is a village".
SIGN, SAID = 15, 60


class NameVerdict(NamedTuple):
    """What a name is of, and by how much more than the next likely thing."""

    kind: NameType
    margin: int


def of_all(mentions: Sequence[Mention], plain: str, small: Collection[str]) -> dict[Words, NameVerdict]:
    """The verdict on each name of an article."""
    by_name: dict[Words, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.piece.bare, []).append(mention)
    return {words: _verdict(gathered(words, found, plain, small)) for words, found in by_name.items()}


def gathered(words: Words, found: Sequence[Mention], plain: str, small: Collection[str]) -> set[str]:
    """The clues of a name and of all places that have it, each once."""
    told = set(clues.of_words(words, small))
    for mention in found[:MOST_MENTIONS]:
        told.update(clues.around(mention.piece, plain, mention.opens))
    return told


def _verdict(told: Iterable[str]) -> NameVerdict:
    weights = _weights()
    a = b = c = d = 0
    for clue in told:
        weight = weights.get(clue)
        if weight is not None:
            a += weight[0]
            b += weight[1]
            c += weight[2]
            d += weight[3]
    sums = (a, b, c, d)
    best = max(sums)
    kind = TYPES[sums.index(best)]
    return NameVerdict(kind, best - sorted(sums)[-2])


@cache
def _weights() -> dict[str, Weights]:
    rows = (line.split("\t") for line in lexicon.listed("name_clues"))
    found = {clue: (int(a), int(b), int(c), int(d)) for clue, a, b, c, d in rows}
    for clue, kind in lexicon.table("name_signs"):
        fitted = found.get(clue, (0, 0, 0, 0))
        sign = SAID if clue.startswith("is a:") else SIGN
        a, b, c, d = (weight + sign * (kind == of) for weight, of in zip(fitted, TYPES, strict=True))
        found[clue] = (a, b, c, d)
    return found
