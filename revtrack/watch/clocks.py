"""The clock that a run goes by: that of the machine, or in a test one that jumps to when something is due."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Protocol


class Clock(Protocol):
    """Tells the time, in seconds since 1970, and waits."""

    def now(self) -> float:
        """This moment."""

    async def wait(self, tasks: set[asyncio.Task[Any]], until: float | None) -> None:
        """Wait until one of the tasks is done or a time has come; without tasks until the time."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> float:
        """This moment."""
        return time.time()

    async def wait(self, tasks: set[asyncio.Task[Any]], until: float | None) -> None:
        """Wait until one of the tasks is done or a time has come."""
        pause = None if until is None else max(0.0, until - self.now())
        if tasks:
            await asyncio.wait(tasks, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
        elif pause is not None:
            await asyncio.sleep(pause)
