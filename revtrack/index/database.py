"""One SQLite file that may be missing, damaged, replaced or unwritable at any moment, and holds nothing of its own.

It is written ahead (WAL), so that readers and a writer do not wait for each other, and without waiting for the disk:
what a power failure takes is learned again from Git. Its connection stays open between questions.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

PATIENCE = 10  # seconds to wait for another process that writes the file

# A file that is new need not wait for the disk before anything is in it.
_SETTINGS = (
    "PRAGMA synchronous = OFF",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA trusted_schema = OFF",
)
_COMPANIONS = ("-wal", "-shm", "-journal")

T = TypeVar("T")
Query = Callable[[sqlite3.Connection], T]
Ask = Callable[[Query[Any]], Any]


class Database:
    """A file to put questions to, or without a path the memory of this one object."""

    def __init__(self, path: Path | None) -> None:
        self.path = path or Path(":memory:")
        self._lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        self._opened_as: tuple[int, ...] = ()

    def ask(self, query: Query[T]) -> T:
        """An answer from the file, from the file made anew, or from one in memory."""
        with self._lock:
            try:
                return query(self._connected())
            except sqlite3.DatabaseError as error:
                self.close()
                if not isinstance(error, sqlite3.OperationalError):  # that is a locked or unwritable one, not a bad one
                    self._forget()
            try:
                return query(self._connected())
            except sqlite3.Error:
                self.close()
            # From now on, as long as the same file lies there.
            self._db, self._opened_as = self._in_memory(), self._identity()
            return query(self._db)

    def close(self) -> None:
        """Let the file go until the next question."""
        with self._lock:
            db, self._db = self._db, None
            if db and self._opened_as[0] == os.getpid():  # a forked process must not close its parent's
                with suppress(sqlite3.Error):
                    db.close()

    def _connected(self) -> sqlite3.Connection:
        if self._db is None or self._opened_as != self._identity():
            self.close()
            self._db = sqlite3.connect(self.path, PATIENCE, isolation_level=None, check_same_thread=False)
            self._opened_as = self._identity()  # also of a file that answers nothing
            for setting in _SETTINGS:
                self._db.execute(setting)
            self._opened_as = self._identity()
        return self._db

    def _identity(self) -> tuple[int, ...]:
        """This process and the file that lies at the path now."""
        try:
            found = os.stat(self.path)
        except OSError:
            return (os.getpid(),)
        return os.getpid(), found.st_dev, found.st_ino

    def _in_memory(self) -> sqlite3.Connection:
        """A copy of the file where it can be read though not written, else an empty one."""
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        with suppress(sqlite3.Error), closing(sqlite3.connect(_read_only(self.path), uri=True)) as db:
            db.backup(memory)
            memory.execute("PRAGMA user_version").fetchone()
            return memory
        return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)

    def _forget(self) -> None:
        for end in ("", *_COMPANIONS):
            with suppress(OSError):  # where it may not be removed, the answer comes from memory
                Path(f"{self.path}{end}").unlink(missing_ok=True)


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, with no other writer beside; what is within already is part of the whole."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()


@contextmanager
def one_state(db: sqlite3.Connection) -> Iterator[None]:
    """See everything as it is now, whatever others write meanwhile; nothing is written within."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()


def _read_only(path: Path) -> str:
    return f"{path.as_uri()}?mode=ro&immutable=1"
