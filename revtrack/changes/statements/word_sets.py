"""Tables of words and phrases that stand for each other: which sets begin at a word of a row.

A row of such a table is a set: its members, parted by tabs, may take each other's place. A word may belong to several
sets; two words are exchanged only where they share one, so that nothing follows from two sets together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from revtrack import lexicon

# What a possessive in a member stands for: "lose one's life" is "lost his life".
POSSESSIVE = "one's"
POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their", "one's"))
_ARTICLES = frozenset(("a", "an", "the"))
# A member has at most this many words; a row is never searched further.
LONGEST = 8

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
    """The sets of one table, found by the words they begin with."""

    def __init__(self, *names: str) -> None:
        self._words: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[Spellings, str]]] = {}
        for name in names:
            for number, row in enumerate(lexicon.table(name)):
                for member in row:
                    self._add(member, f"{name}:{number}")

    def _add(self, member: str, set_id: str) -> None:
        first, *others = member.split(" ")
        if others:
            self._phrases.setdefault(first, []).append(((first, *others), set_id))
        else:
            self._words.setdefault(first, []).append(set_id)

    def words(self, spelling: str) -> Sequence[str]:
        """The sets of a single word."""
        return self._words.get(spelling, ())

    def found(self, row: Sequence[Spellings], start: int) -> Iterator[Member]:
        """The members that begin at a word of a row, each word in any of its spellings."""
        for spelling in row[start]:
            for set_id in self._words.get(spelling, ()):
                yield Member(start + 1, start, spelling, set_id)
            for phrase, set_id in self._phrases.get(spelling, ()):
                member = _member(phrase, row, start)
                if member:
                    yield Member(*member, set_id)


def _member(phrase: Spellings, row: Sequence[Spellings], start: int) -> tuple[int, int, str] | None:
    """Where a phrase ends that begins at a word, and its inflected word; articles it does not list are passed over."""
    at, head, as_listed = start, start, phrase[0]
    for number, word in enumerate(phrase):
        if number and at < len(row) and word not in row[at] and word not in _ARTICLES and row[at][0] in _ARTICLES:
            at += 1
        if at >= len(row):
            return None
        if word == POSSESSIVE:
            if row[at][0] not in POSSESSIVES:
                return None
        elif word not in row[at]:
            return None
        elif row[at][0] != word and row[head][0] == as_listed:
            head, as_listed = at, word
        at += 1
    return at, head, as_listed


@cache
def sets(*names: str) -> WordSets:
    """The tables, read once."""
    return WordSets(*names)
