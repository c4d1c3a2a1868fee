"""The tables of the ledger, and what is asked and written in them within one transaction.

A change's number is made of the time of its new revision, the newest having the lowest: so that the order of the
rows, and of every list of them that FTS5 keeps, is that of the answers. The text that is indexed is not kept: to take
a change out, it is made again from the change.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from revtrack.articles import times
from revtrack.errors import StoreError
from revtrack.ledger import search_words
from revtrack.model import SEVERITIES, Change, Revision
from revtrack.model.queries import Turn

VERSION = 4  # of the tables and of what is indexed; tables of another version are rebuilt

SEEN = "CREATE TABLE ledger_seen (tip TEXT, seq INTEGER)"  # what of the index was noted, which goes with the index
NAMES = ("ledger", "ledger_due", "ledger_article", "turn", "change", "change_text", "change_words")
TABLES = (
    "CREATE TABLE ledger (version INTEGER, edition TEXT)",
    "CREATE TABLE ledger_due (folded TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE ledger_article (number INTEGER PRIMARY KEY, folded TEXT UNIQUE, revisions BLOB)",
    """CREATE TABLE turn (
        number INTEGER PRIMARY KEY, article INTEGER, key TEXT, time TEXT, old INTEGER, is_text INTEGER)""",
    "CREATE INDEX turn_by_article ON turn (article)",
    """CREATE TABLE change (
        number INTEGER PRIMARY KEY, turn INTEGER, article INTEGER, month INTEGER, kind INTEGER, labels INTEGER,
        severity INTEGER, acknowledged INTEGER, was INTEGER, became INTEGER)""",
    "CREATE INDEX change_by_article ON change (article, number, turn)",
    "CREATE TABLE change_text (turn INTEGER PRIMARY KEY, first INTEGER, value BLOB)",
    """CREATE VIRTUAL TABLE change_words USING fts5 (
        words, marks, content = '', tokenize = "unicode61 remove_diacritics 2")""",
)

# A number has 39 bits for the second, then 18 for the revision and 6 for the change, so that changes of one second
# stand in the same order whenever they came; a revision with more changes runs on into the places behind it.
_SECOND, _TURN = 24, 6
_TURNS = (1 << _SECOND - _TURN) - 1024
_LATEST = times.to_seconds("9999-12-31T23:59:59Z")

WordRow = tuple[int, str, str]  # a change's number, words and marks


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A revision as the ledger has it, by its key; `old` is the number of the one it was compared with."""

    number: int
    key: str
    old: int | None
    is_text: bool


def edition(db: sqlite3.Connection) -> str | None:
    """The edition of the reading that filled the ledger, None where there is none of these tables."""
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not there.issuperset(NAMES):
        return None
    found = db.execute("SELECT edition FROM ledger WHERE version = ?", (VERSION,)).fetchone()
    return found and str(found[0])


def create_tables(db: sqlite3.Connection, edition: str) -> None:
    """Throw away what is there and begin anew; raises StoreError where SQLite cannot index words."""
    for name in ("ledger_seen", *NAMES):
        db.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in TABLES:
        try:
            db.execute(statement)
        except sqlite3.OperationalError as error:
            if "no such module" in str(error):
                raise StoreError(
                    f"SQLite {sqlite3.sqlite_version} of this Python lacks FTS5, which searching needs: use a Python"
                    " whose SQLite was built with FTS5"
                ) from None
            raise
    db.execute("INSERT INTO ledger VALUES (?, ?)", (VERSION, edition))


def revision_key(revision: Revision) -> str:
    """The key of a revision: a commit not written by revtrack may hold two texts of an article, in two folders."""
    return revision.commit + revision.blob


def digest(keys: Iterable[str]) -> bytes:
    """One short word for the revisions of an article in their order."""
    return sha256(" ".join(keys).encode()).digest()[:16]


def turn_rows(db: sqlite3.Connection, folded: str) -> list[TurnRow]:
    """The revisions of an article that the ledger has."""
    query = "SELECT number, key, old, is_text FROM turn WHERE article = ? ORDER BY number"
    return [
        TurnRow(number, key, old, bool(is_text))
        for number, key, old, is_text in db.execute(query, (article_number(db, folded),))
    ]


def article_number(db: sqlite3.Connection, folded: str) -> int | None:
    """The number of an article, None where it has none yet."""
    found = db.execute("SELECT number FROM ledger_article WHERE folded = ?", (folded,)).fetchone()
    return found and int(found[0])


