"""Tables for what does not fit into memory while an archive is read: in a file without a name, gone with the process.

The file lies in the system's temporary folder, which takes what the tables take.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from revtrack.errors import InputError

_SETTINGS = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -2000")


def made(*tables: str) -> sqlite3.Connection:
    """A database with some tables, each `CREATE TABLE ...`."""
    held = sqlite3.connect("")
    for statement in (*_SETTINGS, *tables, "BEGIN"):
        held.execute(statement)
    return held


@contextmanager
def opened(*tables: str) -> Iterator[sqlite3.Connection]:
    """The same for a block; raises InputError where the disk is full."""
    held = made(*tables)
    try:
        yield held
    except sqlite3.Error as error:
        raise full(error) from None
    finally:
        held.close()


def full(error: sqlite3.Error) -> InputError:
    """What to say where the temporary folder takes no more."""
    return InputError(
        f"the records cannot be put in order: {error}: free some space in the folder that TMPDIR names,"
        " nothing was added"
    )
