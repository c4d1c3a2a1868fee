"""Pages of the web from a folder or a file: WARC files and saved HTML, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from revtrack.errors import InputError
from revtrack.intake import captures, limits, markup, warc
from revtrack.intake.captures import Capture
from revtrack.intake.records import Item, Skipped

_WARC = (".warc", ".warc.gz")
_KNOWN = (*_WARC, *markup.SUFFIXES)


def read(path: str, at: str = "") -> Iterator[Item]:
    """The captures in a file or in all files below a folder; links in it are not followed. Raises InputError."""
    if not os.path.isdir(path):
        if not path.lower().endswith(_KNOWN):
            raise InputError(f"{path}: has the name of neither a WARC nor an HTML file: name files {', '.join(_KNOWN)}")
        yield from _file(Path(path), path, at)
        return
    found = sorted(_files(path))
    if not found:
        raise InputError(f"{path}: holds no file named {', '.join(_KNOWN)}: name another folder")
    for name in found:
        yield from _file(Path(path, name), name, at)


def _files(folder: str) -> Iterator[str]:
    """The files to be read below a folder, by their paths from it."""
    for here, _, names in os.walk(folder, onerror=_unreadable):
        for name in names:
            path = os.path.join(here, name)
            if name.lower().endswith(_KNOWN) and os.path.isfile(path) and not os.path.islink(path):
                yield os.path.relpath(path, folder).replace(os.sep, "/")


def _file(path: Path, name: str, at: str) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            if name.lower().endswith(markup.SUFFIXES):
                yield captures.record(Capture(name, stream.read(limits.MAX_PAGE + 1)), at)
                return
            for found in warc.read(stream, name):
                yield captures.record(found, at) if isinstance(found, Capture) else found
    except OSError as error:
        yield Skipped(name, f"cannot be read: {error.strerror}")


def _unreadable(error: OSError) -> None:
    raise InputError(f"{error.filename}: cannot be read: {error.strerror}: check its permissions")
