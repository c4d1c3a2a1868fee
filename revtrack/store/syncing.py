"""Two copies of a store that both grew become one: every revision of both, and the same last commit on both sides.

Histories are joined by a commit on top of both, never rewritten: a commit's id stays what it was when its text was
acknowledged. That commit is made from the two histories alone, so whoever joins them makes the same one.

    own      o--o--a--a'--M
                 \\       /
    theirs        b-----b'          M = what both sides end with

Revisions are numbered by time, so numbers may shift; a revision that both sides have (article, time, bytes) counts
once. What was removed for good does not come back: `removals` names it, and a rewritten history is refused.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from revtrack.articles import slugs
from revtrack.errors import RefusedError, StoreError
from revtrack.git import Repository, commit_log, lock
from revtrack.index import commit_manifest
from revtrack.index.commit_manifest import BRANCH
from revtrack.index.rows import is_article, is_same_again
from revtrack.model import Revision
from revtrack.model.synced import Synced
from revtrack.store import commits, divergence, remote, removals, verification
from revtrack.store.remote import MovedError, Remote
from revtrack.store.upkeep import SYNC_LOCK

if TYPE_CHECKING:
    from revtrack.git.commit_log import ChangedFile, Commit
    from revtrack.store.revisions import Store
    from revtrack.store.session import Session

ROUNDS = 20  # while the other copy keeps growing
_PAUSE = 0.1  # seconds before another round
_NAMED = 3  # findings in an error

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Growth:
    """What each side has that the other has not."""

    own: Sequence[Commit]
    theirs: Sequence[Commit]

    def repeats(self) -> list[str]:
        """Of the revisions that both sides have, the commits that need not count: those with the larger id."""
        own, theirs = _by_key(self.own), _by_key(self.theirs)
        pairs = (zip(sorted(own[key]), sorted(theirs[key]), strict=False) for key in own.keys() & theirs.keys())
        return sorted(max(pair) for found in pairs for pair in found)

    def shared(self) -> tuple[str, ...]:
        """The articles that began on both sides."""
        first, second = ({slugs.folded(one.article) for one in _begun(side)} for side in (self.own, self.theirs))
        return tuple(sorted(first & second))

    def twins(self) -> list[Commit]:
        """Commits of theirs that say all that one of ours says, under another id: a history that was rewritten."""
        known = {_said(commit) for commit in self.own if commit.files}
        return [commit for commit in self.theirs if commit.files and _said(commit) in known]

    def latest(self) -> dict[tuple[str, str], tuple[str, int, str]]:
        """For each text of a file, where it stands in the order of revisions."""
        found: dict[tuple[str, str], tuple[str, int, str]] = {}
        for commit in (*self.own, *self.theirs):
            told = commit_manifest.read(commit.message)[1]
            published = commit_manifest.published(told.get("Published", ""), commit.authored)
            place = (published, commit_manifest.number(told, "Serial") or 0, commit.id)
            for file in commit.files:
                key = (file.path, file.blob)
                found[key] = max(place, found.get(key, place))
        return found


def run(store: Store, address: str = "", *, unrelated: bool = False, rewritten: bool = False) -> Synced:
    """Bring a store and another copy of it together; raises StoreError, RefusedError, InputError."""
    other = remote.named(address or divergence.known_remote(store.path))
    if (store.path / "shallow").exists():
        raise StoreError(f"{store.path}: is a shallow clone, which lacks revisions: make a whole one, and sync that")
    with lock.hold(store.path / SYNC_LOCK, store.patience):
        done = _Sync(store, other, unrelated, rewritten)
        for turn in range(ROUNDS):
            time.sleep(_PAUSE * turn)
            try:
                found = done.round()
            except MovedError as error:
                failure: StoreError = error
                continue
            divergence.remember(store.repository, other, found.tip)
            return found
    raise failure


class _Sync:
    """Rounds of bringing together; what an earlier one took over counts in the end."""

    def __init__(self, store: Store, other: Remote, unrelated: bool, rewritten: bool) -> None:
        self.store, self.other = store, other
        self.unrelated, self.rewritten = unrelated, rewritten
        self.received = self.repeated = 0
        self.merged = False
        self.shared: tuple[str, ...] = ()

    def round(self) -> Synced:
        """One try; raises MovedError where the other copy grew meanwhile."""
        with remote.quarantine(self.store.path, self.store.tip()) as quarantine:
            theirs = self.other.tip(quarantine)
            if theirs and not _is_within(quarantine, theirs, self.store.tip()):
                theirs = self.other.fetch(quarantine)
                self._check(quarantine, self.store.tip(), theirs)
            tip = self._taken(quarantine, theirs) if theirs else self.store.tip()
            sent = 0
            if tip and tip != theirs:
                sent = sum(map(_count, _commits(quarantine, theirs, tip)))
                self.other.push(quarantine, tip, self.store.patience)
        shown = self.other.shown
        return Synced(shown, tip, self.received, sent, self.merged, self.repeated, self.shared)

    def _check(self, quarantine: Repository, tip: str, theirs: str) -> None:
        """Raise StoreError where what came in is not what was added to the other copy."""
        found = verification.of_range(quarantine, f"{tip}..{theirs}" if tip else theirs)
        wrong = list(islice((one for one in found if not one.note), _NAMED))
        if wrong:
            told = "; ".join(f"{one.article or 'the archive'} ({one.commit[:10]}): {one.what}" for one in wrong)
            raise StoreError(f"{self.other.shown}: is damaged, and nothing was taken over: {told}: verify it there")

    def _taken(self, quarantine: Repository, theirs: str) -> str:
        """The last commit of this store when all that came in is part of it."""
        with self.store.writing() as session:
            return self.store.retried(lambda: self._joined(session, quarantine, theirs))

    def _joined(self, session: Session, quarantine: Repository, theirs: str) -> str:
        tip = session.tip()
        grown = Growth(_commits(quarantine, theirs, tip), _commits(quarantine, tip, theirs))
        self._refuse(quarantine, grown, tip, theirs)
        if not tip or not grown.own:
            if grown.theirs:
                remote.take_over(quarantine, self.store.path)
                commits.move(session.repository, BRANCH, theirs, tip, session.lock, session.durability)
            self.received += sum(map(_count, grown.theirs))
            return theirs
        if not grown.theirs:
            return tip
        repeats = grown.repeats()
        files = list(_files(quarantine, min(tip, theirs), max(tip, theirs), grown))
        remote.take_over(quarantine, self.store.path)
        made = commits.write_merge(
            session.repository,
            BRANCH,
            (min(tip, theirs), max(tip, theirs)),
            files,
            commit_manifest.merge_message((min(tip, theirs), max(tip, theirs)), repeats),
            max(commit.committed for commit in (*grown.own, *grown.theirs)),
            tip,
            session.lock,
            session.durability,
        )
        self.received += sum(map(_count, grown.theirs))
        self.merged, self.repeated, self.shared = True, len(repeats), grown.shared()
        return made

    def _refuse(self, quarantine: Repository, grown: Growth, tip: str, theirs: str) -> None:
        """Raise RefusedError where bringing both together would undo what somebody decided."""
        removed = removals.named(self.store, quarantine, grown.theirs)
        for side, found in ((self.other.shown, grown.theirs), (str(self.store.path), grown.own)):
            back = next((one for one in found if removals.is_among(one, removed)), None)
            if back:
                article = commit_manifest.read(back.message)[1].get("Article", "")
                raise RefusedError(
                    f"{side}: has a text of {article} (commit {back.id[:10]}) that was removed for good: nothing was"
                    f" taken over; see `revtrack show {removals.ARTICLE}`, and make a new clone of the other copy"
                )
        twins = [] if self.rewritten else grown.twins()
        if twins:
            raise RefusedError(
                f"{self.other.shown}: {len(twins):,} revisions are there under other commits than here: one of the two"
                " histories was rewritten, perhaps to remove a text, which a merge would bring back: make a new clone"
                " of the copy that is right (docs/removal.md), or merge all the same with --rewritten"
            )
        if tip and theirs and not self.unrelated and not _base(quarantine, tip, theirs):
            raise RefusedError(
                f"{self.other.shown}: shares no revision with this archive: to make one archive of the two, for good,"
                " add --unrelated"
            )


def _commits(repository: Repository, below: str, top: str) -> list[Commit]:
    """The commits that lead to one and not to another."""
    if not top:
        return []
    return list(commit_log.read(repository, f"{below}..{top}" if below else top, "--topo-order", "--no-renames"))


def _is_within(repository: Repository, commit: str, tip: str) -> bool:
    """Whether a commit, which may not be here, leads to the tip."""
    if not tip:
        return False
    found = repository.run("merge-base", commit, tip, accept=(0, 1, 128)).decode().strip()
    return found == commit


def _base(repository: Repository, first: str, second: str) -> str:
    return repository.run("merge-base", first, second, accept=(0, 1)).decode().strip()


def _count(commit: Commit) -> int:
    """How many revisions a commit is."""
    return sum(map(is_article, commit.files)) or int(is_same_again(commit))


def _revised(commit: Commit) -> Iterator[ChangedFile]:
    return filter(is_article, commit.files)


def _begun(commits: Iterable[Commit]) -> Iterator[Revision]:
    """The first revisions of articles."""
    for commit in commits:
        for file in _revised(commit):
            if file.is_new_file:
                yield commit_manifest.revision(commit, file, 0)


def _by_key(commits: Iterable[Commit]) -> dict[Key, list[str]]:
    """The commits of each revision, by its article, time and bytes."""
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for commit in commits:
        for file in _revised(commit):
            one = commit_manifest.revision(commit, file, 0)
            found[slugs.folded(one.article), one.time, one.blob].append(commit.id)
    return found


def _said(commit: Commit) -> tuple[object, ...]:
    files = tuple((file.path, file.blob) for file in commit.files)
    return commit.author, commit.email, commit.authored, commit.committed, commit.message, files


def _files(repository: Repository, first: str, second: str, grown: Growth) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The files of the second commit that the first lacks, or has an earlier text of."""
    latest = grown.latest()
    printed = repository.run("diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-ext-diff", first, second)
    fields = iter(printed.split(b"\0"))
    for entry, path in zip(fields, fields, strict=False):
        _, mode, old, new, status = entry.split(b" ")
        if status == b"D":
            continue
        name = path.decode("utf-8", "surrogateescape")
        places = [(latest.get((name, blob.decode()), ()), blob) for blob in (old, new)]
        if status == b"A" or max(places)[1] == new:
            yield mode, new, path
