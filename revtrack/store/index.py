"""The revisions of a store in SQLite, so that finding one does not read the whole history.

It is derived: it learns the commits it has not seen before each answer, and is made anew from Git when it is
missing, damaged, or of another history. Where it cannot be written it is made in memory for the one answer.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeVar

from revtrack.model import Revision
from revtrack.store import articles, log, manifest, tables
from revtrack.store.archive import Listing
from revtrack.store.database import Database, Question, writing
from revtrack.store.git import Repository
from revtrack.store.tables import Standing

NAME = "index.sqlite"
_BATCH = 500
_LAYOUT = re.compile(r"[0-9]{4}/[0-9]{2}/[0-9]{2}/(?:[0-9a-f]{2}/)?[^/]+")
_SELECT = f"SELECT {tables.COLUMNS} FROM"

Answer = TypeVar("Answer")


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
        return self.ask(tip, lambda known: tables.revisions(known.execute(query, (article.casefold(),))))

    def history(self, tip: str) -> list[Revision]:
        """The revisions of all articles by time."""
        query = f"{_SELECT} ({tables.NUMBERED}) ORDER BY time, seq"
        return self.ask(tip, lambda known: tables.revisions(known.execute(query)))

    def listings(self, tip: str) -> list[Listing]:
        """Every article with its number of revisions and the last of them."""
        query = f"{_SELECT} ({tables.NUMBERED}) WHERE number = total ORDER BY folded"
        last = self.ask(tip, lambda known: tables.revisions(known.execute(query)))
        return [Listing(revision.article, revision.number, revision) for revision in last]

    def names(self, tip: str, after: str) -> list[str]:
        """The next articles by name after one, folded; none after the last."""
        query = "SELECT folded FROM article WHERE folded > ? ORDER BY folded LIMIT ?"
        return [name for (name,) in self.ask(tip, lambda known: known.execute(query, (after, _BATCH)).fetchall())]

    def paths(self, tip: str) -> dict[str, str]:
        """Every article and where it lies."""
        return dict(self.ask(tip, lambda known: known.execute("SELECT name, path FROM article").fetchall()))

    def name(self, tip: str, article: str) -> str | None:
        """The article of this name as it is written, None where there is none."""
        query = "SELECT name FROM article WHERE folded = ?"
        row = self.ask(tip, lambda known: known.execute(query, (article.casefold(),)).fetchone())
        return row and str(row[0])

    def standing(self, tip: str, article: str, time: str) -> Standing:
        """What is there when an article gets a text of a time."""
        return self.ask(tip, lambda known: tables.standing(known, article, time))

    def serial(self, tip: str) -> int:
        """How many revisions were ever added."""
        return self.ask(tip, tables.serial)

    def is_crowded(self, tip: str, folder: str, most: int) -> bool:
        """Whether a folder holds so many articles."""
        return self.ask(tip, lambda known: tables.is_crowded(known, folder, most))

    def learn(self, tip: str, commit: log.Commit, words: int, serial: int) -> None:
        """Take in a commit just made on top of `tip`, without asking Git."""

        def told(known: sqlite3.Connection) -> None:
            with writing(known):
                if tables.seen(known) == tip:
                    tables.store(known, [tables.row(commit, file, words) for file in commit.files])
                    tables.finish(known, commit.id, serial)

        self._database.ask(told)

    def kept(self, tip: str, edition: str, key: str) -> bytes | None:
        """What was kept under a key."""
        return self.ask(tip, lambda known: tables.reading(known, edition, key))

    def keep(self, tip: str, edition: str, values: Mapping[str, bytes]) -> None:
        """Keep values under their keys."""

        def told(known: sqlite3.Connection) -> None:
            with writing(known):
                tables.read(known, edition, values)

        self.ask(tip, told)

    def ask(self, tip: str, question: Question[Answer]) -> Answer:
        """The answer to a question after all that led to the tip has been learned."""

        def informed(known: sqlite3.Connection) -> Answer:
            if tables.seen(known) != tip:
                self._catch_up(known)
            return question(known)

        return self._database.ask(informed)

    def close(self) -> None:
        """Let the file go until the next question."""
        self._database.close()

    def _catch_up(self, known: sqlite3.Connection) -> None:
        """Learn what came after the commit last seen, or all where that one is no ancestor any more."""
        with writing(known):
            seen = tables.seen(known)
            # Asked again now that no other process learns: the branch may be ahead of the caller's tip.
            tip = self._repository.tip(self._branch)
            if seen is None or not self._is_ancestor(seen, tip):
                for statement in tables.TABLES:
                    known.execute(statement)
                seen = ""
            if seen != tip:
                self._learn_all(known, f"{seen}..{tip}" if seen else tip, tip)

    def _is_ancestor(self, seen: str, tip: str) -> bool:
        if seen in ("", tip) or not tip:
            return not seen or seen == tip
        return self._repository.run("merge-base", seen, tip, accept=(0, 1, 128)).decode().strip() == seen

    def _learn_all(self, known: sqlite3.Connection, revisions: str, tip: str) -> None:
        serial = 0
        found = log.read(self._repository, revisions, "--reverse", "--topo-order", "--no-renames")
        pairs = ((commit, file) for commit in found for file in commit.files if is_article(file))
        while batch := list(islice(pairs, _BATCH)):
            told = [manifest.read(commit.message)[1] if len(commit.files) == 1 else {} for commit, _ in batch]
            serial = max(serial, *(manifest.number(one, "Serial") or 0 for one in told))
            words = self._words(batch, [manifest.number(one, "Words") for one in told])
            tables.store(known, [tables.row(*pair, next(words)) for pair in batch])
        tables.finish(known, tip, serial)

    def _words(self, pairs: list[tuple[log.Commit, log.File]], told: list[int | None]) -> Iterator[int]:
        """How many words each text has, by its commit's own word, or where that says nothing by reading it."""
        unread = [file.blob for (_, file), words in zip(pairs, told, strict=True) if words is None]
        texts = self._repository.blobs(unread, articles.MAX_BYTES + 1) if unread else iter(())
        for words in told:
            yield articles.words(next(texts)) if words is None else words


def is_article(file: log.File) -> bool:
    """Whether a file lies where an article does, and its text is new."""
    return bool(_LAYOUT.fullmatch(file.path)) and file.is_new_text
