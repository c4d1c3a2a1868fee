"""The folder a site is written to: only what changed is written, and what is no longer part of it goes.

A marker file says that a folder is such a site; any other folder that is not empty is refused. Which names are part
of it is kept in a temporary database: they may be more than memory should hold.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable

from revtrack.errors import InputError
from revtrack.shell import output

MARKER = ".revtrack-site"


class Folder:
    """A site's folder; names are relative, with `/`."""

    def __init__(self, path: str) -> None:
        """Open or make the folder; raises InputError where it holds something else."""
        self.path = path
        self.counts: Counter[str] = Counter()
        # An empty name is a database on disk that goes when it is closed.
        self._kept = sqlite3.connect("")
        self._kept.execute("CREATE TABLE kept (folder TEXT, name TEXT, PRIMARY KEY (folder, name)) WITHOUT ROWID")
        if os.path.exists(path) and not os.path.isdir(path):
            raise InputError(f"{path}: is a file: name a folder for the site")
        if os.path.isdir(path) and os.listdir(path) and not os.path.exists(os.path.join(path, MARKER)):
            raise InputError(f"{path}: holds files that are no site of revtrack's: name a new or an empty folder")
        self.write(MARKER, "This folder is written by revtrack site; other files in it may be removed.\n")

    def write(self, name: str, text: str) -> None:
        """Make a file hold a text; raises InputError where it cannot be written."""
        self.write_parts(name, lambda: (text,))

    def write_parts(self, name: str, parts: Callable[[], Iterable[str]]) -> None:
        """The same with the parts of a long text, which are asked for once to compare and once to write them."""
        self.keep(name)
        if self._holds(name, parts()):
            self.counts["unchanged"] += 1
            return
        target = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        output.write_file(target, parts())
        self.counts["written"] += 1

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none."""
        try:
            with open(os.path.join(self.path, name), "rb") as file:
                return file.read()
        except OSError:
            return None

    def keep(self, name: str) -> None:
        """A file, or a folder with all that is in it, is part of the site."""
        folder, _, file = name.rpartition("/")
        self._kept.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (folder, file))

    def tidy(self, folder: str) -> None:
        """Remove what is not part of the site from one folder."""
        path = os.path.join(self.path, folder)
        for name in os.listdir(path) if os.path.isdir(path) else []:
            if self._is_kept(folder, name):
                continue
            target = os.path.join(path, name)
            if os.path.isdir(target) and not os.path.islink(target):
                shutil.rmtree(target)
            else:
                os.unlink(target)
            self.counts["removed"] += 1
        self._kept.execute("DELETE FROM kept WHERE folder = ?", (folder,))

    def _is_kept(self, folder: str, name: str) -> bool:
        query = "SELECT 1 FROM kept WHERE folder = ? AND name = ?"
        # A name that is no UTF-8 cannot be asked for, and none of the site's is one.
        return self._kept.execute(query, (folder, name.encode("utf-8", "replace").decode())).fetchone() is not None

    def _holds(self, name: str, parts: Iterable[str]) -> bool:
        """Whether a file holds this text already."""
        try:
            with open(os.path.join(self.path, name), "rb") as file:
                same = all(file.read(len(data)) == data for data in map(str.encode, parts))
                return same and not file.read(1)
        except OSError:
            return False
