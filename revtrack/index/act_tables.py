"""Acts on articles in the tables of the index: revisions taken back, articles renamed and joined.

A store's history says of each act that it was done, and nothing in it is rewritten: the files keep their first names.
The index holds the outcome, so that no question about revisions has to know of acts. `raw_article` are the files whose
article has another name by now, or no revision left; `alias` are the names that articles had before, and `former` the
revisions that they had under those, by number.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from revtrack.articles import paths, slugs
from revtrack.model import Revision
from revtrack.model.recorded_acts import RecordedAct

UNDO, RENAME, JOIN, MERGE, CAPTURE = "undo", "rename", "join", "merge", "capture"
_FIELDS = "seq, folded, article, id, blob, time, added, author, note, source, words"
TABLES = (
    *(f"DROP TABLE IF EXISTS {name}" for name in ("act", "taken_back", "raw_article", "alias", "former")),
    "CREATE TABLE act (place INTEGER PRIMARY KEY, id TEXT, kind TEXT, of TEXT, article TEXT, name TEXT, time TEXT, "
    "author TEXT, note TEXT)",
    """CREATE TABLE taken_back (
        seq INTEGER PRIMARY KEY, folded TEXT, article TEXT, id TEXT, blob TEXT,
        time TEXT, added TEXT, author TEXT, note TEXT, source TEXT, words INTEGER, by_merge INTEGER)""",
    "CREATE TABLE raw_article (folded TEXT PRIMARY KEY, name TEXT, path TEXT, now TEXT, shown TEXT) WITHOUT ROWID",
    "CREATE TABLE alias (folded TEXT PRIMARY KEY, name TEXT, now TEXT) WITHOUT ROWID",
    "CREATE TABLE former (folded TEXT, number INTEGER, id TEXT, PRIMARY KEY (folded, number)) WITHOUT ROWID",
)


class ActCommit(NamedTuple):
    """What a commit says was done; `of` are the commits that an undo, a capture or a merge of two copies speaks of."""

    id: str
    kind: str
    of: tuple[str, ...] = ()
    article: str = ""
    name: str = ""
    time: str = ""
    by: str = ""
    note: str = ""
    serial: int = 0


def needs_rebuild(db: sqlite3.Connection, acts: Iterable[ActCommit]) -> bool:
    """Whether acts change the order of what is known already, or take back another act."""
    return any(
        act.kind == MERGE
        or any(db.execute("SELECT 1 FROM act WHERE id = ?", (one,)).fetchone() for one in act.of if act.kind == UNDO)
        for act in acts
    )


def apply(db: sqlite3.Connection, acts: Sequence[ActCommit]) -> None:
    """Take in acts in the order of their commits, after the revisions that came with them."""
    if not acts:
        return
    void = _void(acts)
    for act in acts:
        db.execute(
            "INSERT INTO act VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
            (act.id, act.kind, act.of[0] if act.of and act.kind in (UNDO, CAPTURE) else "", *act[3:8]),
        )
        if act.kind in (RENAME, JOIN) and act.id not in void:
            _rename(db, act)
    if all(act.kind == CAPTURE for act in acts):
        return  # no revision is another one for it
    for kind in (UNDO, MERGE):
        ids = [one for act in acts if act.kind == kind and act.id not in void for one in act.of]
        _take_back(db, ids, by_merge=kind == MERGE)
    _hide_empty_articles(db)
    db.execute("DROP TABLE IF EXISTS ledger_seen")  # the ledger has to look at all articles again


def current(db: sqlite3.Connection, folded: str) -> str:
    """The folded name that an article goes by now, the same where it never had another."""
    here = "SELECT 1 FROM article WHERE folded = ?1 UNION SELECT 1 FROM raw_article WHERE now = ?1"
    if db.execute(here, (folded,)).fetchone():
        return folded
    found = db.execute("SELECT now FROM alias WHERE folded = ?", (folded,)).fetchone()
    return str(found[0]) if found else folded


def renamed(db: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows of revisions, each under the name that its article goes by now."""
    now = {row[0]: row[1:] for row in db.execute("SELECT folded, now, shown, path FROM raw_article")}
    rows = list(rows)
    if not now:
        return rows
    return [(now[row[1]][2], *now[row[1]][:2], *row[3:]) if row[1] in now else row for row in rows]


def first_path(db: sqlite3.Connection, folded: str) -> str | None:
    """The file that has a name as its own, whatever its article is called by now."""
    query = "SELECT path FROM raw_article WHERE folded = ?1 UNION ALL SELECT path FROM article WHERE folded = ?1"
    found = db.execute(query, (folded,)).fetchone()
    return found and str(found[0])


def dormant_path(db: sqlite3.Connection, folded: str) -> str | None:
    """The file of an article whose revisions were all taken back."""
    found = db.execute("SELECT path FROM raw_article WHERE now = ? ORDER BY folded", (folded,)).fetchone()
    return found and str(found[0])


def files(db: sqlite3.Connection, folded: str) -> list[str]:
    """The paths of all files of an article, more than one where others were joined to it."""
    query = "SELECT path FROM article WHERE folded = ?1 UNION SELECT path FROM raw_article WHERE now = ?1 ORDER BY 1"
    return [path for (path,) in db.execute(query, (folded,))]


