"""One writer at a time: a lock on a file, waited for only so long.

The system frees the lock when its holder ends, however it ends; so the file stays and needs no care.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from revtrack.errors import StoreError

PAUSE = 0.02  # seconds between two tries


@contextmanager
def held(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock; raises StoreError after `patience` seconds, or where the file cannot be written."""
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    except OSError as error:
        cause = error.strerror
        raise StoreError(f"{path.parent}: cannot be written: {cause}: check who may write there") from None
    try:
        _wait(file, path, patience)
        yield
    finally:
        os.close(file)


def _wait(file: int, path: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while not _taken(file):
        if time.monotonic() >= end:
            raise StoreError(f"{path}: another process has held this lock for {patience:g} s: wait, or end it")
        time.sleep(PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _taken(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
