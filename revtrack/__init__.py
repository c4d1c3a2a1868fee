"""revtrack: what a news article claims, and how that changes as it is revised.

    >>> import revtrack
    >>> diff = revtrack.compare("At least 12 people died.", "At least 21 people died.")
    >>> diff.changes[0].message
    'people who died: at least 12 -> at least 21 (+75%)'

    >>> archive = revtrack.open("newsdesk")
    >>> archive.diff("storm", 1, "latest")

Everything below is loaded on first use, so that `import revtrack` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from revtrack.errors import InputError, RefusedError, RevtrackError, StoreError, UnknownError
from revtrack.version import VERSION

if TYPE_CHECKING:
    import os

    from revtrack.archive.archive import Archive
    from revtrack.model import Claims, Diff

__version__ = VERSION
__all__ = [
    "Archive",
    "Claims",
    "Diff",
    "InputError",
    "RefusedError",
    "RevtrackError",
    "StoreError",
    "UnknownError",
    "about",
    "compare",
    "extract",
    "open",
    "words",
]


def extract(text: str) -> Claims:
    """The claims of an article; offsets are code points into `text`."""
    from revtrack import claims

    return claims.of(text)


def compare(old: str, new: str) -> Diff:
    """The claim-level diff of two versions of an article."""
    from revtrack import changes, claims

    before = claims.of(old)
    return changes.between(before, claims.of(new, known=before))


def about() -> dict[str, str]:
    """What a report of a fault should name: the versions of revtrack and Python, the system, how the tagger runs."""
    import sys

    from revtrack import claims

    tagger = "compiled" if claims.is_compiled() else "in Python"
    return {"revtrack": VERSION, "Python": sys.version.split()[0], "system": sys.platform, "tagger": tagger}


def words(old: str, new: str) -> list[tuple[str, int, int, int, int]]:
    """The word marks of two sentences: `(op, old_start, old_end, new_start, new_end)`, equal runs included."""
    from revtrack.versions.words import marks

    return [mark.to_tuple() for mark in marks(old, new)]


def open(path: str | os.PathLike[str] | None = None, *, sync: bool = True) -> Archive:
    """The archive at a path: a store, the folder it is in, or a Git repository that keeps articles as files.

    Without a path, the nearest one upwards from the current folder; a store wins over a repository around it.
    Without `sync`, `add` does not wait until a text is on the disk. Raises StoreError where there is no archive.
    """
    from revtrack.archive.archive import Archive

    return Archive.open(path, sync=sync)


def __getattr__(name: str) -> object:
    if name == "Archive":
        from revtrack.archive.archive import Archive

        return Archive
    if name in ("Claims", "Diff"):
        from revtrack import model

        return getattr(model, name)
    raise AttributeError(f"module 'revtrack' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
