"""The folder a site is written to: only changed files are written, and files no longer part of it are removed.

A marker file says that a folder is such a site; any other folder with files in it is refused. A symbolic link in it is
never followed: what lies behind one is neither written nor removed. The names that are part
of the site are kept in a temporary database: there may be more than memory should hold.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable

from revtrack import sheets
from revtrack.errors import InputError

MARKER = ".revtrack-site"


class SiteFolder:
    """The folder of a site; names are relative, with `/`."""

    def __init__(self, path: str) -> None:
        """Open or make the folder; raises InputError where it is something else."""
        self.path = path
        self.counts: Counter[str] = Counter()
        # An empty name is a database on disk that is deleted when it is closed.
        self._db = sqlite3.connect("")
        self._db.execute("CREATE TABLE kept (folder TEXT, name TEXT, PRIMARY KEY (folder, name)) WITHOUT ROWID")
        if os.path.exists(path) and not os.path.isdir(path):
            raise InputError(f"{path}: is a file: name a folder for the site")
        if os.path.isdir(path) and os.listdir(path) and not os.path.exists(os.path.join(path, MARKER)):
            raise InputError(f"{path}: exists and was not written by `revtrack site`: name a new or an empty folder")
        self.write(MARKER, "This folder is written by revtrack site; other files in it may be removed.\n")

    def write(self, name: str, text: str) -> None:
        """Write a file, unless it has this text already; raises InputError where it cannot be written."""
        self.write_parts(name, lambda: (text,))

    def write_parts(self, name: str, parts: Callable[[], Iterable[str]]) -> None:
        """The same with a long text in parts, which are made once to compare and once to write them."""
        self.keep(name)
        if self._holds(name, parts()):
            self.counts["unchanged"] += 1
            return
        self._check_links(name)
        target = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with sheets.whole(target) as file:
            file.writelines(part.encode() for part in parts())
        self.counts["written"] += 1

    def write_bytes(self, name: str, data: bytes) -> None:
        """The same with a file that is no text."""
        self.keep(name)
        if self.read(name) == data:
            self.counts["unchanged"] += 1
            return
        self._check_links(os.path.dirname(name))
        target = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with sheets.whole(target) as file:
            file.write(data)
        self.counts["written"] += 1

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none."""
        try:
            with open(os.path.join(self.path, name), "rb") as file:
                return file.read()
        except OSError:
            return None

    def keep(self, name: str) -> None:
        """Mark a file, or a folder with everything in it, as part of the site."""
        folder, _, file = name.rpartition("/")
        self._db.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (folder, file))

    def keeps(self, name: str) -> bool:
        """Whether a file or folder is marked as part of the site."""
        folder, _, file = name.rpartition("/")
        return self._is_kept(folder, file)

    def has(self, name: str) -> bool:
        """Whether there is a file, of this run or an earlier one."""
        return os.path.isfile(os.path.join(self.path, name))

    def tidy(self, folder: str) -> None:
        """Remove from one folder what is not part of the site."""
        self._check_links(folder)
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
        self._db.execute("DELETE FROM kept WHERE folder = ?", (folder,))

    def holds_articles(self) -> bool:
        """Whether the site had pages of an article when it was last written."""
        folder = os.path.join(self.path, "a")
        return os.path.isdir(folder) and bool(os.listdir(folder))

    def _check_links(self, name: str) -> None:
        """Raise InputError if a file or folder of the site, or one above it in the site, is a symbolic link."""
        path = self.path
        for part in filter(None, name.split("/")):
            path = os.path.join(path, part)
            if os.path.islink(path):
                raise InputError(f"{path}: is a symbolic link, which could lead out of the site: remove it")

    def _is_kept(self, folder: str, name: str) -> bool:
        query = "SELECT 1 FROM kept WHERE folder = ? AND name = ?"
        # A name that is not UTF-8 cannot be looked up, and no name of the site is like that.
        return self._db.execute(query, (folder, name.encode("utf-8", "replace").decode())).fetchone() is not None

    def _holds(self, name: str, parts: Iterable[str]) -> bool:
        """Whether a file has this text already."""
        try:
            with open(os.path.join(self.path, name), "rb") as file:
                same = all(file.read(len(data)) == data for data in map(str.encode, parts))
                return same and not file.read(1)
        except OSError:
            return False
