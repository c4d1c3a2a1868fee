"""What each name of an article is of, by all its clues together, wherever the article has it.

The weights of the clues are in `name_clues`: what each says for a person, an organisation, a place, another thing.
`training/names` fits them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from functools import cache

from revtrack import lexicon
from revtrack.claims.names import clues, kinds
from revtrack.claims.names.mentions import Mention
from revtrack.model import NameType
from revtrack.model.named_tuple import NamedTuple

Words = tuple[str, ...]
Weights = tuple[int, int, int, int]

TYPES: tuple[NameType, ...] = ("person", "organization", "place", "other")
# How many mentions of one name are read with the words around them; more tell nothing new.
MOST_MENTIONS = 8
# What a sign from the table by hand weighs, and one that says what the name is: "Ollerby is a village".
SIGN, SAID = 15, 60
# Somebody is rarely called by one word that is no known name of people: what that takes from a person.
STRANGE = 8
_STRANGER = "stranger"
_PERSONAL = frozenset(("first name:one", "surname:one", "pronoun:he", "pronoun:she", "pronoun:his", "pronoun:her"))
# In a list of so many names the others count by this share for each; what joins a list.
FEWEST_LISTED, SHARE = 3, 0.5
_JOINTS = frozenset((", ", " and ", ", and ", " or ", ", or ", " & ", "; "))


class NameVerdict(NamedTuple):
    """What a name is of, and by how much more than the next likely thing."""

    kind: NameType
    margin: int


class Verdicts:
    """The verdicts on the names of an article, each worked out when it is first asked for: most are known without."""

    __slots__ = ("_by_name", "_found", "_lists", "_plain", "_small", "_sums", "_whole")

    def __init__(self, mentions: Sequence[Mention], plain: str, small: Collection[str]) -> None:
        self._plain, self._small = plain, small
        self._by_name: dict[Words, list[Mention]] = {}
        for mention in mentions:
            self._by_name.setdefault(mention.piece.bare, []).append(mention)
        self._whole: dict[Words, Words] = {}
        for words in self._by_name:
            if words[0] in ("A", "An", "The") and words[1:] in self._by_name:
                # "A Quiet Lie" in quotation marks, and without
                self._whole[words[1:]] = self._whole.get(words, words)
        self._lists: dict[Words, dict[Words, None]] = {}
        for group in _lists(mentions, plain):
            for words in group if len(group) > 1 else ():
                self._lists.setdefault(words, group)
        self._sums: dict[Words, Weights] = {}
        self._found: dict[Words, NameVerdict] = {}

    def of(self, words: Words) -> NameVerdict | None:
        """The verdict on a name, or None where the article has no such name."""
        if words not in self._found and words in self._lists:
            self._share(self._lists[words])
        elif words not in self._found and words in self._by_name:
            self._found[words] = _verdict(self._sum(words))
        return self._found.get(words)

    def _share(self, group: dict[Words, None]) -> None:
        """Judge the names of a list, each with what speaks for the others: "Orrin, Almery and Havant"."""
        known = {words: _as_known(words, self._sum(words)) for words in group}
        totals = [sum(column) for column in zip(*known.values(), strict=True)]
        share = SHARE / (len(known) - 1)
        for words, told in known.items():
            rest = zip(self._sum(words), totals, told, strict=True)
            a, b, c, d = (round(own + share * (total - part)) for own, total, part in rest)
            if self._lists[words] is group:  # else an earlier list has judged it
                self._found[words] = _verdict((a, b, c, d))

    def _sum(self, words: Words) -> Weights:
        found = self._sums.get(words)
        if found is None:
            name = self._whole.get(words, words)
            found = self._sums[words] = _sums(gathered(name, self._by_name[name], self._plain, self._small))
        return found


def _lists(mentions: Sequence[Mention], plain: str) -> Iterator[dict[Words, None]]:
    """The names of each list of three or more, in their order."""
    group: list[Mention] = []
    for mention in mentions:
        if group and plain[group[-1].piece.end : mention.piece.start] in _JOINTS:
            group.append(mention)
            continue
        if len(group) >= FEWEST_LISTED:
            yield dict.fromkeys([one.piece.bare for one in group])
        group = [mention]
    if len(group) >= FEWEST_LISTED:
        yield dict.fromkeys([one.piece.bare for one in group])


def _as_known(words: Words, sums: Weights) -> Weights:
    """What speaks for a name, and what its words alone tell of it."""
    kind = kinds.by_words(words)
    a, b, c, d = (own + SAID * (kind == of) for own, of in zip(sums, TYPES, strict=True))
    return a, b, c, d


def gathered(words: Words, found: Sequence[Mention], plain: str, small: Collection[str]) -> set[str]:
    """The clues of a name and of all places that have it, each once."""
    told = set(clues.of_words(words, small))
    for mention in found[:MOST_MENTIONS]:
        told.update(clues.around(mention.piece, plain, mention.opens))
    if len(words) == 1 and told.isdisjoint(_PERSONAL) and not any(mention.piece.title for mention in found):
        told.add(_STRANGER)
    return told


def _sums(told: Set[str]) -> Weights:
    a = b = c = d = 0
    for clue in told & _weighed():
        person, organization, place, other = _weight(clue)
        a += person
        b += organization
        c += place
        d += other
    return a, b, c, d


def _verdict(sums: Weights) -> NameVerdict:
    best = max(sums)
    return NameVerdict(TYPES[sums.index(best)], best - sorted(sums)[-2])


@cache
def _weighed() -> frozenset[str]:
    """The clues that weigh anything; most words beside names do not."""
    return lexicon.words("name_clues") | lexicon.words("name_signs") | {_STRANGER}


@cache
def _weight(clue: str) -> Weights:
    """What a clue says for each type: what was fitted, and the kind of a sign by hand."""
    if clue == _STRANGER:
        return -STRANGE, 0, 0, 0
    fitted = lexicon.listed("name_clues").get(clue)
    kind = lexicon.listed("name_signs").get(clue)
    sign = SAID if clue.startswith("is a:") else SIGN
    own = map(int, fitted.split("\t")) if fitted else (0, 0, 0, 0)
    a, b, c, d = (weight + sign * (kind == of) for weight, of in zip(own, TYPES, strict=True))
    return a, b, c, d
