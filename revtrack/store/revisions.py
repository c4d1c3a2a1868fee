"""The store: a bare Git repository named `.revtrack`, one branch, one commit a revision.

    2024/10/31/storm-ulla.txt      the folder is the day of the article's first revision

A text is written by one `git fast-import` under a lock, on top of the commit that was the tip when the lock was
taken: no index, no work tree, and the same few milliseconds whatever the archive holds.

It is one module because it is one object: what an archive asks of its store.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from revtrack import git
from revtrack.articles import lookup, times
from revtrack.errors import StoreError, UnknownError
from revtrack.index.commit_manifest import BRANCH
from revtrack.model import Revision
from revtrack.store import branch

if TYPE_CHECKING:
    from revtrack.index.database import Ask
    from revtrack.index.revision_index import Index
    from revtrack.model.archive_answers import Problem
    from revtrack.model.listings import Added, Listing
    from revtrack.model.recorded_acts import RecordedAct
    from revtrack.model.synced import Synced
    from revtrack.store.admission import Incoming
    from revtrack.store.bulk import Imported
    from revtrack.store.session import Session
    from revtrack.store.upkeep import Packed

FOLDER = ".revtrack"
PATIENCE = 30.0  # seconds to wait for another writer
T = TypeVar("T")
_COMMIT = r"[0-9A-Fa-f]{4,64}"
_PAUSE = 0.02  # seconds before the branch is tried again that another program holds

# A push may add revisions, and neither rewrite nor remove any.
_APPEND_ONLY = ("receive.denyNonFastForwards", "receive.denyDeletes")
_HEADS = (BRANCH, "refs/heads/.invalid")  # the second is how a repository with reftables hides its HEAD


class Store:
    """Articles and their revisions in a bare repository; every method raises StoreError where Git fails."""

    def __init__(self, path: Path | str, *, patience: float = PATIENCE, sync: bool = True) -> None:
        """Open the store at a path, or the one in the folder there; raises StoreError.

        A writer waits `patience` seconds for others; without `sync`, not until what it wrote is on the disk itself.
        """
        path = Path(os.path.expanduser(path)).absolute()
        self.path = path / FOLDER if os.path.isdir(path / FOLDER) else path
        self.patience = patience
        self.sync = sync
        self.repository = git.Repository(self.path)
        _check(self.path)

    @classmethod
    def init(cls, directory: Path | str) -> Store:
        """Make a store in a folder, and the folder where it is missing; raises StoreError."""
        directory = Path(os.path.expanduser(directory)).absolute()
        path = directory / FOLDER
        if os.path.lexists(path):
            raise StoreError(f"{path}: already exists: add to it with `revtrack add FILE`")
        try:
            directory.mkdir(parents=True, exist_ok=True)
            _make(path)
        except OSError as error:
            raise StoreError(f"{path}: cannot be created: {error.strerror}: choose another folder") from None
        return cls(path)

    def add(
        self,
        content: bytes,
        article: str,
        *,
        suffix: str = ".txt",
        at: str | None = None,
        by: str = "",
        note: str = "",
        source: str = "",
        words: int | None = None,
        facts: tuple[tuple[str, str], ...] = (),
        now: str | None = None,
        force: bool = False,
    ) -> Added:
        """Keep a text as a revision published at `at`; raises InputError, RefusedError.

        `now` is when it was added, by default this moment, and `at` is `now` by default. Of a document whose text the
        store cannot read, `words` is how many it has. `facts` are names and values that go with it, as of an answer.
        """
        from revtrack.store import admission

        incoming = admission.Incoming(content, article, suffix, at, by, note, source, words, facts)
        text = admission.read(incoming, _moment(now))
        with self.writing() as session:
            return self.retried(lambda: session.add(text, force))

    def add_many(
        self,
        texts: Iterable[Incoming],
        *,
        now: str | None = None,
        force: bool = False,
        refused: Callable[[Incoming, Exception], None] | None = None,
        every: int | None = None,
        told: Callable[[int], None] | None = None,
    ) -> Imported:
        """Keep many texts in one stream, all or, where it breaks off, none; raises StoreError.

        A text that `add` would refuse is left out, and `refused` called with it and the reason. In parts of `every`
        texts (1 or more), what breaks off leaves the parts before, other writers get their turn between two, and
        `told` is called after each with how many texts need not be given again.
        """
        from revtrack.store import bulk

        return bulk.add(self.writing, texts, _moment(now), force, refused or (lambda *_: None), every, told)

    def verify(self, article: str | None = None) -> Iterator[Problem]:
        """What is wrong with the store, or with one article of it; raises UnknownError."""
        from revtrack.store import verification

        tip = self.tip()
        return verification.of(self.repository, self.index, tip, self.find_article(article) if article else None)

    def gc(self) -> Packed:
        """Pack everything as small as Git can; nothing is thrown away."""
        from revtrack.store import upkeep

        return upkeep.gc(self.repository)

    def tidy(self) -> bool:
        """Pack what was added lately where it is much, in seconds; whether it was done."""
        from revtrack.store import upkeep

        return upkeep.tidy(self.repository)

    def undo(self, *, by: str = "", note: str = "", now: str | None = None) -> RecordedAct:
        """Take back what a person added or did last in the hour before now; raises RefusedError."""
        from revtrack.store import acting

        return acting.undo(self, by, note, _moment(now))

    def rename(self, article: str, name: str, *, by: str = "", note: str = "", now: str | None = None) -> RecordedAct:
        """Let an article go by another name; the one before keeps working. Raises UnknownError, RefusedError."""
        from revtrack.store import acting

        return acting.rename(self, article, name, by, note, _moment(now))

    def capture(self, article: str, commit: str, address: str, *, now: str | None = None) -> RecordedAct:
        """Record where others keep a copy of the page of a revision. Raises UnknownError."""
        from revtrack.store import acting

        return acting.capture(self, article, commit, address, _moment(now))

    def join(self, article: str, to: str, *, by: str = "", note: str = "", now: str | None = None) -> RecordedAct:
        """Let the revisions of an article be those of another one, by time; raises UnknownError, RefusedError."""
        from revtrack.store import acting

        return acting.join(self, article, to, by, note, _moment(now))

    def sync_with(self, address: str = "", *, unrelated: bool = False, rewritten: bool = False) -> Synced:
        """Bring this store and another copy of it together; raises StoreError, RefusedError, InputError."""
        from revtrack.store import syncing

        return syncing.run(self, address, unrelated=unrelated, rewritten=rewritten)

    def divergence(self) -> str:
        """What to say where the store and a copy that it knows have both grown; empty where they have not."""
        if not os.path.isdir(self.path / "refs" / "remotes"):
            return ""
        from revtrack.store import divergence

        return divergence.warning(self)

    def acts(self, article: str | None = None) -> list[RecordedAct]:
        """What was done to an article, or to all, beside adding to it, oldest first; raises UnknownError."""
        from revtrack.store import acting

        return acting.of(self, article)

    def aliases(self) -> list[tuple[str, str]]:
        """Every name that an article had before, and the one it has now."""
        return self.index.aliases(self.tip())

    def former_revisions(self, name: str) -> list[str]:
        """The commits of the revisions that an article had when it lost a name, in the order of their numbers then."""
        return self.index.former_revisions(self.tip(), name)

    def articles(self) -> list[Listing]:
        """All articles by name."""
        return self.index.listings(self.tip())

    def revisions(self, article: str) -> list[Revision]:
        """The revisions of an article by time of publication, numbered from 1; raises UnknownError."""
        tip = self.tip()
        return self.index.revisions(tip, article) or self.index.revisions(tip, self.find_article(article))

    def by_article(self) -> Iterator[list[Revision]]:
        """The revisions of one article after another, by name; memory does not grow with the store."""
        after = ""
        while names := self.index.names(self.tip(), after):
            yield from filter(None, (self.index.revisions(self.tip(), name) for name in names))
            after = names[-1]

    def history(self) -> list[Revision]:
        """The revisions of all articles by time of publication."""
        return self.index.history(self.tip())

    def find_article(self, name: str) -> str:
        """The article a slug, an imported name, a path or a unique part of one stands for; raises UnknownError."""
        tip = self.tip()
        found = self.index.article_name(tip, name)
        if found:
            return found
        from revtrack.store import naming

        made = naming.of_address(name) if naming.is_address(name) else naming.of_name(name)
        return self.index.article_name(tip, made) or lookup.article(name, self.index.paths(tip))

    def find_revision(self, article: str, operand: str) -> Revision:
        """The revision a number, `first`, `latest`, a time or a commit id stands for; raises UnknownError."""
        known = self.revisions(article)
        try:
            return lookup.revision(known, operand)
        except UnknownError:
            aside = self.index.set_aside(self.tip(), known[0].article) if re.fullmatch(_COMMIT, operand) else []
            found = [one for one in aside if one.commit.startswith(operand.lower())]
            if len(found) == 1:
                return found[0]
            raise

    def find_source(self, address: str) -> str | None:
        """The article of which a revision was published at an address, the latest one first; None for none."""
        from revtrack.store import naming

        wanted = naming.normalised(address)
        last_part = wanted.partition("?")[0].rpartition("/")[2]
        part = last_part if last_part.isascii() else ""
        found = self.index.sources(self.tip(), part.lower())
        return next((article for article, source in found if naming.normalised(source) == wanted), None)

    def default_pair(self, article: str) -> tuple[Revision, Revision]:
        """The last two revisions; raises UnknownError where there is one."""
        return lookup.last_two(self.revisions(article))

    def read(self, revision: Revision) -> bytes:
        """The bytes of a revision as they were added."""
        [data] = self.read_many([revision])
        return data

    def read_many(self, revisions: Iterable[Revision]) -> Iterator[bytes]:
        """The bytes of several revisions, in their order, from one process."""
        return self.repository.blobs(revision.blob for revision in revisions)

    def kept(self, edition: str, key: str) -> bytes | None:
        """What was kept under a key in the index, None where nothing is."""
        return self.index.kept(self.tip(), edition, key)

    def keep(self, edition: str, values: Mapping[str, bytes]) -> None:
        """Keep values in the index, as long as it lasts; those of other editions go."""
        self.index.keep(self.tip(), edition, values)

    def cut_off(self) -> frozenset[str]:
        """The commits of a shallow clone before which there are others that are not here."""
        return self.repository.shallow_commits()

    def tables(self) -> Ask:
        """A way to query the tables of the index, brought up to date before each query."""
        return lambda query: self.index.ask(self.tip(), query)

    def close(self) -> None:
        """Close the index's file; it is opened again when the store is next used."""
        self.index.close()

    @cached_property
    def index(self) -> Index:
        """What is known of the revisions, brought up to date at each question."""
        from revtrack.index.revision_index import Index

        return Index(self.repository, BRANCH)

    def tip(self) -> str:
        """The commit of the last revision, empty where there is none; raises StoreError if it was lost."""
        return branch.tip(self.repository, self.index)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Hold the store's lock, after removing what a killed writer left behind; raises StoreError."""
        from revtrack.git import lock, stale_locks
        from revtrack.store import commits, upkeep
        from revtrack.store.session import Session

        with lock.hold(self.path / upkeep.WRITER_LOCK, self.patience) as held:
            stale_locks.clear(self.repository, BRANCH, held)
            yield Session(self.repository, self.index, held, commits.SAFE if self.sync else commits.FAST)

    def retried(self, write: Callable[[], T]) -> T:
        """Write while the store's lock is held, again and again while another program holds or moves the branch.

        A lock of Git's that is older than the patience is left over, or is not about to go: it is not waited for.
        """
        from revtrack.git import stale_locks

        end = time.monotonic() + self.patience
        while True:
            try:
                return write()
            except git.BusyError:
                if time.monotonic() >= end or stale_locks.age(self.repository, BRANCH) > self.patience:
                    raise
            time.sleep(_PAUSE)


