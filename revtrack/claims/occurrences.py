"""Where the words of a table occur in a text, found in one pass that no line of Python is run for."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import compress, count


def of(words: Iterable[str], table: Container[str]) -> list[int]:
    """The places of the words that a table holds, in order."""
    return list(compress(count(), map(table.__contains__, words)))
