"""Word tables as data, and the only place that reads them.

A table is a text file beside this module: one entry a line, sorted, columns parted by tabs; `#` opens a comment.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, each a tuple of its columns."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines if line.strip())


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a table."""
    return frozenset(row[0] for row in table(name))


@cache
def mapping(name: str) -> dict[str, str]:
    """A table of two columns as a dictionary."""
    return {row[0]: row[1] for row in table(name)}


def data(name: str) -> bytes:
    """The bytes of a file of weights."""
    return files(__name__).joinpath(name).read_bytes()
