"""How long work reports its progress: by a function that is called with what is done, how much of it, and the total."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Value = TypeVar("Value")

Progress = Callable[[str, int, int | None], None]
"""Called as `progress("Reading articles", 20, 100)`; the total is None where it is not known."""


def quiet(activity: str, done: int, total: int | None) -> None:
    """Report nothing."""


def told(progress: Progress | None, activity: str, values: Iterable[Value], total: int) -> Iterator[Value]:
    """The values as they are, each reported when the next one is asked for."""
    report = progress or quiet
    for done, value in enumerate(values):
        report(activity, done, total)
        yield value
    report(activity, total, total)
