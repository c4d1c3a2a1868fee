"""One writer at a time: a lock on a file, waited for only so long.

The system frees the lock when its holder ends, however it ends, and with it the programs it started that keep the
file open; so the file stays and needs no care. What it holds is a note of what is being written: a note found in it
by the next holder tells that the one before was stopped half way.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from revtrack.errors import StoreError

PAUSE = 0.005  # seconds between two tries
GRACE = 1.0  # seconds after which a lock whose holder took it long ago is not waited for any more
_LONGEST_NOTE = 1 << 24
# The folder may be somebody else's: what a link there leads to is not written to.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"))
_BEYOND = 1 << 40  # the byte that is locked on Windows, where what is locked cannot be read


class HeldElsewhereError(StoreError):
    """Another process holds the lock, and went on holding it."""


@dataclass(frozen=True, slots=True)
class HeldLock:
    """A lock that is held: its file, for programs to keep open, and the note in it."""

    file: int
    path: Path

    def write_note(self, note: bytes) -> None:
        """Leave a note of what is being written; raises StoreError."""
        try:
            os.ftruncate(self.file, 0)
            os.lseek(self.file, 0, os.SEEK_SET)
            os.write(self.file, note)
        except OSError as error:
            cause = error.strerror
            raise StoreError(f"{self.path}: cannot be written: {cause}: check the free space on the disk") from None

    def clear_note(self) -> None:
        """Take the note away: all is written."""
        os.ftruncate(self.file, 0)

    def read_note(self) -> bytes:
        """The note that a writer left who was stopped, empty where none was."""
        os.lseek(self.file, 0, os.SEEK_SET)
        return os.read(self.file, _LONGEST_NOTE)

    def note_time(self) -> float:
        """When the note was left, in seconds after 1970."""
        return os.fstat(self.file).st_mtime


@contextmanager
def hold(path: Path, patience: float) -> Iterator[HeldLock]:
    """Hold the lock; raises StoreError after `patience` seconds, or where the file cannot be written.

    One that was taken more than `patience` seconds ago is refused after a moment: whoever has it is not about to end.
    """
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, 0o666)
    except OSError as error:
        cause = error.strerror
        raise StoreError(f"{path.parent}: cannot be written: {cause}: check its permissions") from None
    try:
        _wait(file, path, patience)
        yield HeldLock(file, path)
    finally:
        os.close(file)


def _wait(file: int, path: Path, patience: float) -> None:
    begun = time.monotonic()
    while not _taken(file):
        waited = time.monotonic() - begun
        # Who has just got the lock says so a moment later: until then the file looks as old as its last holder left it.
        held = time.time() - os.fstat(file).st_mtime if waited >= GRACE else 0.0
        if waited >= patience or held > patience:
            cause = f"another process has held this lock for {max(patience, held):.0f} s"
            raise HeldElsewhereError(f"{path}: {cause}: wait for it, or stop it")
        time.sleep(PAUSE)
    if not os.fstat(file).st_size:  # the time of a note that a stopped writer left is looked at later
        with suppress(OSError):
            os.utime(path)


if sys.platform == "win32":
    import msvcrt

    def _taken(file: int) -> bool:
        try:
            os.lseek(file, _BEYOND, os.SEEK_SET)
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
