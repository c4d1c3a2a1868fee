"""Many texts in one stream: one `git fast-import`, one pack, one transaction of the index.

Each text is held against what came before it, in the store or in the stream; nothing of the stream is kept in
memory. The branch moves once, at the end: a stream that breaks off leaves the store as it was. A stream in parts moves
it after each, and leaves what was done before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO

from revtrack.errors import InputError, RefusedError, StoreError
from revtrack.git import blob_id, commit_log
from revtrack.index import act_tables, database, rows, tables
from revtrack.index.commit_manifest import BRANCH, Draft
from revtrack.store import admission, commits
from revtrack.store.admission import Incoming
from revtrack.store.session import Session

Refused = Callable[[Incoming, Exception], None]
Writing = Callable[[], AbstractContextManager[Session]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of many texts: how many were added, known already, or refused."""

    added: int
    known: int
    refused: int


def add(
    writing: Writing,
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
        done = _part(writing, chain((first,), islice(stream, every and every - 1)), now, force, refused)
        added, known, refusals = added + done.added, known + done.known, refusals + done.refused
        if told:
            told(added + known + refusals)
    return Imported(added, known, refusals)


def _part(writing: Writing, texts: Iterable[Incoming], now: str, force: bool, refused: Refused) -> Imported:
    """Add texts in one transaction."""
    with writing() as session, TemporaryFile() as ids:
        tip = session.tip()

        def imported(db: sqlite3.Connection) -> Imported:
            stream = _Stream(session, db, tip, now, force, refused)
            try:
                with database.writing(db):
                    stream.run(texts, ids)
            except sqlite3.Error as error:  # asking again with what is left of the texts would add half of them
                path = session.repository.path
                raise StoreError(f"{path}: the index failed ({error}) and nothing more was added: try again") from None
            return Imported(stream.added, stream.known, stream.refused)

        return session.index.ask(tip, imported)


class _Stream:
    """The texts on their way: what is known of them goes into the index before their commits have ids."""

    def __init__(
        self, session: Session, db: sqlite3.Connection, tip: str, now: str, force: bool, refused: Refused
    ) -> None:
        self.added = self.known = self.refused = 0
        self._session, self._db, self._tip = session, db, tip
        self._like = tip or session.repository.empty_id()
        self._now, self._force, self._on_refusal = now, force, refused
        self._serial = tables.last_serial(db)
        self._has_undone = bool(act_tables.undone(db))

    def run(self, texts: Iterable[Incoming], ids: IO[bytes]) -> None:
        """Give all texts to Git, and then their commits' ids to the index."""
        first = tables.last_seq(self._db) + 1
        to = self._session
        last = commits.write_all(to.repository, BRANCH, self._commits(texts), self._tip, to.lock, to.durability, ids)
        ids.seek(0)
        tables.update_commit_ids(self._db, enumerate((line.decode().strip() for line in ids), first))
        tables.update_tip(self._db, last, self._serial)

    def _commits(self, texts: Iterable[Incoming]) -> Iterator[tuple[commit_log.Commit, bytes]]:
        for incoming in texts:
            try:
                draft = self._draft(incoming)
            except (InputError, RefusedError) as error:
                self.refused += 1
                self._on_refusal(incoming, error)
                continue
            if draft is None:
                self.known += 1
                continue
            self.added += 1
            commit = commits.of(self._session.repository, draft, self._like)
            tables.insert_revisions(self._db, [rows.row(commit, commit.files[0], draft.words)])
            yield commit, draft.content

    def _is_taken_back(self, text: admission.Text, state: tables.ArticleState) -> bool:
        """Whether somebody took this text back: what comes in a stream was not chosen one by one."""
        return self._has_undone and act_tables.is_taken_back(
            self._db, state.name or text.article, text.published, blob_id(text.incoming.content, self._like)
        )

    def _draft(self, incoming: Incoming) -> Draft | None:
        """The revision a text will be, None where it is known already; raises InputError, RefusedError."""
        text = admission.read(incoming, self._now)
        state = tables.article_state(self._db, text.article, text.published)
        if admission.same_text(text, state) or self._is_taken_back(text, state):
            return None
        admission.check_length(text, state, self._force)
        self._serial += 1
        path = state.path or admission.new_path(
            text, lambda day: tables.is_crowded(self._db, day, admission.MOST_A_DAY)
        )
        return admission.draft(text, path, self._serial)
