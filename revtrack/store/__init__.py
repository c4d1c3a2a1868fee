"""Articles and their revisions in Git, knowing nothing of claims.

    >>> from revtrack.store import Store
    >>> store = Store.init(folder)
    >>> store.add(b"At least 12 people died.", "storm-ulla", now="2024-10-31T15:04:00Z").revision.number
    1

What is not needed is not loaded: a look at a file costs no SQLite, a look at the store no GitPython.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from revtrack.errors import StoreError

if TYPE_CHECKING:
    from revtrack.model import Added, Listing
    from revtrack.repositories.newsroom import Newsroom
    from revtrack.store.archive import Archive, Incoming
    from revtrack.store.revisions import Store

__all__ = ["Added", "Archive", "Incoming", "Listing", "Newsroom", "Store", "find"]

_HOMES = {
    "Added": "model",
    "Archive": "store.archive",
    "Incoming": "store.archive",
    "Listing": "model",
    "Newsroom": "repositories.newsroom",
    "Store": "store.revisions",
}


def find(start: Path, named: str | None = None, *, sync: bool = True) -> Archive:
    """The archive named, else the nearest store upwards, else the newsroom around; raises StoreError.

    Without `sync`, a text counts as added before it is on the disk itself.
    """
    from revtrack.store.revisions import FOLDER, Store

    start = start.absolute()
    if named:
        return _named(start / os.path.expanduser(named), sync)
    for folder in (start, *start.parents):
        if os.path.isdir(folder / FOLDER):
            store = Store(folder, sync=sync)
            _trust(store.path)
            return store
    from revtrack.repositories.newsroom import discover

    newsroom = discover(start)
    if newsroom:
        return newsroom
    raise StoreError(f"{start}: no store here or above: make one with `revtrack init`, or name one with --store")


def _named(path: Path, sync: bool) -> Archive:
    from revtrack.store.revisions import FOLDER, Store

    if os.path.exists(path / ".git") and not os.path.isdir(path / FOLDER):
        from revtrack.repositories.newsroom import discover

        newsroom = discover(path)
        if newsroom:
            return newsroom
    return Store(path, sync=sync)


def _trust(path: Path) -> None:
    """Let Git decide on a store that was only come upon and is another user's; raises StoreError.

    A repository named to Git is not held against its safe.directory, and here nobody named it.
    """
    if hasattr(os, "geteuid") and path.stat().st_uid == os.geteuid():
        return
    from revtrack.git import Repository

    Repository(path, bare=False).run("rev-parse", "--git-dir")


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"revtrack.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'revtrack.store' has no attribute {name!r}")
