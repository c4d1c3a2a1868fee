"""Records in the order of their times, whatever order they came in.

A text that stands where the one before it did is no revision, and one that lost half of the words of the one before is
no edit. What stands before a text must not hang on how an archive was written, or on how often it is read: so all
records are read first and lie in a file of the system's temporary folder, which takes what the texts take.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter
from types import TracebackType

from revtrack.intake import scratch_tables
from revtrack.intake.records import Record

_TABLE = "CREATE TABLE record (seq INTEGER PRIMARY KEY, time TEXT, rank INTEGER, body BLOB)"
_VALUES = attrgetter(*(field.name for field in fields(Record)))  # `astuple` copies every value, at ten times the cost
_BATCH = 200


class Ordered:
    """A waiting room for records: put them in, then take them by time, rank, and order of coming."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, int, bytes]] = []
        self._held = scratch_tables.made(_TABLE)
        self.count = 0

    def put(self, record: Record) -> None:
        """Keep a record; raises InputError where the disk is full."""
        self._waiting.append((record.time, record.rank, marshal.dumps(_VALUES(record))))
        self.count += 1
        if len(self._waiting) >= _BATCH:
            self._store()

    def take(self) -> Iterator[Record]:
        """All records; raises InputError where the disk is full."""
        self._store()
        self._asked("CREATE INDEX by_time ON record (time, rank, seq)")
        found = self._asked("SELECT body FROM record INDEXED BY by_time ORDER BY time, rank, seq")
        for (body,) in found:
            yield Record(*marshal.loads(body))

    def __enter__(self) -> Ordered:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    def _store(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._asked("INSERT INTO record (time, rank, body) VALUES (?, ?, ?)", waiting)

    def _asked(self, statement: str, rows: list[tuple[str, int, bytes]] | None = None) -> sqlite3.Cursor:
        try:
            return self._held.execute(statement) if rows is None else self._held.executemany(statement, rows)
        except sqlite3.Error as error:
            raise scratch_tables.full(error) from None
