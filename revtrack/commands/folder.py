"""The folder a site is written to: only what changed is written, and what is no longer part of it goes.

A marker file says that a folder is such a site; any other folder that is not empty is refused.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter, defaultdict

from revtrack.commands import output
from revtrack.errors import InputError

MARKER = ".revtrack-site"


class Folder:
    """A site's folder; names are relative, with `/`."""

    def __init__(self, path: str) -> None:
        """Open or make the folder; raises InputError where it holds something else."""
        self.path = path
        self.counts: Counter[str] = Counter()
        self._kept: defaultdict[str, set[str]] = defaultdict(set)
        if os.path.exists(path) and not os.path.isdir(path):
            raise InputError(f"{path}: is a file: name a folder for the site")
        if os.path.isdir(path) and os.listdir(path) and not os.path.exists(os.path.join(path, MARKER)):
            raise InputError(f"{path}: holds files that are no site of revtrack's: name a new or an empty folder")
        self.write(MARKER, "This folder is written by revtrack site; other files in it may be removed.\n")

    def write(self, name: str, text: str) -> None:
        """Make a file hold a text; raises InputError where it cannot be written."""
        self.keep(name)
        data = text.encode()
        if self.read(name) == data:
            self.counts["unchanged"] += 1
            return
        target = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        output.write_file(target, text)
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
        self._kept[folder].add(file)

    def tidy(self, folder: str) -> None:
        """Remove what is not part of the site from one folder."""
        path = os.path.join(self.path, folder)
        for name in os.listdir(path) if os.path.isdir(path) else []:
            if name in self._kept[folder]:
                continue
            target = os.path.join(path, name)
            if os.path.isdir(target) and not os.path.islink(target):
                shutil.rmtree(target)
            else:
                os.unlink(target)
            self.counts["removed"] += 1
        self._kept.pop(folder, None)
