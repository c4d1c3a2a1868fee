"""What was understood of a newsroom's texts, kept in the user's cache folder: nothing is written where they lie.

    ~/.cache/revtrack/0f3a….sqlite      one file a repository, by the hash of where its Git folder is

Work trees of one repository share it. Whoever has no such folder, or may not write there, does without.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from revtrack.index import tables, user_folder
from revtrack.index.database import Database, writing


class UserCache:
    """Values by edition and key, as the index of a store keeps them."""

    def __init__(self, common: Path, *, outside: Path) -> None:
        """Those of the repository with this common Git folder; none lie within the folder `outside`."""
        folder = user_folder.made(os.fspath(outside))
        name = hashlib.sha256(os.fsencode(common.resolve())).hexdigest()[:32]
        self._database = Database(Path(folder, f"{name}.sqlite") if folder else None)

    def kept(self, edition: str, key: str) -> bytes | None:
        """What was kept under a key, None where nothing was."""

        def found(db: sqlite3.Connection) -> bytes | None:
            return tables.cached_value(db, edition, key) if _is_made(db) else None

        return self._database.ask(found)

    def keep(self, edition: str, values: Mapping[str, bytes]) -> None:
        """Keep values under their keys; those of other editions go."""

        def told(db: sqlite3.Connection) -> None:
            with writing(db):
                if not _is_made(db):
                    for statement in ("DROP TABLE IF EXISTS reading", tables.READING, tables.MARK):
                        db.execute(statement)
                tables.insert_cached(db, edition, values)

        self._database.ask(told)


def _is_made(db: sqlite3.Connection) -> bool:
    return bool(db.execute("PRAGMA user_version").fetchone()[0] == tables.VERSION)
