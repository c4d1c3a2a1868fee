"""Rows of an SQLite database that somebody else made: opened read-only, and nothing it defines is run.

What is read must be a table: a view is a program, and so is a virtual table. A row that cannot be read is named and
the ones behind it are read on.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from revtrack.errors import InputError
from revtrack.intake import limits
from revtrack.intake.records import Skipped

_SETTINGS = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA query_only = ON")
_TABLE = re.compile(r"CREATE\s+TABLE\b", re.IGNORECASE)
_WITHOUT_ROWID = re.compile(r"\bWITHOUT\s+ROWID\b[^)]*$", re.IGNORECASE)


@contextmanager
def opened(path: str, name: str) -> Iterator[sqlite3.Connection]:
    """A database to be read; raises InputError where it is none, or is still being written to."""
    if os.path.exists(f"{path}-wal") and os.path.getsize(f"{path}-wal"):
        raise InputError(
            f"{name}: has changes that are not in it yet ({os.path.basename(path)}-wal): stop the program that writes"
            f' it, or run `sqlite3 {name} "PRAGMA wal_checkpoint(TRUNCATE)"`'
        )
    database: sqlite3.Connection | None = None
    try:
        database = sqlite3.connect(Path(path).absolute().as_uri() + "?mode=ro&immutable=1", uri=True)
        database.text_factory = lambda data: data.decode("utf-8", "replace")
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.MAX_FIELD)
        for setting in _SETTINGS:
            database.execute(setting)
        yield database
    except sqlite3.Error as error:
        raise InputError(f"{name}: is not an SQLite database, or is damaged ({error}): unpack it first") from None
    finally:
        if database:
            database.close()


def tables(database: sqlite3.Connection) -> list[str]:
    """The names of the tables that can be read, in the order in which they were made."""
    found = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return [
        str(name)
        for name, sql in found
        if _TABLE.match(str(sql)) and not _WITHOUT_ROWID.search(str(sql)) and not str(name).startswith("sqlite_")
    ]


def columns(database: sqlite3.Connection, table: str) -> list[str]:
    """The names of a table's columns."""
    return [str(row[1]) for row in database.execute(f"PRAGMA table_info({_quoted(table)})")]


def rows(
    database: sqlite3.Connection, table: str, wanted: Sequence[str], name: str
) -> Iterator[tuple[str, tuple[Any, ...]] | Skipped]:
    """Each row with its place: the wanted columns, in the order of the table's row numbers."""
    listed = ", ".join(map(_quoted, wanted))
    query = f"SELECT rowid, {listed} FROM {_quoted(table)} WHERE rowid > ? ORDER BY rowid"
    last = -(1 << 63)
    while True:
        try:
            for row in database.execute(query, (last,)):
                last = row[0]
                yield f"{name}:{last}", row[1:]
            return
        except sqlite3.DataError:  # a value above the limit: read on behind its row
            last = database.execute(f"SELECT min(rowid) FROM {_quoted(table)} WHERE rowid > ?", (last,)).fetchone()[0]
            yield Skipped(f"{name}:{last}", f"has a value larger than {limits.MAX_FIELD // 1_000_000} MB: shorten it")
        except sqlite3.Error as error:
            place = f"{name}: after row {max(last, 0)}"
            yield Skipped(
                place, f"the database is damaged from here on ({error}): repair it with `sqlite3 DB .recover`"
            )
            return


def words(value: object) -> str:
    """A value as text, empty for NULL."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else "" if value is None else str(value)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
