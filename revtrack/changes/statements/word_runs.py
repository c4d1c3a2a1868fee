"""Indices of words as runs of neighbours."""

from __future__ import annotations

from collections.abc import Iterator


def runs(indices: frozenset[int]) -> Iterator[range]:
    """The runs, from left to right."""
    start: int | None = None
    last = -2
    for index in sorted(indices):
        if index != last + 1:
            if start is not None:
                yield range(start, last + 1)
            start = index
        last = index
    if start is not None:
        yield range(start, last + 1)
