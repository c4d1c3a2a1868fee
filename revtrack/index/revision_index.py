"""The revisions of a store in SQLite, so that finding one does not read the whole history.

It is derived: it learns the commits it has not seen before each answer, and is made anew from Git when it is
missing, damaged, or of another history. Where it cannot be written it is made in memory for the one answer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from revtrack.articles import slugs
from revtrack.git import Repository
from revtrack.index import act_tables, tables
from revtrack.index.database import Database, Query, writing
from revtrack.model import Revision

if TYPE_CHECKING:
    from revtrack.git import commit_log
    from revtrack.index.rows import RevisionRow
    from revtrack.index.tables import ArticleState
    from revtrack.model.listings import Listing
    from revtrack.model.recorded_acts import RecordedAct

NAME = "index.sqlite"
_BATCH = 500
_SELECT = f"SELECT {tables.COLUMNS} FROM"

T = TypeVar("T")


class Index:
    """The index of one branch; `tip` is the commit that an answer shall reflect, or a later one."""

    def __init__(self, repository: Repository, branch: str, *, anew: bool = False) -> None:
        """The index on the disk, or one made anew in memory to hold it against."""
        self._repository = repository
        self._branch = branch
        self._database = Database(None if anew else repository.path / NAME)

    def revisions(self, tip: str, article: str) -> list[Revision]:
        """The revisions of an article by time, numbered; none where there is no such article."""
        query = f"{_SELECT} ({tables.NUMBERED} WHERE folded = ?) ORDER BY number"
        return self.ask(tip, lambda db: tables.revisions(db.execute(query, (slugs.folded(article),))))

    def history(self, tip: str) -> list[Revision]:
        """The revisions of all articles by time."""
        query = f"{_SELECT} ({tables.NUMBERED}) ORDER BY time, seq"
        return self.ask(tip, lambda db: tables.revisions(db.execute(query)))

    def listings(self, tip: str) -> list[Listing]:
        """Every article with its number of revisions and the last of them."""
        query = f"{_SELECT} ({tables.NUMBERED}) WHERE number = total ORDER BY folded"
        from revtrack.model.listings import Listing

        last = self.ask(tip, lambda db: tables.revisions(db.execute(query)))
        return [Listing(revision.article, revision.number, revision) for revision in last]

    def names(self, tip: str, after: str) -> list[str]:
        """The next articles by name after one, folded; none after the last."""
        query = "SELECT folded FROM article WHERE folded > ? ORDER BY folded LIMIT ?"
        return [name for (name,) in self.ask(tip, lambda db: db.execute(query, (after, _BATCH)).fetchall())]

    def paths(self, tip: str) -> dict[str, str]:
        """Every article and where it lies."""
        return dict(self.ask(tip, lambda db: db.execute("SELECT name, path FROM article").fetchall()))

    def article_name(self, tip: str, article: str) -> str | None:
        """The article that has this name, or had it before, as it is written now; None where there is none."""
        query = "SELECT name FROM article WHERE folded = ?"

        def told(db: sqlite3.Connection) -> str | None:
            row = db.execute(query, (slugs.folded(article),)).fetchone()
            row = row or db.execute(query, (act_tables.current(db, slugs.folded(article)),)).fetchone()
            return row and str(row[0])

        return self.ask(tip, told)

    def files(self, tip: str, article: str) -> list[str]:
        """The paths of an article's files, more than one where others were joined to it."""
        return self.ask(tip, lambda db: act_tables.files(db, slugs.folded(article)))

    def aliases(self, tip: str) -> list[tuple[str, str]]:
        """Every name that an article had before, and the one it has now."""
        return self.ask(tip, act_tables.aliases)

    def former_revisions(self, tip: str, name: str) -> list[str]:
        """The commits of the revisions that an article had when it lost a name, in the order of their numbers then."""
        return self.ask(tip, lambda db: act_tables.former_revisions(db, slugs.folded(name)))

    def acts(self, tip: str) -> list[RecordedAct]:
        """What was done to articles, oldest first."""
        return self.ask(tip, act_tables.acts)

    def undone(self, tip: str) -> set[str]:
        """The commits that were taken back, acts among them."""
        return self.ask(tip, act_tables.undone)

    def set_aside(self, tip: str, article: str) -> list[Revision]:
        """The revisions of an article that were taken back, or stood in both copies of a store that were merged."""
        return self.ask(tip, lambda db: act_tables.set_aside(db, slugs.folded(article)))

    def sources(self, tip: str, part: str) -> list[tuple[str, str]]:
        """The articles with their sources in which a part occurs, in small letters; what was added last comes first."""
        query = """SELECT article, source FROM revision WHERE source <> '' AND instr(lower(source), ?)
            GROUP BY folded, source ORDER BY max(seq) DESC"""
        return self.ask(tip, lambda db: db.execute(query, (part,)).fetchall())

    def article_state(self, tip: str, article: str, time: str) -> ArticleState:
        """What is there when an article gets a text of a time."""
        return self.ask(tip, lambda db: tables.article_state(db, article, time))

    def last_seen(self) -> str:
        """The last commit that was learned, without a look at Git; empty where none was."""
        return self._database.ask(lambda db: tables.indexed_tip(db) or "")

    def last_serial(self, tip: str) -> int:
        """How many revisions were ever added."""
        return self.ask(tip, tables.last_serial)

    def is_crowded(self, tip: str, folder: str, most: int) -> bool:
        """Whether a folder holds so many articles."""
        return self.ask(tip, lambda db: tables.is_crowded(db, folder, most))

    def missing(self, tip: str, article: str | None = None) -> list[tuple[str, bool]]:
        """The commits of revisions that were known once and are gone; whether their texts stand in others now."""
        return self.ask(tip, lambda db: tables.missing_revisions(db, article))

    def add_commit(self, tip: str, commit: commit_log.Commit, words: int, serial: int) -> None:
        """Take in a commit just made on top of `tip`, without asking Git."""
        from revtrack.index import rows

        def told(db: sqlite3.Connection) -> None:
            with writing(db):
                if tables.indexed_tip(db) == tip:
                    tables.insert_revisions(db, [rows.row(commit, file, words) for file in commit.files])
                    tables.update_tip(db, commit.id, serial)

        self._database.ask(told)

    def kept(self, tip: str, edition: str, key: str) -> bytes | None:
        """What was kept under a key."""
        return self.ask(tip, lambda db: tables.cached_value(db, edition, key))

    def keep(self, tip: str, edition: str, values: Mapping[str, bytes]) -> None:
        """Keep values under their keys."""

        def told(db: sqlite3.Connection) -> None:
            with writing(db):
                tables.insert_cached(db, edition, values)

        self.ask(tip, told)

    def ask(self, tip: str, query: Query[T]) -> T:
        """The answer to a question after all that led to the tip has been learned."""

        def informed(db: sqlite3.Connection) -> T:
            if tables.indexed_tip(db) != tip:
                self._catch_up(db)
            return query(db)

        return self._database.ask(informed)

    def close(self) -> None:
        """Let the file go until the next question."""
        self._database.close()

    def _catch_up(self, db: sqlite3.Connection) -> None:
        """Learn what came after the commit last seen, or all where that one is no ancestor any more."""
        with writing(db):
            seen = tables.indexed_tip(db)
            # Asked again now that no other process learns: the branch may be ahead of the caller's tip.
            tip = self._repository.tip(self._branch)
            if seen is None or not self._is_ancestor(seen, tip):
                for statement in tables.READINGS:  # nothing is kept of a text that a rewritten history has removed
                    db.execute(statement)
                self._rebuild(db, tip, seen)
            elif seen != tip:
                acts = self._read_commits(db, f"{seen}..{tip}" if seen else tip, tip)
                if act_tables.needs_rebuild(db, acts):  # the order of commits is another one now
                    self._rebuild(db, tip, seen)
                    return
                act_tables.apply(db, acts)
                tables.delete_restored(db)

    def _rebuild(self, db: sqlite3.Connection, tip: str, seen: str | None) -> None:
        """Forget everything but what is gone and what was read, and learn what there is."""
        if seen:
            tables.snapshot_revisions(db)
        for statement in (*tables.TABLES, tables.GONE):
            db.execute(statement)
        acts = self._read_commits(db, tip, tip)
        for statement in tables.INDICES:
            db.execute(statement)
        act_tables.apply(db, acts)
        if seen:
            tables.insert_missing(db)
        tables.delete_restored(db)

    def _is_ancestor(self, seen: str, tip: str) -> bool:
        if seen in ("", tip) or not tip:
            return not seen or seen == tip
        return self._repository.run("merge-base", seen, tip, accept=(0, 1, 128)).decode().strip() == seen

    def _read_commits(self, db: sqlite3.Connection, revisions: str, tip: str) -> list[act_tables.ActCommit]:
        """Take in the revisions of a range; what was done to articles in it is given back."""
        from revtrack.git import commit_log
        from revtrack.index import rows

        serial = 0
        acts: list[act_tables.ActCommit] = []
        order = ("--reverse", "--topo-order", "--no-renames")
        found = rows.of(commit_log.records(self._repository, revisions, *order), acts) if revisions else iter(())
        while batch := list(islice(found, _BATCH)):
            serial = max(serial, *(number for _, number in batch))
            tables.insert_revisions(db, self._counted(self._whole(db, [row for row, _ in batch])))
        tables.update_tip(db, tip, max(serial, *(act.serial for act in acts), 0))
        return acts

    def _whole(self, db: sqlite3.Connection, learnt: list[RevisionRow]) -> list[RevisionRow]:
        """Rows with the text of each; of those that only repeat the article's file, it is asked for at their commit."""
        from revtrack.index import rows

        if all(row[rows.BLOB] for row in learnt):
            return learnt
        new = {row[1]: row[0] for row in reversed(learnt) if row[0]}
        found: list[RevisionRow] = []
        for row in learnt:
            if not row[rows.BLOB]:
                path = act_tables.first_path(db, str(row[1])) or new.get(row[1])
                blob = path and self._repository.run("rev-parse", "-q", "--verify", f"{row[3]}:{path}", accept=(0, 1))
                if not blob:
                    continue  # it says so of an article that is not there
                row = (*row[: rows.BLOB], blob.decode().strip(), *row[rows.BLOB + 1 :])
            found.append(row)
        return found

    def _counted(self, learnt: list[RevisionRow]) -> list[RevisionRow]:
        """Rows with how many words each text has: as its commit says, or where that says nothing by reading it."""
        from revtrack.articles import plain_text
        from revtrack.index import rows

        unread = [str(row[rows.BLOB]) for row in learnt if row[-1] is None]
        texts = self._repository.blobs(unread, plain_text.MAX_BYTES + 1) if unread else iter(())
        return [(*row[:-1], plain_text.count_words(next(texts))) if row[-1] is None else row for row in learnt]
