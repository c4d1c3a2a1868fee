"""The revisions of a store in SQLite, so that finding one does not read the whole history.

It is derived: it learns the commits it has not seen before each answer, and is made anew from Git when it is
missing, damaged, or of another history. Where it cannot be written it is made in memory for the one answer.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from revtrack.model import Revision
from revtrack.store import articles, commits, log
from revtrack.store.archive import Listing
from revtrack.store.git import Repository

VERSION = 1  # of the tables; another one is made anew
PATIENCE = 10  # seconds to wait for another process that writes the index
_LAYOUT = re.compile(r"[0-9]{4}/[0-9]{2}/[0-9]{2}/[^/]+")

_TABLES = (
    "DROP TABLE IF EXISTS revision",
    "DROP TABLE IF EXISTS seen",
    """CREATE TABLE revision (
        seq INTEGER PRIMARY KEY, folded TEXT, path TEXT, article TEXT, id TEXT, blob TEXT,
        time TEXT, added TEXT, author TEXT, note TEXT, source TEXT, words INTEGER)""",
    "CREATE INDEX by_article ON revision (folded, time, seq)",
    "CREATE INDEX by_time ON revision (time, seq)",
    "CREATE TABLE seen (tip TEXT)",
    "INSERT INTO seen VALUES ('')",
    f"PRAGMA user_version = {VERSION}",
)
_COLUMNS = "article, number, id, blob, time, added, author, note, source, words"
# A slug is one article whatever its capitals: some file systems cannot tell them apart.
_NUMBERED = """SELECT *, row_number() OVER (PARTITION BY folded ORDER BY time, seq) AS number,
    count(*) OVER (PARTITION BY folded) AS total FROM revision"""

Answer = TypeVar("Answer")
Row = tuple[str | int, ...]


class Index:
    """The index of one branch; `tip` is the commit that an answer shall reflect, or a later one."""

    def __init__(self, repository: Repository, branch: str) -> None:
        self.path = repository.path / "index.sqlite"
        self._repository = repository
        self._branch = branch

    def revisions(self, tip: str, article: str) -> list[Revision]:
        """The revisions of an article by time, numbered; none where there is no such article."""
        query = f"SELECT {_COLUMNS} FROM ({_NUMBERED} WHERE folded = ?) ORDER BY number"
        return self._ask(tip, lambda known: _revisions(known.execute(query, (article.casefold(),))))

    def history(self, tip: str) -> list[Revision]:
        """The revisions of all articles by time."""
        query = f"SELECT {_COLUMNS} FROM ({_NUMBERED}) ORDER BY time, seq"
        return self._ask(tip, lambda known: _revisions(known.execute(query)))

    def listings(self, tip: str) -> list[Listing]:
        """Every article with its number of revisions and the last of them."""
        query = f"SELECT {_COLUMNS} FROM ({_NUMBERED}) WHERE number = total ORDER BY folded"
        last = self._ask(tip, lambda known: _revisions(known.execute(query)))
        return [Listing(revision.article, revision.number, revision) for revision in last]

    def paths(self, tip: str, article: str | None = None) -> dict[str, str]:
        """Every article, or the one of this name, and where it lies."""
        query = "SELECT article, path, min(seq) FROM revision WHERE folded = ? OR ? IS NULL GROUP BY folded"
        folded = article and article.casefold()
        rows = self._ask(tip, lambda known: known.execute(query, (folded, article)).fetchall())
        return {row[0]: row[1] for row in rows}

    def learn(self, tip: str, commit: log.Commit, words: int) -> None:
        """Take in a commit just made on top of `tip`, without asking Git."""
        rows = [_row(commit, file, words) for file in commit.files]
        try:
            with self._opened(str(self.path)) as known, _writing(known):
                if _seen(known) == tip:
                    _store(known, rows, commit.id)
        except sqlite3.Error:
            pass  # the text is safe in Git, and the next answer learns it from there

    def _ask(self, tip: str, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """An answer from the index on the disk, from one made anew there, or from one in memory."""
        try:
            return self._answer(str(self.path), tip, question)
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):  # that is a locked or unwritable one, not a bad one
                _forget(self.path)
        try:
            return self._answer(str(self.path), tip, question)
        except sqlite3.Error:
            return self._answer(":memory:", tip, question)

    def _answer(self, place: str, tip: str, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        with self._opened(place) as known:
            if _seen(known) != tip:
                self._catch_up(known)
            return question(known)

    def _opened(self, place: str) -> closing[sqlite3.Connection]:
        return closing(sqlite3.connect(place, timeout=PATIENCE, isolation_level=None))

    def _catch_up(self, known: sqlite3.Connection) -> None:
        """Learn what came after the commit last seen, or all where that one is no ancestor any more."""
        with _writing(known):
            seen = _seen(known)
            # Asked again now that no other process learns: the branch may be ahead of the caller's tip.
            tip = self._repository.tip(self._branch)
            if seen is None or not self._is_ancestor(seen, tip):
                for statement in _TABLES:
                    known.execute(statement)
                seen = ""
            if seen != tip:
                _store(known, self._rows(f"{seen}..{tip}" if seen else tip), tip)

    def _is_ancestor(self, seen: str, tip: str) -> bool:
        if seen in ("", tip) or not tip:
            return not seen or seen == tip
        return self._repository.run("merge-base", seen, tip, accept=(0, 1, 128)).decode().strip() == seen

    def _rows(self, revisions: str) -> Iterator[Row]:
        found = log.read(self._repository, revisions, "--reverse", "--topo-order", "--no-renames")
        pairs = [(commit, file) for commit in found for file in commit.files if _is_article(file)]
        texts = self._repository.blobs((file.blob for _, file in pairs), articles.MAX_BYTES + 1)
        for (commit, file), text in zip(pairs, texts, strict=True):
            yield _row(commit, file, articles.words(text))


@contextmanager
def _writing(known: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, with no other writer beside."""
    known.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        known.rollback()
        raise
    known.commit()


def _seen(known: sqlite3.Connection) -> str | None:
    """The commit learned last: empty before the first, None where the tables are not there or of another time."""
    if known.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        return None
    row = known.execute("SELECT tip FROM seen").fetchone()
    return str(row[0]) if row else None


def _store(known: sqlite3.Connection, rows: Iterable[Row], tip: str) -> None:
    known.executemany(f"INSERT INTO revision VALUES (NULL{', ?' * 11})", rows)
    known.execute("UPDATE seen SET tip = ?", (tip,))


def _row(commit: log.Commit, file: log.File, words: int) -> Row:
    one = commits.revision(commit, file, words)
    return (
        one.article.casefold(), file.path, one.article, one.commit, one.blob,
        one.time, one.added, one.by, one.note, one.source, one.words,
    )  # fmt: skip


def _revisions(rows: Iterable[tuple[Any, ...]]) -> list[Revision]:
    return [Revision(*row) for row in rows]


def _is_article(file: log.File) -> bool:
    return bool(_LAYOUT.fullmatch(file.path)) and file.is_new_text


def _forget(path: Path) -> None:
    with suppress(OSError):  # where it may not be removed, the answer comes from memory
        path.unlink(missing_ok=True)
