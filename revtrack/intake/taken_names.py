"""Names that an archive's articles would have, and who came first: `Privacy Policy` is `Privacy-Policy`.

Kept in scratch tables, so that millions of names take no memory.
"""

from __future__ import annotations

import sqlite3

from revtrack.intake import scratch_tables

_TABLE = "CREATE TABLE taken (name TEXT PRIMARY KEY, owner TEXT) WITHOUT ROWID"


class TakenNames:
    """Names with their owners, in the order of asking."""

    def __init__(self) -> None:
        self._held = scratch_tables.made(_TABLE)

    def take(self, name: str, owner: str) -> bool:
        """Whether a name is this owner's: it was free, or taken for it before. Raises InputError."""
        folded = "-".join(name.lower().split())
        try:
            self._held.execute("INSERT OR IGNORE INTO taken VALUES (?, ?)", (folded, owner))
        except sqlite3.Error as error:
            raise scratch_tables.full(error) from None
        found = self._held.execute("SELECT owner FROM taken WHERE name = ?", (folded,)).fetchone()
        return bool(found[0] == owner)
