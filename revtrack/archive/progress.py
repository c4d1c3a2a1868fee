"""How long work reports its progress: by a function that is called with what is done, how much of it, and the total."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int | None], None]
"""Called as `progress("Reading articles", 20, 100)`; the total is None where it is not known."""


def quiet(activity: str, done: int, total: int | None) -> None:
    """Report nothing."""