def upsert_article(db: sqlite3.Connection, folded: str, keys: Sequence[str]) -> int:
    """An article has these revisions now; its number."""
    db.execute("INSERT OR IGNORE INTO ledger_article VALUES (NULL, ?, x'')", (folded,))
    db.execute("UPDATE ledger_article SET revisions = ?2 WHERE folded = ?1", (folded, digest(keys)))
    db.execute("DELETE FROM ledger_due WHERE folded = ?", (folded,))
    return article_number(db, folded) or 0


def delete_article(db: sqlite3.Connection, folded: str) -> None:
    """An article is no longer there."""
    db.execute("DELETE FROM ledger_article WHERE folded = ?", (folded,))


def insert_turn(db: sqlite3.Connection, number: int | None, article: int, turn: Turn, old: int | None) -> int:
    """Write down a revision, in the place of the one with a number or as another; its number."""
    values = (number, article, revision_key(turn.new), turn.new.time, old, turn.is_text)
    made = db.execute("INSERT OR REPLACE INTO turn VALUES (?, ?, ?, ?, ?, ?)", values)
    return int(made.lastrowid or 0)


def delete_changes(db: sqlite3.Connection, folded: str, turns: Iterable[int], *, whole: bool) -> None:
    """Take out the changes of some revisions of an article, and with `whole` the revisions themselves."""
    number = article_number(db, folded)
    for turn in turns:
        query = "SELECT number FROM change WHERE article = ? AND turn = ?"
        changes = [one for (one,) in db.execute(query, (number, turn))]
        for one, value in zip(changes, change_values(db, changes), strict=True):
            indexed = search_words.indexed(value, folded, number or 0)
            command = "INSERT INTO change_words (change_words, rowid, words, marks) VALUES ('delete', ?, ?, ?)"
            db.execute(command, (one, *indexed))
            db.execute("DELETE FROM change WHERE number = ?", (one,))
        db.execute("DELETE FROM change_text WHERE turn = ?", (turn,))
        if whole:
            db.execute("DELETE FROM turn WHERE number = ?", (turn,))


