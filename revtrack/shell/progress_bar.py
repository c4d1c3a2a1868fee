"""Progress of a long command, shown on a terminal and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

MANY = 20  # articles to read before a reader of an archive is shown a bar


@contextmanager
def shown(*, quiet: bool = False, least: int = 0) -> Iterator[Callable[[str, int, int | None], None]]:
    """A function that draws bars, for the `progress` of an archive; none for totals below `least`."""
    is_watched = not quiet and sys.stderr is not None and sys.stderr.isatty()
    bars: dict[str, Any] = {}

    def report(activity: str, done: int, total: int | None) -> None:
        if not is_watched or (total is not None and total < least):
            return
        if activity not in bars:
            _finish(bars)
            bars[activity] = _bar(activity, total)
        bars[activity].update(done - bars[activity].pos)

    try:
        yield report
    finally:
        _finish(bars)


def _bar(label: str, total: int | None) -> Any:
    unknown: Iterator[None] = (None for _ in "")  # without a length, the bar shows only its position
    return click.progressbar(None if total else unknown, total, label, show_pos=True, file=sys.stderr)


def _finish(bars: dict[str, Any]) -> None:
    for bar in bars.values():
        bar.render_finish()
    bars.clear()
