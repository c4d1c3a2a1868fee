"""Tables of words and phrases that stand for each other: which sets begin at a word of a row.

A row of such a table is a set: its members, parted by tabs, may take each other's place. A word may belong to several
sets; two words are exchanged only where they share one, so that nothing follows from two sets together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.model.named_tuple import NamedTuple

# What a possessive in a member stands for: "lose one's life" is "lost his life".
POSSESSIVE = "one's"
POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their", "one's"))
_ARTICLES = frozenset(("a", "an", "the"))

Spellings = tuple[str, ...]
"""What a word may be looked up as, itself first."""


class Member(NamedTuple):
    """A phrase of a set that a row of words has from some word on: where it ends, its inflected word, and its set.

    Where no word is inflected, the first counts as the one.
    """

    end: int
    head: int
    as_listed: str
    set_id: str


class WordSets:
    """The sets of some tables, found by the words that they begin with."""

    def __init__(self, *names: str) -> None:
        self._words: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[str, str]]] = {}  # by their first two words
        self._firsts: set[str] = set()
        for name in names:
            self._read(name)

    def _read(self, name: str) -> None:
        """Reads a table in one go: `lexicon.table` would take twice the time of a start."""
        words, phrases = self._words, self._phrases
        for number, line in enumerate(lexicon.data(f"{name}.txt").decode().splitlines()):
            if not line or line[0] == "#":
                continue
            set_id = f"{name}:{number}"
            for member in line.split("\t"):
                if " " not in member:
                    words.setdefault(member, []).append(set_id)
                    continue
                first, second, *others = member.split(" ", 2)
                self._firsts.add(first)
                phrases.setdefault(f"{first} {second}", []).append((others[0] if others else "", set_id))

    def words(self, spelling: str) -> Sequence[str]:
        """The sets of a single word."""
        return self._words.get(spelling, ())

    def found(self, row: Sequence[Spellings], start: int) -> Iterator[Member]:
        """The members that begin at a word of a row, each word in any of its spellings."""
        for spelling in row[start]:
            yield from (Member(start + 1, start, spelling, set_id) for set_id in self.words(spelling))
        yield from self.phrases(row, start)

    def phrases(self, row: Sequence[Spellings], start: int) -> Iterator[Member]:
        """The phrases that begin at a word of a row, each word in any of its spellings."""
        for spelling in row[start]:
            if spelling not in self._firsts:
                continue
            for at, second in _seconds(row, start):
                for others, set_id in self._phrases.get(f"{spelling} {second}", ()):
                    member = _rest(row, start, spelling, at, second, others)
                    if member:
                        yield Member(*member, set_id)


def _seconds(row: Sequence[Spellings], start: int) -> Iterator[tuple[int, str]]:
    """What may be the second word of a phrase, and where it stands: an article before it may be passed over."""
    at = start + 1
    if at < len(row):
        yield from ((at, spelling) for spelling in row[at])
        if row[at][0] in POSSESSIVES:
            yield at, POSSESSIVE
        if row[at][0] in _ARTICLES and at + 1 < len(row):
            yield from ((at + 1, spelling) for spelling in row[at + 1])


def _rest(
    row: Sequence[Spellings], start: int, first: str, at: int, second: str, others: str
) -> tuple[int, int, str] | None:
    """Where a phrase ends whose first two words were found, and its inflected word."""
    head, as_listed = (start, first) if row[start][0] != first or row[at][0] == second else (at, second)
    if second == POSSESSIVE:
        head, as_listed = start, first
    at += 1
    for word in others.split(" ") if others else ():
        if at < len(row) and word not in row[at] and word not in _ARTICLES and row[at][0] in _ARTICLES:
            at += 1
        if at >= len(row) or not (word in row[at] or (word == POSSESSIVE and row[at][0] in POSSESSIVES)):
            return None
        if row[at][0] != word != POSSESSIVE and row[head][0] == as_listed:
            head, as_listed = at, word
        at += 1
    return at, head, as_listed


@cache
def sets(*names: str) -> WordSets:
    """The tables, read once."""
    return WordSets(*names)
