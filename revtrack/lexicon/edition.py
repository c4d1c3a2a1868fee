"""One short word for how articles are read: it is another one as soon as a rule or a table is.

What was understood of a text may be kept under it, and is not found again once any line of the reading changed: the
packages that decode, read and compare, their tables, and what of Python and of others they rest on.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

READING = ("changes", "claims", "lexicon", "model", "articles/plain_text.py", "text", "versions")


@cache
def edition(*more: str) -> str:
    """The edition of this installation, the same on every machine; `more` parts of it count as well: `rows`."""
    found = hashlib.sha256(f"{unicodedata.unidata_version} {version('diff-match-patch')}".encode())
    for name in (*READING, *more):
        for path, file in _within(name, files("revtrack").joinpath(*name.split("/"))):
            data = file.read_bytes()
            found.update(b"%b\0%d\0%b" % (path.encode(), len(data), data))
    return found.hexdigest()[:20]


def _within(path: str, place: Traversable) -> Iterator[tuple[str, Traversable]]:
    """The files of a folder and its folders, by name; or the one file."""
    if place.is_file():
        yield path, place
    elif place.is_dir():
        for inner in sorted(place.iterdir(), key=lambda one: one.name):
            if inner.name != "__pycache__":
                yield from _within(f"{path}/{inner.name}", inner)
