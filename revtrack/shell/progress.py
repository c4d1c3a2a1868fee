"""How far a long command has come, shown on a terminal and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

Item = TypeVar("Item")
_STEP = 100  # items between two looks at the clock


def reading(items: Iterable[Item], *, quiet: bool) -> Iterator[Item]:
    """Items of which nobody knows how many will come."""
    return _shown(items, "Reading", None, quiet)


def adding(items: Iterable[Item], count: int, *, quiet: bool) -> Iterator[Item]:
    """So many items."""
    return _shown(items, "Adding", count, quiet)


def _shown(items: Iterable[Item], label: str, count: int | None, quiet: bool) -> Iterator[Item]:
    if quiet or not _is_terminal():
        yield from items
        return
    with click.progressbar(items, count, label, show_pos=True, file=sys.stderr, update_min_steps=_STEP) as bar:
        yield from bar


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
