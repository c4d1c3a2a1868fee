"""The tables of the index, and what is asked and written within one transaction.

`seq` is the order of the commits: revisions of one time keep the order in which they were added.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from revtrack.articles import slugs
from revtrack.index import act_tables
from revtrack.model import Revision
from revtrack.model.record import Frozen, record, replace

if TYPE_CHECKING:
    from revtrack.index.rows import RevisionRow

VERSION = 6  # of the tables; tables of another version are rebuilt

READING = "CREATE TABLE reading (edition TEXT, key TEXT, value BLOB, PRIMARY KEY (edition, key)) WITHOUT ROWID"
MARK = f"PRAGMA user_version = {VERSION}"
TABLES = (
    "DROP TABLE IF EXISTS revision",
    "DROP TABLE IF EXISTS article",
    "DROP TABLE IF EXISTS seen",
    "DROP TABLE IF EXISTS ledger_seen",  # rows were counted anew: the ledger has to look at all of them again
    """CREATE TABLE revision (
        seq INTEGER PRIMARY KEY, folded TEXT, article TEXT, id TEXT, blob TEXT,
        time TEXT, added TEXT, author TEXT, note TEXT, source TEXT, words INTEGER)""",
    "CREATE TABLE article (folded TEXT PRIMARY KEY, name TEXT, path TEXT) WITHOUT ROWID",
    *act_tables.TABLES,
    "CREATE TABLE seen (tip TEXT, serial INTEGER)",
    "INSERT INTO seen VALUES ('', 0)",
    MARK,
)
# What was read is kept while the tables around it are made anew, as long as the history only grew.
READINGS = ("DROP TABLE IF EXISTS reading", READING)
# Made when the rows are there: to sort them once is cheaper than to find the place of each.
INDICES = (
    "CREATE INDEX by_article ON revision (folded, time, seq)",
    "CREATE INDEX by_path ON article (path)",
)
# Revisions that were known once, and whether the same text stands in another commit now. It outlasts the tables above.
GONE = "CREATE TABLE IF NOT EXISTS gone (id TEXT PRIMARY KEY, article TEXT, rewritten INTEGER) WITHOUT ROWID"
_FORMERLY = "CREATE TEMP TABLE formerly AS SELECT id, folded, article, time, blob FROM main.revision"
_MISSED = """INSERT OR REPLACE INTO gone SELECT id, article, EXISTS (SELECT 1 FROM revision AS here
    WHERE here.folded = formerly.folded AND here.time = formerly.time AND here.blob = formerly.blob)
    FROM formerly WHERE id NOT IN (SELECT id FROM revision)"""
_BACK = "DELETE FROM gone WHERE id IN (SELECT id FROM revision UNION ALL SELECT id FROM taken_back)"
COLUMNS = "article, number, id, blob, time, added, author, note, source, words"
# A slug is one article whatever its capitals: some file systems cannot tell them apart.
NUMBERED = """SELECT *, row_number() OVER (PARTITION BY folded ORDER BY time, seq) AS number,
    count(*) OVER (PARTITION BY folded) AS total FROM revision"""
_ONE = """SELECT article, (SELECT count(*) FROM revision WHERE folded = ?1 AND time <= {until}),
    id, blob, time, added, author, note, source, words
    FROM revision WHERE folded = ?1 AND {when} ORDER BY time DESC, seq DESC LIMIT 1"""
_BEFORE = _ONE.format(until="?2", when="time <= ?2")
_LATEST = _ONE.format(until="'a'", when="time > ?2")  # every time is below a letter
_SOME = """SELECT article, 0, id, blob, time, added, author, note, source, words
    FROM revision WHERE folded = ?1 AND time {when}"""
_MOMENT = _SOME.format(when="= ?2 ORDER BY seq")
_EARLIER = _SOME.format(when="< ?2 ORDER BY time DESC, seq DESC LIMIT 1")


@record
class ArticleState(Frozen):
    """What is there already when an article gets a text: its file, the revision before it in time, the latest.

    Where there are revisions of the very time of the text, `moment` are all of them and the one before them. `name`
    is how the article is written, empty for a new one.
    """

    path: str | None
    before: Revision | None
    latest: Revision | None
    moment: tuple[Revision, ...] = ()
    name: str = ""

    @property
    def number(self) -> int:
        """The place that the text will have among the revisions of its article."""
        return self.before.number + 1 if self.before else 1


def indexed_tip(db: sqlite3.Connection) -> str | None:
    """The commit learned last: empty before the first, None where the tables are not there or of another time."""
    if db.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        return None
    found = db.execute("SELECT tip FROM seen").fetchone()
    return str(found[0]) if found else None


def article_state(db: sqlite3.Connection, article: str, time: str) -> ArticleState:
    """What is there when an article gets a text of a time; the cost does not grow with the store."""
    folded = slugs.folded(article)
    found = db.execute("SELECT path, name FROM article WHERE folded = ?", (folded,)).fetchone()
    if found is None:
        folded = act_tables.current(db, folded)
        found = db.execute("SELECT path, name FROM article WHERE folded = ?", (folded,)).fetchone()
        found = found or (act_tables.dormant_path(db, folded), "")
    before, later = (_first(db.execute(query, (folded, time))) for query in (_BEFORE, _LATEST))
    return ArticleState(found[0], before, later or before, _moment(db, folded, time, before), found[1])


def _moment(db: sqlite3.Connection, folded: str, time: str, before: Revision | None) -> tuple[Revision, ...]:
    """The revisions of an article at a time and the one before, numbered so that `before` is the last of them."""
    if not before or before.time != time:
        return ()
    found = [one for query in (_EARLIER, _MOMENT) for one in revisions(db.execute(query, (folded, time)))]
    first = before.number - len(found) + 1
    return tuple(replace(one, number=number) for number, one in enumerate(found, first))


def last_serial(db: sqlite3.Connection) -> int:
    """How many revisions were ever added, by the last one's own word."""
    return int(db.execute("SELECT serial FROM seen").fetchone()[0])


