"""Questions to the ledger: which changes fit, and what is known of them.

The numbers of those that fit come first, up to so many that counting them costs nothing; the rest is looked up for the
few that are shown.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from revtrack.articles import slugs
from revtrack.index import tables
from revtrack.ledger import change_tables, search_words
from revtrack.model import SEVERITIES, Revision
from revtrack.model.queries import Answer, Question, SearchResult

COUNTED = 10_000  # of more changes than this it is only said that there are more
_SPELLINGS = 200  # words with one beginning that are looked for one by one

_ALL = (0, (1 << 63) - 1)


def of(db: sqlite3.Connection, question: Question) -> Answer:
    """The changes that a question asks for."""
    numbers, total, more = _fitting(db, question)
    return Answer(tuple(_results(db, numbers)), total, more)


def revisions(db: sqlite3.Connection, folded: str) -> list[Revision]:
    """The revisions of an article, oldest first."""
    query = f"SELECT {tables.COLUMNS} FROM ({tables.NUMBERED} WHERE folded = ?) ORDER BY number"
    return tables.revisions(db.execute(query, (folded,)))


def articles(db: sqlite3.Connection, names: Sequence[str]) -> list[int]:
    """The numbers of those articles that the ledger has."""
    spelled = dict.fromkeys(folded for name in names for folded in (slugs.folded(name), name))
    return [number for folded in spelled if (number := change_tables.article_number(db, folded))]


def bounds(since: str, until: str) -> tuple[int, int]:
    """The lowest and the highest number of a change between two times, either of which may be empty."""
    return (change_tables.newest(until) if until else _ALL[0], change_tables.oldest(since) if since else _ALL[1])


def _fitting(db: sqlite3.Connection, question: Question) -> tuple[list[int], int, bool]:
    """The numbers of what is to be shown, how many changes fit, and whether there are more than these."""
    limit = question.limit or _ALL[1]
    counted = max(limit, COUNTED)
    found = _numbers(db, question, min(counted + 1, _ALL[1]))
    total, more = min(len(found), counted), len(found) > counted
    if question.order == "time":
        return found[:limit], total, more
    if not more:
        return _gravest(db, found)[:limit], total, more
    shown: list[int] = []
    for severity in SEVERITIES:
        if len(shown) < limit and severity in (question.severities or SEVERITIES):
            shown += _numbers(db, replace(question, severities=(severity,)), limit - len(shown))
    return shown, total, more


def _numbers(db: sqlite3.Connection, question: Question, most: int) -> list[int]:
    """The numbers of changes that fit, newest first."""
    numbers = articles(db, question.articles)
    match = search_words.match(question, numbers, lambda letters: _spellings(db, letters))
    if match is None:
        return []
    first, last = bounds(question.since, question.until)
    if match:
        query = "SELECT rowid FROM change_words WHERE change_words MATCH ?4 AND rowid BETWEEN ?1 AND ?2 ORDER BY rowid"
        found = db.execute(f"{query} LIMIT ?3", (first, last, most, match))
    else:
        query = "SELECT number FROM change WHERE number BETWEEN ?1 AND ?2 ORDER BY number LIMIT ?3"
        found = db.execute(query, (first, last, most))
    return [number for (number,) in found]


def _gravest(db: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
    """The same changes, the most serious first, otherwise in the order they have."""
    query = "SELECT number FROM change WHERE number IN (SELECT value FROM json_each(?)) ORDER BY severity, number"
    return [number for (number,) in db.execute(query, (json.dumps(numbers),))]


def _results(db: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[SearchResult]:
    pairs: dict[int, tuple[Revision, Revision] | None] = {}
    for number, change in zip(numbers, change_tables.change_values(db, numbers), strict=True):
        found = db.execute("SELECT turn FROM change WHERE number = ?", (number,)).fetchone()
        turn = found[0] if found else 0
        if turn not in pairs:
            pairs[turn] = _pair(db, turn)
        pair = pairs[turn]
        if pair:
            context = change.pop(search_words.CONTEXT, "")
            yield SearchResult(*pair, change, context)


def _pair(db: sqlite3.Connection, turn: int) -> tuple[Revision, Revision] | None:
    """The two revisions that a turn lies between."""
    query = """SELECT folded, old.time, old.key, new.time, new.key FROM turn AS new
        JOIN turn AS old ON old.number = new.old JOIN ledger_article AS one ON one.number = new.article
        WHERE new.number = ?"""
    told = db.execute(query, (turn,)).fetchone()
    old, new = (_revision(db, told[0], *told[place : place + 2]) if told else None for place in (1, 3))
    return (old, new) if old and new else None


def _revision(db: sqlite3.Connection, folded: str, time: str, key: str) -> Revision | None:
    """A revision with its place among those of its article."""
    query = """SELECT article, (SELECT count(*) FROM revision WHERE folded = ?1 AND (time, seq) <= (one.time, one.seq)),
        id, blob, time, added, author, note, source, words FROM revision AS one
        WHERE folded = ?1 AND time = ?2 AND id || blob = ?3"""
    return next(iter(tables.revisions(db.execute(query, (folded, time, key)))), None)


def _spellings(db: sqlite3.Connection, letters: str) -> list[str]:
    """The indexed words that begin with some letters; none where they are many, or FTS5 does as well.

    FTS5 reads the lists of all of them before its first answer; named one by one they are read as far as needed.
    """
    letters = letters.lower()
    if not (letters.isascii() and letters.isalnum()):
        return []
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_word USING fts5vocab (main, change_words, instance)")
    found: list[str] = []
    query = "SELECT term FROM temp.indexed_word WHERE term >= ? LIMIT 1"
    while (row := db.execute(query, (letters if not found else f"{found[-1]}\0",)).fetchone()) is not None:
        if not row[0].startswith(letters):
            return found
        if len(found) == _SPELLINGS:
            return []
        found.append(row[0])
    return found
