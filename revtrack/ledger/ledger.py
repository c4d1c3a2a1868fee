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
from typing import Any, TypeVar

from revtrack.index import tables
from revtrack.index.database import Database, one_state, writing
from revtrack.ledger import answers, change_tables
from revtrack.ledger.change_tables import Row, Words, key
from revtrack.model import Revision
from revtrack.model.ledger import Answer, Question, Turn
from revtrack.model.tallies import Tallies

Told = TypeVar("Told")
Ask = Callable[[Callable[[sqlite3.Connection], Any]], Any]


@dataclass(frozen=True, slots=True)
class Work:
    """An article that is not in the ledger as it is now.

    `stretches` are runs of revisions to compare one with the next; `known` tells that the first of a run is in the
    ledger already, and only there for the second to be compared with.
    """

    folded: str
    revisions: tuple[Revision, ...]
    rows: tuple[Row, ...]
    stretches: tuple[tuple[Revision, ...], ...]
    known: tuple[bool, ...]


class Ledger:
    """The ledger in the tables of an index; `ask` puts a question to these when they are up to date."""

    def __init__(self, ask: Ask, edition: str) -> None:
        """The ledger of one edition of the reading; what another one filled in goes."""
        self._ask = ask
        self._edition = edition

    def due(self, most: int = -1) -> list[str]:
        """Articles of which something is missing, by their folded names."""

        def told(known: sqlite3.Connection) -> list[str]:
            if not self._is_aware(known):
                with writing(known):
                    self._take_note(known)
            query = "SELECT folded FROM ledger_due ORDER BY folded LIMIT ?"
            return [folded for (folded,) in known.execute(query, (most,))]

        return self._told(told)

    def work(self, folded: str) -> Work:
        """What is to be compared of an article."""

        def told(known: sqlite3.Connection) -> Work:
            rows = change_tables.rows(known, folded)
            return work(folded, answers.revisions(known, folded), rows)

        return self._told(told)

    def learn(self, found: Iterable[tuple[Work, Sequence[Turn]]]) -> int:
        """Take in the turns of articles, each of which was worked through; how many changes there were.

        An article that another process has worked on or added to meanwhile stays as it is.
        """
        batch = list(found)  # it is asked for a second time where the file had to be made anew

        def told(known: sqlite3.Connection) -> int:
            with writing(known):
                if change_tables.edition(known) != self._edition:
                    return 0
                changes = [change for done, turns in batch for change in _taken_in(known, done, turns)]
                change_tables.index(known, changes)
                return len(changes)

        return self._told(told)

    def answer(self, question: Question) -> Answer | None:
        """The changes that a question asks for; None where something is missing by now."""
        return self.ask(lambda known: answers.of(known, question))

    def tallies(self, articles: Sequence[str] = (), since: str = "", until: str = "") -> Tallies | None:
        """The ledger in numbers, or what it has of articles by their names; None where something is missing by now.

        Times are ISO 8601 in UTC with a final Z, both included, or empty.
        """
        from revtrack.ledger import tallies

        return self.ask(lambda known: tallies.of(known, articles, since, until))

    def ask(self, question: Callable[[sqlite3.Connection], Told]) -> Told | None:
        """What else can be asked of the tables; None where something is missing by now."""

        def told(known: sqlite3.Connection) -> Told | None:
            with one_state(known):
                is_whole = self._is_aware(known) and not known.execute("SELECT 1 FROM ledger_due LIMIT 1").fetchone()
                return question(known) if is_whole else None

        return self._told(told)

    def _told(self, question: Callable[[sqlite3.Connection], Told]) -> Told:
        answer: Told = self._ask(question)
        return answer

    def _is_aware(self, known: sqlite3.Connection) -> bool:
        """Whether note was taken of all that is in the index."""
        noted = change_tables.seen(known) if change_tables.edition(known) == self._edition else None
        return noted is not None and noted[0] == tables.seen(known)

    def _take_note(self, known: sqlite3.Connection) -> None:
        """Note which articles have got or lost a revision since."""
        if change_tables.edition(known) != self._edition:
            change_tables.make(known, self._edition)
        noted = change_tables.seen(known)
        touched = _touched(known, noted[1]) if noted else _altered(known)
        known.executemany("INSERT OR IGNORE INTO ledger_due VALUES (?)", [(folded,) for folded in touched])
        change_tables.see(known, tables.seen(known) or "", tables.last(known))


