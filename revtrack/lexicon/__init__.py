"""Word tables as data, and the only place that reads them.

A table is a text file beside this module: one entry a line, sorted, columns parted by one tab and no other white space;
`#` opens a comment. A table of thousands of rows is read at the start of many commands, so nothing is tidied here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from pkgutil import get_data  # importlib.resources would cost every start ten times as much


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, each a tuple of its columns."""
    lines = data(f"{name}.txt").decode().split("\n")
    comments = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if any("#" in line for line in lines[comments:]):
        lines = [line.partition("#")[0].rstrip() if "#" in line else line for line in lines]
        comments = 0
    return tuple([tuple(line.split("\t")) for line in lines[comments:] if line])


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a table."""
    return frozenset(row[0] for row in table(name))


# How many of the words that were looked up in a long table are remembered: an article asks for most of its names again.
_REMEMBERED = 2048


class SortedTable:
    """A long table of which an article needs few rows: they are looked up by bisection among its lines.

    Making a set or a dictionary of it would cost more than all that one article asks. The lines are in the order of
    code points, and no two begin with the same first column; a test holds both.
    """

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._behind = lru_cache(_REMEMBERED)(self._found)

    def __contains__(self, word: str) -> bool:
        """Whether a line has this first column."""
        return self._behind(word) is not None

    def get(self, word: str) -> str | None:
        """What stands behind this first column in its line."""
        behind = self._behind(word)
        return behind and behind[1:]

    def _found(self, word: str) -> str | None:
        at = bisect_left(self._lines, word)
        if at < len(self._lines) and self._lines[at].startswith(word):
            behind = self._lines[at][len(word) :]
            return behind if not behind or behind[0] == "\t" else None
        return None

    def beginning(self, head: str) -> Iterator[str]:
        """The lines that begin with some words, in their order."""
        for at in range(bisect_left(self._lines, head), len(self._lines)):
            if not self._lines[at].startswith(head):
                return
            yield self._lines[at]


@cache
def listed(name: str) -> SortedTable:
    """A long table that is sorted and has its comments on top."""
    lines = data(f"{name}.txt").decode().split("\n")
    del lines[-1]  # behind the last line
    while lines[0].startswith("#"):
        del lines[0]
    return SortedTable(lines)


@cache
def mapping(name: str) -> dict[str, str]:
    """A table of two columns as a dictionary."""
    return {row[0]: row[1] for row in table(name)}


def data(name: str) -> bytes:
    """The bytes of a file beside this module."""
    found = get_data(__name__, name)
    assert found is not None  # only a loader that keeps no data answers None
    return found
