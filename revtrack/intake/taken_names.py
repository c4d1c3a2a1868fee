"""Names that an archive's articles would have, and who came first: `Privacy Policy` is `Privacy-Policy`.

Kept in a file of the system's temporary folder, so that millions of names take no memory.
"""

from __future__ import annotations

import sqlite3

_TABLE = "CREATE TABLE taken (name TEXT PRIMARY KEY, owner TEXT) WITHOUT ROWID"
_SETTINGS = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -2000")


class TakenNames:
    """Names with their owners, in the order of asking."""

    def __init__(self) -> None:
        self._held = sqlite3.connect("")  # a file without a name, gone with the process
        for statement in (*_SETTINGS, _TABLE, "BEGIN"):
            self._held.execute(statement)

    def take(self, name: str, owner: str) -> bool:
        """Whether a name is this owner's: it was free, or is his already."""
        folded = "-".join(name.lower().split())
        self._held.execute("INSERT OR IGNORE INTO taken VALUES (?, ?)", (folded, owner))
        found = self._held.execute("SELECT owner FROM taken WHERE name = ?", (folded,)).fetchone()
        return bool(found[0] == owner)
