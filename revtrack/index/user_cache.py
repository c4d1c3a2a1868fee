"""What was understood of a newsroom's texts, kept in the user's cache folder: nothing is written where they lie.

    ~/.cache/revtrack/0f3a….sqlite      one file a repository, by the hash of where its Git folder is

Work trees of one repository share it. Whoever has no such folder, or may not write there, does without.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from revtrack.index import tables
from revtrack.index.database import Database, writing


class UserCache:
    """Values by edition and key, as the index of a store keeps them."""

    def __init__(self, common: Path, *, outside: Path) -> None:
        """Those of the repository with this common Git folder; none lie within the folder `outside`."""
        folder = _folder(outside)
        name = hashlib.sha256(os.fsencode(common.resolve())).hexdigest()[:32]
        self._database = Database(folder and folder / f"{name}.sqlite")

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


def place() -> Path | None:
    """The user's cache folder for revtrack, None where the system tells of none."""
    # platformdirs knows more systems, and to ask it takes as long as to load click.
    named = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(named) and sys.platform == "win32":
        named = os.environ.get("LOCALAPPDATA", "")
    elif not os.path.isabs(named):
        named = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return Path(named, "revtrack") if os.path.isabs(named) else None


def _folder(outside: Path) -> Path | None:
    """The cache folder, made where it is missing, for its owner alone; None where it cannot be had."""
    folder = place()
    if folder is None or folder.resolve().is_relative_to(outside.resolve()):
        return None
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid():
            folder.chmod(0o700)
            return folder
    return None


def _is_made(db: sqlite3.Connection) -> bool:
    return bool(db.execute("PRAGMA user_version").fetchone()[0] == tables.VERSION)
