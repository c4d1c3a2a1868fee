"""Phrases of a table found in a row of words: the longest at each place, from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from revtrack.changes.statements.edited import EditedWord

Entry = TypeVar("Entry")


class Located(NamedTuple, Generic[Entry]):
    """A phrase of a table in a row of words, and what the table says of it."""

    span: range
    entry: Entry


class PhraseTable(Generic[Entry]):
    """Phrases by their words, and how long those are that begin with a word."""

    def __init__(self, phrases: Mapping[str, Entry]) -> None:
        self._phrases = {tuple(phrase.split()): entry for phrase, entry in phrases.items()}
        lengths: dict[str, set[int]] = {}
        for words in self._phrases:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def located(self, row: Sequence[EditedWord]) -> Iterator[Located[Entry]]:
        """Every phrase in a row; none overlaps another."""
        start = 0
        while start < len(row):
            found = self._at(row, start)
            if found:
                yield found
            start = found.span.stop if found else start + 1

    def _at(self, row: Sequence[EditedWord], start: int) -> Located[Entry] | None:
        for length in self._lengths.get(row[start].key, ()):
            words = tuple(word.key for word in row[start : start + length])
            if words in self._phrases:
                return Located(range(start, start + len(words)), self._phrases[words])
        return None
