"""What a run does beside asking hosts: telling people, having captures saved, having the tip stamped.

An errand goes on in the background, one task of it at a time, and holds up nothing: what fails is tried again later. It
takes what it needs out of the state in `begin`, does its task without the state, and writes down in `finish` what came
of it, so that only the loop touches the state.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Protocol

from revtrack.watch.clocks import Clock

PATIENCE = 60.0  # seconds that a run which has nothing more to ask goes on for its errands
LAST = 35.0  # seconds that a run which is over waits for what is on its way: to stop it might double it


class Errand(Protocol):
    """Something to be done beside."""

    def next_time(self, now: float) -> float | None:
        """When there is something to do; None where nothing is known of."""

    def begin(self, now: float) -> Coroutine[Any, Any, Any] | None:
        """The next task, None where there is none after all; called when the time has come."""

    def finish(self, outcome: Any, now: float) -> None:
        """Write down what came of the task."""


class ErrandTasks:
    """The tasks of errands that are under way."""

    def __init__(self, errands: Sequence[Errand], clock: Clock) -> None:
        self._errands = tuple(errands)
        self._new: Sequence[Errand] | None = None
        self._clock = clock
        self._active: dict[asyncio.Task[Any], Errand] = {}

    @property
    def active(self) -> set[asyncio.Task[Any]]:
        """The tasks that are not done."""
        return set(self._active)

    def renew(self, errands: Sequence[Errand]) -> None:
        """Go on with others, once what is under way is done: two tasks for one notifier might send one message."""
        self._new = errands

    def go_on(self) -> float | None:
        """Finish what is done, begin what is due; gives when the next errand is due that is not under way."""
        for task in [task for task in self._active if task.done()]:
            self._active.pop(task).finish(task.result(), self._clock.now())
        if self._new is not None:
            if self._active:
                return None
            self._errands, self._new = tuple(self._new), None
        times = []
        for errand in self._errands:
            if errand not in self._active.values():
                time = self._begun(errand)
                times += [] if time is None else [time]
        return min(times, default=None)

    async def end(self) -> None:
        """Wait for what is on its way, and begin nothing new."""
        if self._active:
            await asyncio.wait(self._active, timeout=LAST)
        for task, errand in self._active.items():
            if task.done() and not task.cancelled():
                errand.finish(task.result(), self._clock.now())
            else:
                task.cancel()
        await asyncio.gather(*self._active, return_exceptions=True)
        self._active.clear()

    def _begun(self, errand: Errand) -> float | None:
        """When an errand is due that was not begun now."""
        now = self._clock.now()
        while (time := errand.next_time(now)) is not None and time <= now:
            task = errand.begin(now)
            if task is not None:
                self._active[asyncio.ensure_future(task)] = errand
                return None
        return time
