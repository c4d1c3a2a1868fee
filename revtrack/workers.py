"""Processes of this machine that work for another, and that never outlive it.

They are started anew, not forked, so that they begin alike on every system. Each watches a pipe whose other end only
the one that started them holds: when that closes, because it stops them or is itself killed, they leave at once.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from typing import Any

NEW_OBJECTS = 50_000  # between two looks for garbage, of which reading makes little


def processors() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool:
    """An executor of so many processes; `lost` are the errors that say that one of them died."""

    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._start()

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Have a function called by one of the processes."""
        return self._executor.submit(work, *given)

    def renew(self) -> None:
        """Go on with new processes after one has died."""
        self.stop()
        self._start()

    def stop(self) -> None:
        """End all processes, whatever they are at."""
        self._held.close()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        watched, self._held = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(self.workers, context, _begin, (watched,))


def _begin(watched: Connection) -> None:
    """What a process does first; Ctrl-C is for the one that started it, which then closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(NEW_OBJECTS)
    threading.Thread(target=_leave_with, args=(watched,), daemon=True).start()


def _leave_with(watched: Connection) -> None:
    try:
        watched.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
