"""The store: a bare Git repository named `.revtrack`, one branch, one commit a revision.

    2024/10/31/storm-ulla.txt      the folder is the day of the article's first revision

A text is written by one `git fast-import` under a lock, on top of the commit that was the tip when the lock was
taken: no index, no work tree, and the same few milliseconds whatever the archive holds.
"""

from __future__ import annotations

import bisect
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack.errors import RefusedError, StoreError
from revtrack.model import Revision
from revtrack.store import articles, commits, git, lock, lookup, times
from revtrack.store.archive import Added, Listing

if TYPE_CHECKING:
    from revtrack.store.index import Index

FOLDER = ".revtrack"
BRANCH = "refs/heads/revisions"
PATIENCE = 10.0  # seconds to wait for another writer

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")
_HEADS = (BRANCH, "refs/heads/.invalid")  # the second is how a repository with reftables hides its HEAD


class Store:
    """Articles and their revisions in a bare repository; every method raises StoreError where Git fails."""

    def __init__(self, path: Path | str, *, patience: float = PATIENCE) -> None:
        """Open the store at a path, or the one in the folder there; raises StoreError."""
        path = Path(os.path.expanduser(path)).absolute()
        self.path = path / FOLDER if os.path.isdir(path / FOLDER) else path
        self.patience = patience
        self._repository = git.Repository(self.path)
        _check(self.path)

    @classmethod
    def init(cls, directory: Path | str) -> Store:
        """Make a store in a folder, and the folder where it is missing; raises StoreError."""
        directory = Path(os.path.expanduser(directory)).absolute()
        path = directory / FOLDER
        if os.path.lexists(path):
            raise StoreError(f"{path}: is there already: add to it with `revtrack add FILE`")
        try:
            directory.mkdir(parents=True, exist_ok=True)
            _make(path)
        except OSError as error:
            raise StoreError(f"{path}: cannot be made: {error.strerror}: choose another folder") from None
        return cls(path)

    def add(
        self, content: bytes, article: str, *, suffix: str = ".txt", at: str | None = None, by: str = "",
        note: str = "", source: str = "", now: str, force: bool = False,
    ) -> Added:  # fmt: skip
        """Keep a text as a revision published at `at`, by default `now`; raises InputError, RefusedError."""
        words = len(articles.decode(content, article + suffix).split())
        name, added = articles.slug(article), times.normalise(now)
        published = times.normalise(at) if at else added
        with lock.held(self.path / "revtrack.lock", self.patience):
            tip = self._tip()
            known = self._index.revisions(tip, name)
            place = bisect.bisect_right([one.time for one in known], published)
            before = known[place - 1] if place else None
            # Without a time of its own a text is held against the latest, even one dated ahead of now.
            latest = known[-1] if known and not at else before
            if latest and latest.blob == git.blob_id(content, latest.blob):
                return Added(latest, new=False)
            if before and words * 2 < before.words and not force:
                raise RefusedError(_halved(before, words))
            path = self._path(tip, name, published, suffix)
            draft = commits.Draft(Path(path).stem, path, content, published, added, by, note, source)
            commit = commits.write(self._repository, BRANCH, draft, tip)
            self._index.learn(tip, commit, words)
        return Added(commits.revision(commit, commit.files[0], words, place + 1), new=True)

    def articles(self) -> list[Listing]:
        """All articles by name."""
        return self._index.listings(self._tip())

    def revisions(self, article: str) -> list[Revision]:
        """The revisions of an article by time of publication, numbered from 1; raises UnknownError."""
        tip = self._tip()
        return self._index.revisions(tip, article) or self._index.revisions(tip, self.find_article(article))

    def history(self) -> list[Revision]:
        """The revisions of all articles by time of publication."""
        return self._index.history(self._tip())

    def find_article(self, name: str) -> str:
        """The article a slug, a path or a unique part of one stands for; raises UnknownError."""
        tip = self._tip()
        return next(iter(self._index.paths(tip, name)), None) or lookup.article(name, self._index.paths(tip))

    def find_revision(self, article: str, operand: str) -> Revision:
        """The revision a number, `first`, `latest`, a time or a commit id stands for; raises UnknownError."""
        return lookup.revision(self.revisions(article), operand)

    def default_pair(self, article: str) -> tuple[Revision, Revision]:
        """The last two revisions; raises UnknownError where there is one."""
        return lookup.last_two(self.revisions(article))

    def read(self, revision: Revision) -> bytes:
        """The bytes of a revision as they came in."""
        [data] = self.read_many([revision])
        return data

    def read_many(self, revisions: Iterable[Revision]) -> Iterator[bytes]:
        """The bytes of several revisions, in their order, from one process."""
        return self._repository.blobs(revision.blob for revision in revisions)

    @cached_property
    def _index(self) -> Index:
        from revtrack.store.index import Index

        return Index(self._repository, BRANCH)

    def _tip(self) -> str:
        return self._repository.tip(BRANCH)

    def _path(self, tip: str, name: str, published: str, suffix: str) -> str:
        """Where an article lies, or will: the day of its first revision."""
        found = next(iter(self._index.paths(tip, name).values()), None)
        return found or f"{published[:10].replace('-', '/')}/{name}{_kept(suffix)}"


def _kept(suffix: str) -> str:
    return suffix.lower() if _SUFFIX.fullmatch(suffix) else ".txt"


def _halved(before: Revision, words: int) -> str:
    return (
        f"{before.article}: has {words:,} words, the revision before it {before.words:,}: if it was not cut off"
        " (a paywall, a broken download), add it with --force"
    )


def _check(path: Path) -> None:
    """Raise StoreError unless a path is a store of revtrack's."""
    if not os.path.exists(path):
        raise StoreError(f"{path}: there is no such folder: name a store, or make one with `revtrack init`")
    try:
        head = (path / "HEAD").read_text(encoding="utf-8", errors="replace")
    except OSError:
        head = ""
    if not (head and os.path.isdir(path / "objects")):
        raise StoreError(f"{path}: is no store: name one, or make one with `revtrack init`")
    if head.removeprefix("ref:").strip() not in _HEADS:
        raise StoreError(f"{path}: is a Git repository, but no store of revtrack: make one with `revtrack init`")


def _make(path: Path) -> None:
    """Make the repository beside its place and move it there whole: a break leaves no half of a store."""
    with tempfile.TemporaryDirectory(prefix=".revtrack-", dir=path.parent) as folder:
        made = git.create(Path(folder, FOLDER), BRANCH.removeprefix("refs/heads/"))
        # A store inside a newsroom's repository is not part of it.
        (made.path / ".gitignore").write_text("*\n", encoding="ascii")
        made.path.rename(path)