def _moment(now: str | None) -> str:
    return times.normalise(now) if now else times.of_seconds(int(time.time()))


def _check(path: Path) -> None:
    """Raise StoreError unless a path is a store of revtrack's."""
    if not os.path.exists(path):
        raise StoreError(f"{path}: no such folder: name a store, or make one with `revtrack init`")
    try:
        head = (path / "HEAD").read_text(encoding="utf-8", errors="replace")
    except OSError:
        head = ""
    if not (head and os.path.isdir(path / "objects")):
        raise StoreError(f"{path}: is not a revtrack store: name one, or make one with `revtrack init`")
    if head.removeprefix("ref:").strip() not in _HEADS:
        raise StoreError(f"{path}: is a Git repository, but not a revtrack store: make one with `revtrack init`")


def _make(path: Path) -> None:
    """Make the repository beside its place and move it there whole: a break leaves no half of a store."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix=".revtrack-", dir=path.parent) as folder:
        made = git.create(Path(folder, FOLDER), BRANCH.removeprefix("refs/heads/"))
        for name in _APPEND_ONLY:
            made.run("config", name, "true")
        # A store inside a newsroom's repository is not part of it.
        (made.path / ".gitignore").write_text("*\n", encoding="ascii")
        made.path.chmod(0o700)  # drafts are in it: whoever shares the store opens it to a group
        made.path.rename(path)