def last_seq(db: sqlite3.Connection) -> int:
    """The place of the last row."""
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM revision").fetchone()[0])


def is_crowded(db: sqlite3.Connection, folder: str, most: int) -> bool:
    """Whether so many articles lie in a folder or below it."""
    query = "SELECT 1 FROM article WHERE path > ? AND path < ? LIMIT 1 OFFSET ?"
    return db.execute(query, (f"{folder}/", f"{folder}0", most - 1)).fetchone() is not None


def insert_revisions(db: sqlite3.Connection, rows: Sequence[RevisionRow]) -> None:
    """Take in revisions in the order of their commits."""
    rows = act_tables.renamed(db, rows)
    db.executemany("INSERT OR IGNORE INTO article VALUES (?2, ?3, ?1)", [row[:3] for row in rows if row[0]])
    db.executemany(f"INSERT INTO revision VALUES (NULL{', ?' * 10})", [row[1:] for row in rows])


def update_commit_ids(db: sqlite3.Connection, ids: Iterable[tuple[int, str]]) -> None:
    """Give rows, by their places, the ids of their commits."""
    db.executemany("UPDATE revision SET id = ?2 WHERE seq = ?1", ids)


def update_tip(db: sqlite3.Connection, tip: str, serial: int) -> None:
    """All that led to a commit has been taken in."""
    db.execute("UPDATE seen SET tip = ?, serial = max(serial, ?)", (tip, serial))


def snapshot_revisions(db: sqlite3.Connection) -> None:
    """Note what is known before it is forgotten, for `miss`."""
    db.execute("DROP TABLE IF EXISTS temp.formerly")
    db.execute(_FORMERLY)


def insert_missing(db: sqlite3.Connection) -> None:
    """Note which of the revisions remembered are there no more."""
    db.execute(_MISSED)
    db.execute("DROP TABLE temp.formerly")


def delete_restored(db: sqlite3.Connection) -> None:
    """Forget that revisions were gone which are there again."""
    if db.execute("SELECT 1 FROM gone LIMIT 1").fetchone():
        db.execute(_BACK)


def missing_revisions(db: sqlite3.Connection, article: str | None) -> list[tuple[str, bool]]:
    """The commits of revisions that were known once, of an article or of all, and whether their texts still stand."""
    query = "SELECT id, rewritten FROM gone WHERE ?1 IS NULL OR article = ?1 ORDER BY id"
    return [(id, bool(rewritten)) for id, rewritten in db.execute(query, (article,))]


def cached_value(db: sqlite3.Connection, edition: str, key: str) -> bytes | None:
    """What was kept under a key by an edition, None where nothing was."""
    found = db.execute("SELECT value FROM reading WHERE edition = ? AND key = ?", (edition, key)).fetchone()
    return found[0] if found and isinstance(found[0], bytes) else None


def insert_cached(db: sqlite3.Connection, edition: str, values: Mapping[str, bytes]) -> None:
    """Keep values of an edition; those of another one are of no use any more."""
    # With `<>` every row would be looked at, each time.
    db.execute("DELETE FROM reading WHERE edition < ?1 OR edition > ?1", (edition,))
    db.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", [(edition, *pair) for pair in values.items()])


def revisions(rows: Iterable[tuple[Any, ...]]) -> list[Revision]:
    """Rows of COLUMNS as revisions."""
    return [Revision(*values) for values in rows]


def _first(rows: Iterable[tuple[Any, ...]]) -> Revision | None:
    return next(iter(revisions(rows)), None)