def work(folded: str, revisions: Sequence[Revision], rows: Sequence[Row]) -> Work:
    """What is to be compared of an article, by its revisions in their order and what the ledger has of them."""
    by_key = {row.key: row for row in rows}
    texts = [one for one in revisions if key(one) not in by_key or by_key[key(one)].is_text]
    found = [by_key.get(key(one)) for one in texts]
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


def in_memory(revisions: Sequence[Revision]) -> Ask:
    """A way to ask the tables of an index that holds these revisions, in the order of their commits."""
    database = Database(None)

    def fill(known: sqlite3.Connection) -> None:
        for statement in tables.TABLES:
            known.execute(statement)
        known.executemany(
            f"INSERT INTO revision VALUES (NULL{', ?' * 10})",
            (
                (
                    one.article,
                    one.article,
                    one.commit,
                    one.blob,
                    one.time,
                    one.added,
                    one.by,
                    one.note,
                    one.source,
                    one.words,
                )
                for one in revisions
            ),
        )
        for statement in tables.INDICES:
            known.execute(statement)

    database.ask(fill)
    return database.ask


def _taken_in(known: sqlite3.Connection, done: Work, turns: Sequence[Turn]) -> Iterator[Words]:
    """Write down an article's revisions and their changes; what is still to be indexed of these."""
    rows = change_tables.rows(known, done.folded)
    due = known.execute("SELECT 1 FROM ledger_due WHERE folded = ?", (done.folded,)).fetchone()
    keys = [*map(key, done.revisions)]
    now = [*map(key, answers.revisions(known, done.folded))]
    if not due or tuple(rows) != done.rows or keys != now:
        return
    gone = {row.number for row in rows} - {row.number for row in rows if row.key in set(keys)}
    change_tables.drop(known, done.folded, gone, whole=True)
    numbers = {row.key: row.number for row in rows if row.number not in gone}
    again = [numbers[key(turn.new)] for turn in turns if key(turn.new) in numbers]
    change_tables.drop(known, done.folded, again, whole=False)
    article = change_tables.settle(known, done.folded, keys)
    for turn in turns:
        old = numbers.get(key(turn.old)) if turn.old else None
        number = change_tables.put(known, numbers.get(key(turn.new)), article, turn, old)
        numbers[key(turn.new)] = number
        yield from change_tables.enter(known, article, done.folded, number, turn)
    if not keys:
        change_tables.forget(known, done.folded)


def _is_lacking(row: Row | None, before: Row | None, first: bool) -> bool:
    """Whether a revision is not in the ledger as compared with the one before it."""
    if row is None or (before is None and not first):
        return True
    return row.old != (before.number if before else None)


def _touched(known: sqlite3.Connection, seq: int) -> Iterator[str]:
    """The articles that got revisions behind a place."""
    for (folded,) in known.execute("SELECT DISTINCT folded FROM revision WHERE seq > ?", (seq,)).fetchall():
        count = known.execute("SELECT count(*) FROM revision WHERE folded = ?", (folded,)).fetchone()[0]
        if count > 1 or change_tables.article(known, folded):
            yield folded


def _altered(known: sqlite3.Connection) -> Iterator[str]:
    """The articles whose revisions are others than the ledger knows; those never revised need not be in it."""
    told = dict(known.execute("SELECT folded, revisions FROM ledger_article").fetchall())
    ordered = known.execute("SELECT folded, id || blob FROM revision ORDER BY folded, time, seq")
    for folded, group in groupby(ordered, key=lambda row: row[0]):
        keys = [key for _, key in group]
        before = told.pop(folded, None)
        if before != change_tables.digest(keys) if before else len(keys) > 1:
            yield folded
    yield from told
