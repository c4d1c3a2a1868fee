"""The ledger of changes: every change of every article, between each readable revision and the one before it.

It is derived like the index it lies in, and knows nothing of texts: what it lacks it names, and whoever can compare
texts fills it in. What of the index it has taken note of is one commit and the place of its last row, so that knowing
that nothing is missing costs as little with a million changes as with none.

    for folded in ledger.due():                 articles with revisions that are not in it
        work = ledger.work(folded)              which revisions to compare
        ledger.learn([(work, turns)])           what differs between them
    ledger.answer(Question("toll"))
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from revtrack.index import tables
from revtrack.index.database import Ask, one_state, writing
from revtrack.ledger import answers, change_tables
from revtrack.ledger.change_tables import TurnRow, WordRow, revision_key
from revtrack.model import Revision
from revtrack.model.queries import Answer, Question, Turn
from revtrack.model.statistics import Statistics

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Work:
    """An article that is not in the ledger as it is now.

    `stretches` are runs of revisions to compare one with the next; `known` tells that the first of a run is in the
    ledger already, and only there for the second to be compared with.
    """

    folded: str
    revisions: tuple[Revision, ...]
    rows: tuple[TurnRow, ...]
    stretches: tuple[tuple[Revision, ...], ...]
    known: tuple[bool, ...]


class Ledger:
    """The ledger in the tables of an index; `ask` puts a question to these when they are up to date."""

    def __init__(self, ask: Ask, edition: str) -> None:
        """The ledger of one edition of the reading; what another one filled in goes."""
        self._ask = ask
        self._edition = edition

    def due(self, most: int = -1) -> list[str]:
        """Articles of which something is missing, by their folded names, those with most revisions first.

        Read side by side, a long one that came last would be waited for alone.
        """

        def told(db: sqlite3.Connection) -> list[str]:
            if not self._is_aware(db):
                with writing(db):
                    self._take_note(db)
            count = "(SELECT count(*) FROM revision WHERE revision.folded = ledger_due.folded)"
            query = f"SELECT folded FROM ledger_due ORDER BY {count} DESC, folded LIMIT ?"
            return [folded for (folded,) in db.execute(query, (most,))]

        return self._told(told)

    def work(self, folded: str) -> Work:
        """What is to be compared of an article."""

        def told(db: sqlite3.Connection) -> Work:
            rows = change_tables.turn_rows(db, folded)
            return work(folded, answers.revisions(db, folded), rows)

        return self._told(told)

    def learn(self, found: Iterable[tuple[Work, Sequence[Turn]]]) -> int:
        """Take in the turns of articles, each of which was worked through; how many changes there were.

        An article that another process has worked on or added to meanwhile stays as it is.
        """
        batch = list(found)  # it is asked for a second time where the file had to be made anew

        def told(db: sqlite3.Connection) -> int:
            with writing(db):
                if change_tables.edition(db) != self._edition:
                    return 0
                changes = [change for done, turns in batch for change in _taken_in(db, done, turns)]
                change_tables.insert_words(db, changes)
                return len(changes)

        return self._told(told)

    def has(self, revision: Revision) -> bool:
        """Whether a revision is in the ledger."""
        return self._told(lambda db: change_tables.edition(db) == self._edition and change_tables.has(db, revision))

    def holds(self, turn: Turn) -> bool:
        """Whether what the ledger has of a turn is right, which is so where it has nothing of it."""
        return self._told(lambda db: change_tables.edition(db) != self._edition or change_tables.holds(db, turn))

    def answer(self, question: Question) -> Answer | None:
        """The changes that a question asks for; None where something is missing by now."""
        return self.ask(lambda db: answers.of(db, question))

    def tallies(self, articles: Sequence[str] = (), since: str = "", until: str = "") -> Statistics | None:
        """The ledger in numbers, or what it has of articles by their names; None where something is missing by now.

        Times are ISO 8601 in UTC with a final Z, both included, or empty.
        """
        from revtrack.ledger import tallies

        return self.ask(lambda db: tallies.of(db, articles, since, until))

    def ask(self, question: Callable[[sqlite3.Connection], T]) -> T | None:
        """What else can be asked of the tables; None where something is missing by now."""

        def told(db: sqlite3.Connection) -> T | None:
            with one_state(db):
                is_whole = self._is_aware(db) and not db.execute("SELECT 1 FROM ledger_due LIMIT 1").fetchone()
                return question(db) if is_whole else None

        return self._told(told)

    def _told(self, question: Callable[[sqlite3.Connection], T]) -> T:
        answer: T = self._ask(question)
        return answer

    def _is_aware(self, db: sqlite3.Connection) -> bool:
        """Whether note was taken of all that is in the index."""
        noted = change_tables.noted_tip(db) if change_tables.edition(db) == self._edition else None
        return noted is not None and noted[0] == tables.indexed_tip(db)

    def _take_note(self, db: sqlite3.Connection) -> None:
        """Note which articles have got or lost a revision since."""
        if change_tables.edition(db) != self._edition:
            change_tables.create_tables(db, self._edition)
        noted = change_tables.noted_tip(db)
        touched = _touched(db, noted[1]) if noted else _altered(db)
        db.executemany("INSERT OR IGNORE INTO ledger_due VALUES (?)", [(folded,) for folded in touched])
        change_tables.update_noted_tip(db, tables.indexed_tip(db) or "", tables.last_seq(db))


def work(folded: str, revisions: Sequence[Revision], rows: Sequence[TurnRow]) -> Work:
    """What is to be compared of an article, by its revisions in their order and what the ledger has of them."""
    by_key = {row.key: row for row in rows}
    texts = [one for one in revisions if revision_key(one) not in by_key or by_key[revision_key(one)].is_text]
    found = [by_key.get(revision_key(one)) for one in texts]
    lacking = [
        _is_lacking(row, before, place == 0)
        for place, (row, before) in enumerate(zip(found, [None, *found], strict=False))
    ]
    if len(revisions) < 2 and not rows:
        lacking = []  # of an article that was never revised nothing needs to be read
    stretches, known = [], []
    for is_lacking, group in groupby(range(len(lacking)), key=lacking.__getitem__):
        places = list(group)
        if is_lacking:
            first = max(places[0] - 1, 0)
            stretches.append(tuple(texts[first : places[-1] + 1]))
            known.append(first < places[0])
    return Work(folded, tuple(revisions), tuple(rows), tuple(stretches), tuple(known))


def _taken_in(db: sqlite3.Connection, done: Work, turns: Sequence[Turn]) -> Iterator[WordRow]:
    """Write down an article's revisions and their changes; what is still to be indexed of these."""
    rows = change_tables.turn_rows(db, done.folded)
    due = db.execute("SELECT 1 FROM ledger_due WHERE folded = ?", (done.folded,)).fetchone()
    keys = [*map(revision_key, done.revisions)]
    now = [*map(revision_key, answers.revisions(db, done.folded))]
    if not due or tuple(rows) != done.rows or keys != now:
        return
    gone = {row.number for row in rows} - {row.number for row in rows if row.key in set(keys)}
    change_tables.delete_changes(db, done.folded, gone, whole=True)
    numbers = {row.key: row.number for row in rows if row.number not in gone}
    again = [numbers[revision_key(turn.new)] for turn in turns if revision_key(turn.new) in numbers]
    change_tables.delete_changes(db, done.folded, again, whole=False)
    article = change_tables.upsert_article(db, done.folded, keys)
    for turn in turns:
        old = numbers.get(revision_key(turn.old)) if turn.old else None
        number = change_tables.insert_turn(db, numbers.get(revision_key(turn.new)), article, turn, old)
        numbers[revision_key(turn.new)] = number
        yield from change_tables.insert_changes(db, article, done.folded, number, turn)
    if not keys:
        change_tables.delete_article(db, done.folded)


def _is_lacking(row: TurnRow | None, before: TurnRow | None, first: bool) -> bool:
    """Whether a revision is not in the ledger as compared with the one before it."""
    if row is None or (before is None and not first):
        return True
    return row.old != (before.number if before else None)


def _touched(db: sqlite3.Connection, seq: int) -> Iterator[str]:
    """The articles that got revisions behind a place."""
    for (folded,) in db.execute("SELECT DISTINCT folded FROM revision WHERE seq > ?", (seq,)).fetchall():
        count = db.execute("SELECT count(*) FROM revision WHERE folded = ?", (folded,)).fetchone()[0]
        if count > 1 or change_tables.article_number(db, folded):
            yield folded


def _altered(db: sqlite3.Connection) -> Iterator[str]:
    """The articles whose revisions are others than the ledger knows; those never revised need not be in it."""
    told = dict(db.execute("SELECT folded, revisions FROM ledger_article").fetchall())
    ordered = db.execute("SELECT folded, id || blob FROM revision ORDER BY folded, time, seq")
    for folded, group in groupby(ordered, key=lambda row: row[0]):
        keys = [key for _, key in group]
        before = told.pop(folded, None)
        if before != change_tables.digest(keys) if before else len(keys) > 1:
            yield folded
    yield from told
