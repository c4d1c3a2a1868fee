"""Phrases of a table found in a row of words: the longest at each place, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from revtrack.changes.statements.edited import EditedWord
from revtrack.text.inflection import bases

Entry = TypeVar("Entry")

# Words whose phrases are remembered.
KEPT = 1 << 14

_DOERS = ("er", "ers", "or", "ors", "est")


class Located(NamedTuple, Generic[Entry]):
    """A phrase in a row of words, and what the table says of it: more than once if it may be of several base forms."""

    span: range
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        return self.entries[0]


class PhraseTable(Generic[Entry]):
    """Phrases by their words; `by_base`: where a phrase begins, any form of its first word may stand."""

    def __init__(self, phrases: Mapping[str, Entry], *, by_base: bool = False) -> None:
        self._phrases = {tuple(phrase.split()): entry for phrase, entry in phrases.items()}
        self._by_base = by_base
        lengths: dict[str, set[int]] = {}
        for words in self._phrases:
            lengths.setdefault(words[0], set()).add(len(words))
        self._known: dict[str, tuple[tuple[str, int], ...]] = {}
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def located(self, row: Sequence[EditedWord], within: Iterable[range] | None = None) -> Iterator[Located[Entry]]:
        """Every phrase in a row, or in some stretches of it; none overlaps another."""
        start = 0
        for stretch in (range(len(row)),) if within is None else within:
            start = max(start, stretch.start)
            while start < stretch.stop:
                found = self._at(row, start)
                if found:
                    yield found
                start = found.span.stop if found else start + 1

    def _at(self, row: Sequence[EditedWord], start: int) -> Located[Entry] | None:
        entries: list[Entry] = []
        longest = 1
        for first, length in self._openings(row[start].key):
            words = (first, *(word.key for word in row[start + 1 : start + length]))
            if len(words) == length >= longest and words in self._phrases:
                entries = [*(entries if length == longest else ()), self._phrases[words]]
                longest = length
        return Located(range(start, start + longest), tuple(entries)) if entries else None

    def _openings(self, key: str) -> tuple[tuple[str, int], ...]:
        """The first words of phrases that a word is a form of, each with the lengths of those."""
        found = self._known.get(key)
        if found is None:
            firsts = _bases(key) if self._by_base else (key,)
            found = tuple((first, length) for first in firsts for length in self._lengths.get(first, ()))
            if len(self._known) < KEPT:
                self._known[key] = found
        return found


def _bases(key: str) -> tuple[str, ...]:
    """What a word may be a form of, but for who does it: a tester is no test."""
    return (key,) if key.endswith(_DOERS) else bases(key)