def change_values(db: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
    """Changes by their numbers, as dictionaries; those of one revision are read together."""
    turn, first, values = 0, 0, list[dict[str, Any]]()
    for number in numbers:
        (found,) = db.execute("SELECT turn FROM change WHERE number = ?", (number,)).fetchone() or (0,)
        if found != turn or not values:
            row = db.execute("SELECT first, value FROM change_text WHERE turn = ?", (found,)).fetchone()
            turn, (first, values) = found, _decompressed(row)
        if not 0 <= number - first < len(values):
            raise sqlite3.DatabaseError(f"change {number} cannot be read: its revision has {len(values)} from {first}")
        yield values[number - first]


def insert_changes(db: sqlite3.Connection, article: int, folded: str, number: int, turn: Turn) -> Iterator[WordRow]:
    """Write down the changes of a revision with a number; what is still to be indexed of them."""
    places = _places(db, turn.new, folded, len(turn.changes))
    contexts = turn.contexts or ("",) * len(turn.changes)
    values = [
        change.to_dict() | ({search_words.CONTEXT: context} if context else {})
        for change, context in zip(turn.changes, contexts, strict=True)
    ]
    if values:
        db.execute("INSERT INTO change_text VALUES (?, ?, ?)", (number, places.start, _compressed(values)))
    for place, change, value in zip(places, turn.changes, values, strict=True):
        cells = (place, number, article, *_cells(turn.new, change, value))
        db.execute(f"INSERT INTO change VALUES (?{', ?' * 9})", cells)
        yield place, *search_words.indexed(value, folded, article)


def has(db: sqlite3.Connection, revision: Revision) -> bool:
    """Whether there is a turn of a revision."""
    return bool(db.execute("SELECT 1 FROM turn WHERE key = ?", (revision_key(revision),)).fetchone())


def holds(db: sqlite3.Connection, turn: Turn) -> bool:
    """Whether what the tables have of a turn is right, which is so where they have nothing of it."""
    known = (
        "SELECT new.number FROM turn AS new JOIN turn AS old ON old.number = new.old WHERE new.key = ? AND old.key = ?"
    )
    row = db.execute(known, (revision_key(turn.new), revision_key(turn.old) if turn.old else "")).fetchone()
    if row is None:
        return True
    columns = "month, kind, labels, severity, acknowledged, was, became"
    rows = db.execute(f"SELECT {columns} FROM change WHERE turn = ? ORDER BY number", row).fetchall()
    text = db.execute("SELECT first, value FROM change_text WHERE turn = ?", row).fetchone()
    kept = _decompressed(text)[1] if text else []
    for value in kept:
        value.pop(search_words.CONTEXT, None)
    values = [change.to_dict() for change in turn.changes]
    right = [_cells(turn.new, change, value) for change, value in zip(turn.changes, values, strict=True)]
    return kept == json.loads(json.dumps(values)) and rows == right


def _cells(new: Revision, change: Change, value: dict[str, Any]) -> tuple[int | None, ...]:
    """What is asked of a change, as the last columns of its row have it."""
    return (
        int(new.time[:4] + new.time[5:7]),
        search_words.KINDS.index(change.kind),
        sum(1 << search_words.LABELS.index(label) for label in change.labels),
        SEVERITIES.index(change.severity),
        change.acknowledged,
        _claim(value, "old"),
        _claim(value, "new"),
    )


def insert_words(db: sqlite3.Connection, changes: Iterable[WordRow]) -> None:
    """Index changes; in the order of their numbers, since any other costs FTS5 a write for each step back."""
    query = "INSERT INTO change_words (rowid, words, marks) VALUES (?, ?, ?)"
    db.executemany(query, sorted(changes))


def _places(db: sqlite3.Connection, new: Revision, folded: str, count: int) -> range:
    """Numbers in a row for the changes of a revision, which no change has yet."""
    named = int.from_bytes(sha256(f"{folded} {revision_key(new)}".encode("utf-8", "surrogatepass")).digest()[:8], "big")
    first = newest(new.time) + (named % _TURNS << _TURN)
    query = "SELECT max(number) FROM change WHERE number >= ? AND number < ?"
    while (taken := db.execute(query, (first, first + count)).fetchone()[0]) is not None:
        first = taken + 1
    return range(first, first + count)


def newest(time: str) -> int:
    """The lowest number that a change of a time can have."""
    return (_LATEST - times.to_seconds(time)) << _SECOND


def oldest(time: str) -> int:
    """The highest number that a change of a time can have."""
    return newest(time) + (1 << _SECOND) - 1


def second(number: int) -> int:
    """The second of a change by its number, counted from 1970."""
    return _LATEST - (number >> _SECOND)


def _claim(change: dict[str, Any], side: str) -> int | None:
    """One number for the words of a claim on one side, None where there is none."""
    claim = change[side]
    said = claim and "\0".join((change["kind"], claim["text"].casefold(), claim.get("noun") or ""))
    return zlib.crc32(said.encode("utf-8", "replace")) if said else None


def _compressed(values: list[dict[str, Any]]) -> bytes:
    # The changes of a revision together: measured on 1,761 changes of 335 revisions, 215 bytes each against 370 one by
    # one, and against 270 with a dictionary of what is likely in them.
    return zlib.compress(json.dumps(values, separators=(",", ":")).encode())


def _decompressed(row: tuple[int, bytes] | None) -> tuple[int, list[dict[str, Any]]]:
    """The number of the first change in a row, and all of them; a row without any is damaged, and raised as that."""
    try:
        first, data = row or (0, b"")
        values: list[dict[str, Any]] = json.loads(zlib.decompress(data))
    except (zlib.error, TypeError, ValueError) as error:
        raise sqlite3.DatabaseError(f"changes cannot be read: {error}") from None
    return first, values


def noted_tip(db: sqlite3.Connection) -> tuple[str, int] | None:
    """The commit and the last row of the index that note was taken of, None where the index was made anew since."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'ledger_seen'").fetchone():
        return None
    found = db.execute("SELECT tip, seq FROM ledger_seen").fetchone()
    return found and (str(found[0]), int(found[1]))


def update_noted_tip(db: sqlite3.Connection, tip: str, seq: int) -> None:
    """Note was taken of the index up to a commit and a row."""
    db.execute("DROP TABLE IF EXISTS ledger_seen")
    db.execute(SEEN)
    db.execute("INSERT INTO ledger_seen VALUES (?, ?)", (tip, seq))
