"""Cells of tables: a row of a table is a block, its cells are sentences of their own.

In the copy that a reader sees, cells are parted by a sign that no text holds. A claim is read from its cell alone, so
that the cell before it is never taken for a speaker, a noun or a bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from revtrack.model import Block, Span
from revtrack.model.record import replace
from revtrack.text.sentences import trimmed

# The unit separator of ASCII, which is white space to Python.
EDGE = "\x1f"


def is_row(plain: str, start: int, end: int) -> bool:
    """Whether a stretch without the white space about it is a row of a table, be it with one cell that is not empty."""
    edge = plain.find(EDGE, max(0, start - 1), end + 1)
    return edge >= 0


def split(plain: str, start: int, end: int) -> list[Span]:
    """The cells of a row that are not empty, without the white space about them."""
    found: list[Span] = []
    while start <= end:
        edge = plain.find(EDGE, start, end)
        stop = end if edge < 0 else edge
        cell = trimmed(plain, start, stop)
        if cell.start < cell.end:
            found.append(cell)
        start = stop + 1
    return found


def parted(blocks: Iterable[Block], sentences: Sequence[Span]) -> Iterator[Block]:
    """The blocks, with each row of a table as so many blocks as it has cells."""
    for block in blocks:
        if block.role != "row":
            yield block
            continue
        for number in range(block.first, block.last):
            cell = sentences[number]
            yield replace(block, start=cell.start, end=cell.end, first=number, last=number + 1)
