"""Word tables as data, and the only place that reads them.

A table is a text file beside this module: one entry a line, sorted, columns parted by one tab and no other white space;
`#` opens a comment. A table of thousands of rows is read at the start of many commands, so nothing is tidied here.
"""

from __future__ import annotations

from functools import cache
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


@cache
def listed(name: str) -> frozenset[str]:
    """A long table of one column with its comments on top: read at once, not row by row."""
    lines = data(f"{name}.txt").decode().splitlines()
    comments = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return frozenset(lines[comments:])


@cache
def mapping(name: str) -> dict[str, str]:
    """A table of two columns as a dictionary."""
    return {row[0]: row[1] for row in table(name)}


def data(name: str) -> bytes:
    """The bytes of a file beside this module."""
    found = get_data(__name__, name)
    assert found is not None  # only a loader that keeps no data answers None
    return found
