"""Phrases of a table found in a row of words: the longest at each place, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from revtrack.changes.statements.edited import EditedWord
from revtrack.model.named_tuple import NamedTuple
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
        self._phrases, self._by_base = phrases, by_base
        self._lengths: dict[str, set[int]] = {}
        for phrase in phrases:
            self._lengths.setdefault(phrase.partition(" ")[0], set()).add(phrase.count(" ") + 1)
        self._known: dict[str, tuple[tuple[str, int], ...]] = {}

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
            phrase = " ".join([first, *(word.key for word in row[start + 1 : start + length])])
            if start + length <= len(row) and length >= longest and phrase in self._phrases:
                entries = [*(entries if length == longest else ()), self._phrases[phrase]]
                longest = length
        return Located(range(start, start + longest), tuple(entries)) if entries else None

    def _openings(self, key: str) -> tuple[tuple[str, int], ...]:
        """The first words of phrases that a word is a form of, each with the lengths of those."""
        found = self._known.get(key)
        if found is None:
            firsts = _bases(key) if self._by_base else (key,)
            found = tuple([(first, length) for first in firsts for length in self._longest_first(first)])
            if len(self._known) < KEPT:
                self._known[key] = found
        return found

    def _longest_first(self, first: str) -> list[int]:
        """The lengths of the phrases with a first word."""
        return sorted(self._lengths.get(first, ()), reverse=True)


def _bases(key: str) -> tuple[str, ...]:
    """What a word may be a form of, except of the act whose doer it names: a tester is not a test."""
    return (key,) if key.endswith(_DOERS) else bases(key)
