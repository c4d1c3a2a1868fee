"""Many texts in one stream: one `git fast-import`, one pack, one transaction of the index.

Each text is held against what came before it, in the store or in the stream; nothing of the stream is kept in
memory. The branch moves once, at the end: a stream that breaks off leaves the store as it was. A stream in parts moves
it after each, and leaves what was done before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from revtrack import git
from revtrack.errors import InputError, RefusedError, StoreError
from revtrack.git import lock, log
from revtrack.index import rows, tables
from revtrack.index.database import writing
from revtrack.index.manifest import BRANCH, Draft
from revtrack.store import admission, commits
from revtrack.store.admission import Incoming

if TYPE_CHECKING:
    from revtrack.store.revisions import Store

Refused = Callable[[Incoming, Exception], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of many texts: how many were added, known already, or refused."""

    added: int
    known: int
    refused: int


def add(
    store: Store,
    texts: Iterable[Incoming],
    now: str,
    force: bool,
    refused: Refused,
    every: int | None = None,
    told: Callable[[int], None] | None = None,
) -> Imported:
    """Add texts to a store, all at once or in parts of `every`; raises StoreError, and then no text of a part is added.

    `told` is called when a part is on the disk, with how many texts are done with: added, known or refused.
    """
    added = known = refusals = 0
    stream = iter(texts)
    for first in stream:
        done = _part(store, chain((first,), islice(stream, every and every - 1)), now, force, refused)
        added, known, refusals = added + done.added, known + done.known, refusals + done.refused
        if told:
            told(added + known + refusals)
    return Imported(added, known, refusals)


def _part(store: Store, texts: Iterable[Incoming], now: str, force: bool, refused: Refused) -> Imported:
    """Add texts in one transaction."""
    with store.writing() as held, TemporaryFile() as ids:
        tip = store.tip()
        like = tip or store.repository.empty_id()

        def imported(db: sqlite3.Connection) -> Imported:
            stream = _Stream(db, store.repository, like, now, force, refused)
            try:
                with writing(db):
                    stream.run(texts, tip, held, store.durability, ids)
            except sqlite3.Error as error:  # asking again with what is left of the texts would add half of them
                raise StoreError(f"{store.path}: the index failed ({error}), no more was added: try again") from None
            return Imported(stream.added, stream.known, stream.refused)

        return store.index.ask(tip, imported)


class _Stream:
    """The texts on their way: what is known of them goes into the index before their commits have ids."""

    def __init__(
        self, db: sqlite3.Connection, repository: git.Repository, like: str, now: str, force: bool, refused: Refused
    ) -> None:
        self.added = self.known = self.refused = 0
        self._db, self._repository, self._like = db, repository, like
        self._now, self._force, self._tell = now, force, refused
        self._serial = tables.last_serial(db)

    def run(self, texts: Iterable[Incoming], tip: str, held: lock.Held, durability: str, ids: IO[bytes]) -> None:
        """Give all texts to Git, and then their commits' ids to the index."""
        first = tables.last_seq(self._db) + 1
        last = commits.write_all(self._repository, BRANCH, self._commits(texts), tip, held, durability, ids)
        ids.seek(0)
        tables.update_commit_ids(self._db, enumerate((line.decode().strip() for line in ids), first))
        tables.update_tip(self._db, last, self._serial)

    def _commits(self, texts: Iterable[Incoming]) -> Iterator[tuple[log.Commit, bytes]]:
        for incoming in texts:
            try:
                draft = self._draft(incoming)
            except (InputError, RefusedError) as error:
                self.refused += 1
                self._tell(incoming, error)
                continue
            if draft is None:
                self.known += 1
                continue
            self.added += 1
            commit = commits.of(self._repository, draft, self._like)
            tables.insert_revisions(self._db, [rows.row(commit, commit.files[0], draft.words)])
            yield commit, draft.content

    def _draft(self, incoming: Incoming) -> Draft | None:
        """The revision a text will be, None where it is known already; raises InputError, RefusedError."""
        text = admission.read(incoming, self._now)
        standing = tables.article_state(self._db, text.article, text.published)
        if admission.known(text, standing):
            return None
        admission.accept(text, standing, self._force)
        self._serial += 1
        path = standing.path or admission.path(text, lambda day: tables.is_crowded(self._db, day, admission.MOST_A_DAY))
        return admission.draft(text, path, self._serial)
