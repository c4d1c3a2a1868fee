"""Word tables as data, and the only place that reads them.

A table is a text file beside this module: one entry a line, sorted, columns parted by one tab and no other white space;
`#` opens a comment. A table of thousands of rows is read at the start of many commands, so nothing is tidied here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

# How much of the text of a sorted table one search goes through, in characters. With half or four times as much,
# a page of news takes longer.
_STRETCH = 1024
# How many of the words that were looked up in a long table are remembered: an article asks for most of its names again.
_REMEMBERED = 2048


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, each a tuple of its columns."""
    return tuple([tuple(line.split("\t")) for line in _lines(name)])


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a table."""
    return frozenset([line.partition("\t")[0] for line in _lines(name)])


@cache
def mapping(name: str) -> dict[str, str]:
    """A table of two columns as a dictionary."""
    return {row[0]: row[1] for row in table(name)}


class SortedTable:
    """A long table of which an article needs few rows: they are looked up in its text, which is never cut into lines.

    Making a list of them, let alone a dictionary, would cost more than all that one article asks. The lines are in the
    order of code points, and no two begin with the same first column; a test holds both. So what a line begins with
    tells the stretch of the text that it must be in.
    """

    def __init__(self, text: str) -> None:
        self._text = f"\n{text}"
        last = self._text.rindex("\n", 0, -1)
        self._starts = [self._text.index("\n", at) for at in range(0, last + 1, _STRETCH)]
        self._firsts = [self._text[at + 1 : self._text.index("\n", at + 1)].partition("\t")[0] for at in self._starts]
        self._starts.append(len(self._text))
        self._behind = lru_cache(_REMEMBERED)(self._found)

    def __contains__(self, word: str) -> bool:
        """Whether a line has this first column."""
        return self._behind(word) is not None

    def get(self, word: str) -> str | None:
        """What stands behind this first column in its line."""
        behind = self._behind(word)
        return behind and behind[1:]

    def _found(self, word: str) -> str | None:
        # The first line that begins with a word is the one of this word, since a tab comes before all other signs.
        start = self._find(word)
        end = start + len(word)
        if start < 0 or self._text[end] not in "\t\n":
            return None
        return self._text[end : self._text.index("\n", end)]

    def beginning(self, head: str) -> Iterator[str]:
        """The lines that begin with some words, in their order."""
        start = self._find(head)
        while start >= 0 and self._text.startswith(head, start):
            end = self._text.index("\n", start)
            yield self._text[start:end]
            start = end + 1

    def _find(self, head: str) -> int:
        """Where the first line begins that begins with some words, or -1."""
        if "\n" in head:
            return -1
        stretch = max(bisect_right(self._firsts, head) - 1, 0)
        end = self._starts[stretch + 1] + 1 + len(head)  # that line may be the first of the next stretch
        return self._text.find(f"\n{head}", self._starts[stretch], end) + 1 or -1


@cache
def listed(name: str) -> SortedTable:
    """A long table that is sorted and has its comments on top."""
    return SortedTable(_without_comments_on_top(name))


def _lines(name: str) -> list[str]:
    """The lines of a table without comments."""
    text = _without_comments_on_top(name)
    lines = text.split("\n")
    if "#" in text:
        lines = [line.partition("#")[0].rstrip() if "#" in line else line for line in lines]
    return [line for line in lines if line]


def _without_comments_on_top(name: str) -> str:
    text = data(f"{name}.txt").decode()
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text


def data(name: str) -> bytes:
    """The bytes of a file beside this module, from wherever Python loaded it.

    `importlib.resources` would load a dozen modules to do the same.
    """
    loader: Any = __spec__.loader
    found: bytes = loader.get_data(f"{__path__[0]}/{name}")
    return found
