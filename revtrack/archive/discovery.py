"""Which archive a folder or a name stands for: a revtrack store, or a repository that keeps articles as files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack.articles import plain_text
from revtrack.errors import InputError, StoreError

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.repositories.newsroom import Newsroom


def find(start: Path, named: str | None = None, *, sync: bool = True) -> RevisionSource:
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
    newsroom = _newsroom(start)
    if newsroom:
        return newsroom
    raise StoreError(f"{start}: no store here or above: make one with `revtrack init`, or name one with --store")


def _named(path: Path, sync: bool) -> RevisionSource:
    from revtrack.store.revisions import FOLDER, Store

    if os.path.exists(path / ".git") and not os.path.isdir(path / FOLDER):
        newsroom = _newsroom(path)
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


def _newsroom(folder: Path) -> Newsroom | None:
    """The repository around a folder; which of its files are articles is what the house rules in its work tree say."""
    from revtrack.archive import house_file
    from revtrack.repositories.newsroom import discover

    return discover(folder, lambda newsroom: house_file.parse(newsroom.file).files, _words)


def _words(newsroom: Newsroom, blob: str, data: bytes) -> int:
    """How many words a file of a newsroom has; the text of a document is read once and kept."""
    from revtrack.archive import texts

    count = plain_text.count_words(data)
    if count or not texts.is_document(data):
        return count
    from revtrack.archive.cache import ReadingCache

    cache = ReadingCache(newsroom)
    try:
        count = len(cache.text_of(blob, data, blob).split())
    except InputError:
        return 0
    cache.flush()
    return count
