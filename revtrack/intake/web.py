"""Pages of the web from a folder or a file: WARC files and saved HTML, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from revtrack.errors import InputError
from revtrack.intake import captures, limits, markup, warc
from revtrack.intake.captures import Capture
from revtrack.intake.records import Item, SetAside, Skipped

_WARC = (".warc", ".warc.gz")
_KNOWN = (*_WARC, *markup.SUFFIXES)


def read(path: str, at: str = "") -> Iterator[Item]:
    """The captures in a file or in all files below a folder; links in it are not followed. Raises InputError."""
    for found in captured(path, _KNOWN):
        yield captures.record(found, at) if isinstance(found, Capture) else found


def archived(path: str) -> Iterator[Capture | Skipped | SetAside]:
    """The captures in a WARC file or in all those below a folder; raises InputError."""
    return captured(path, _WARC)


def captured(path: str, suffixes: tuple[str, ...]) -> Iterator[Capture | Skipped | SetAside]:
    """What was captured, out of files with one of the suffixes; raises InputError where there is none."""
    if not os.path.isdir(path):
        if not path.lower().endswith(suffixes):
            kind = "no WARC file" if suffixes == _WARC else "neither a WARC nor an HTML file"
            raise InputError(f"{path}: is {kind} by its name: name files {', '.join(suffixes)}")
        yield from _file(Path(path), path)
        return
    found = sorted(_files(path, suffixes))
    if not found:
        raise InputError(f"{path}: holds no file named {', '.join(suffixes)}: name another folder")
    for name in found:
        yield from _file(Path(path, name), name)


def _files(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """The files to be read below a folder, by their paths from it."""
    for here, _, names in os.walk(folder, onerror=_unreadable):
        for name in names:
            path = os.path.join(here, name)
            if name.lower().endswith(suffixes) and os.path.isfile(path) and not os.path.islink(path):
                yield os.path.relpath(path, folder).replace(os.sep, "/")


def _file(path: Path, name: str) -> Iterator[Capture | Skipped | SetAside]:
    try:
        with path.open("rb") as stream:
            if name.lower().endswith(markup.SUFFIXES):
                yield Capture(name, stream.read(limits.MAX_PAGE + 1))
            else:
                yield from warc.read(stream, name)
    except OSError as error:
        yield Skipped(name, f"cannot be read: {error.strerror}")


def _unreadable(error: OSError) -> None:
    raise InputError(f"{error.filename}: cannot be read: {error.strerror}: check its permissions")