def aliases(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every name that an article had before, and the one it has now."""
    query = "SELECT alias.name, article.name FROM alias JOIN article ON article.folded = alias.now ORDER BY 1"
    return db.execute(query).fetchall()


def former_revisions(db: sqlite3.Connection, folded: str) -> list[str]:
    """The commits of the revisions that an article had when it lost a name, in the order of their numbers then."""
    return [id for (id,) in db.execute("SELECT id FROM former WHERE folded = ? ORDER BY number", (folded,))]


def taken_back(db: sqlite3.Connection, folded: str | None = None) -> list[Revision]:
    """The revisions that were taken back, of one article or of all, by time; their number is 0."""
    return _aside(db, folded, by_merge=False)


def set_aside(db: sqlite3.Connection, folded: str) -> list[Revision]:
    """What an article has beside its revisions: those taken back, and those that a merge found on both sides."""
    return _aside(db, folded, by_merge=False) + _aside(db, folded, by_merge=True)


def acts(db: sqlite3.Connection) -> list[RecordedAct]:
    """What was done to articles, oldest first; merges of two copies are not among it."""
    query = "SELECT kind, article, name, id, time, author, note, of FROM act WHERE kind <> ? ORDER BY place"
    known = {one.commit: one for one in taken_back(db)}
    return [RecordedAct(*(*told, of, known.get(of))) for *told, of in db.execute(query, (MERGE,))]


def is_taken_back(db: sqlite3.Connection, article: str, time: str, blob: str) -> bool:
    """Whether a text that an article had at a time was taken back."""
    query = "SELECT 1 FROM taken_back WHERE folded = ? AND time = ? AND blob = ?"
    return db.execute(query, (current(db, slugs.folded(article)), time, blob)).fetchone() is not None


def undone(db: sqlite3.Connection) -> set[str]:
    """The commits that were taken back, acts among them."""
    return {id for (id,) in db.execute("SELECT of FROM act WHERE kind = ?", (UNDO,))}


def _aside(db: sqlite3.Connection, folded: str | None, *, by_merge: bool) -> list[Revision]:
    query = """SELECT article, 0, id, blob, time, added, author, note, source, words FROM taken_back
        WHERE by_merge = ?2 AND (?1 IS NULL OR folded = ?1) ORDER BY time, seq"""
    return [Revision(*row) for row in db.execute(query, (folded, by_merge))]


def _void(acts: Sequence[ActCommit]) -> set[str]:
    """The acts that a later one takes back."""
    found: set[str] = set()
    for act in reversed(acts):
        if act.kind == UNDO and act.id not in found:
            found.update(act.of)
    return found


def _rename(db: sqlite3.Connection, act: ActCommit) -> None:
    """Let an article go by another name, from now on and for all that came before."""
    old, new = current(db, slugs.folded(act.article)), slugs.folded(act.name)
    target = current(db, new)
    if act.kind == RENAME and target == old:
        target = new  # back to a name that it had before
    here = db.execute("SELECT name, path FROM article WHERE folded = ?", (old,)).fetchone()
    if here is None or (target == old and act.kind == JOIN):
        return
    there = db.execute("SELECT name FROM article WHERE folded = ?", (target,)).fetchone() if target != old else None
    shown = there[0] if there else act.name
    _note_file(db, old, *here)
    db.execute("UPDATE raw_article SET now = ?, shown = ? WHERE now = ?", (target, shown, old))
    db.execute("DELETE FROM article WHERE folded = ?", (old,))
    db.execute("INSERT OR IGNORE INTO article VALUES (?, ?, ?)", (target, shown, here[1]))
    db.execute("DELETE FROM former WHERE folded = ?", (old,))
    numbered = "SELECT folded, row_number() OVER (ORDER BY time, seq), id FROM revision WHERE folded = ?"
    db.execute(f"INSERT INTO former {numbered}", (old,))
    for table in ("revision", "taken_back"):
        db.execute(f"UPDATE {table} SET folded = ?, article = ? WHERE folded = ?", (target, shown, old))
    db.execute("UPDATE alias SET now = ? WHERE now = ?", (target, old))
    db.execute("INSERT OR REPLACE INTO alias VALUES (?, ?, ?)", (old, here[0], target))
    db.execute("DELETE FROM alias WHERE folded = ?", (target,))


def _note_file(db: sqlite3.Connection, folded: str, name: str, path: str) -> None:
    """Note which file an article has, if it still has the file's own name."""
    if slugs.folded(paths.stem(path)) == folded:
        db.execute("INSERT OR IGNORE INTO raw_article VALUES (?1, ?2, ?3, ?1, ?2)", (folded, name, path))


def _take_back(db: sqlite3.Connection, ids: Iterable[str], *, by_merge: bool) -> None:
    """Put revisions aside; those of a merge only where another one says the same."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (id TEXT PRIMARY KEY)")
    db.execute("DELETE FROM temp.wanted")
    db.executemany("INSERT OR IGNORE INTO temp.wanted VALUES (?)", [(one,) for one in ids])
    if by_merge:
        db.execute(
            """DELETE FROM temp.wanted WHERE id NOT IN (SELECT one.id FROM revision AS one JOIN revision AS other
            USING (folded, time, blob) WHERE one.id IN (SELECT id FROM temp.wanted)
            AND other.id NOT IN (SELECT id FROM temp.wanted))"""
        )
    chosen = "FROM revision WHERE id IN (SELECT id FROM temp.wanted)"
    db.execute(f"INSERT OR IGNORE INTO taken_back SELECT {_FIELDS}, ? {chosen}", (by_merge,))
    db.execute(f"DELETE {chosen}")


def _hide_empty_articles(db: sqlite3.Connection) -> None:
    """Let an article go that has no revision left, and note its file for the next one."""
    query = """SELECT folded, name, path FROM article WHERE folded IN (SELECT folded FROM taken_back)
        AND folded NOT IN (SELECT folded FROM revision WHERE folded IN (SELECT folded FROM taken_back))"""
    for folded, name, path in db.execute(query).fetchall():
        _note_file(db, folded, name, path)
        db.execute("DELETE FROM article WHERE folded = ?", (folded,))
