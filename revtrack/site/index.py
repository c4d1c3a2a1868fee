"""The index of a site: the contents of the pages above the articles, collected in a temporary database.

Memory does not grow with the number of articles: lists that are shown whole are read back in order, and of the others
only the top is kept.
"""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any, Generic, TypeVar

from revtrack.report import site_pages
from revtrack.report.entries import ArticleEntry, ChangeEntry
from revtrack.report.site_pages import Appearance, ListedChange, ListedRevision, SaidChange, SpeakerSummary, Totals

Item = TypeVar("Item")

_TABLES = """
    CREATE TABLE articles (time TEXT, folder TEXT, entry TEXT);
    CREATE TABLE words (shard TEXT, word TEXT, article TEXT);
    CREATE TABLE found (chunk TEXT, article TEXT, shown TEXT);
    CREATE TABLE speaking (name TEXT, time TEXT, folder TEXT, shown TEXT);
    CREATE TABLE spoken (name TEXT, time TEXT, link TEXT, shown TEXT);
"""


# How each table is read.
_ORDERS = {
    "articles": "time DESC, folder",
    "words": "shard, word, article",
    "found": "chunk, article",
    "speaking": "name, time DESC, folder",
    "spoken": "name, time DESC, link",
}


class Top(Generic[Item]):
    """The `size` items that rank highest; ranks must differ."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._heap: list[tuple[tuple[Any, ...], Item]] = []

    def add(self, rank: tuple[Any, ...], item: Item) -> None:
        """Keep an item if it ranks high enough."""
        if len(self._heap) < self._size:
            heapq.heappush(self._heap, (rank, item))
        else:
            heapq.heappushpop(self._heap, (rank, item))

    def items(self) -> list[Item]:
        """The highest first."""
        return [item for _, item in sorted(self._heap, key=lambda kept: kept[0], reverse=True)]


class SiteIndex:
    """What a site shows of all its articles together."""

    def __init__(self) -> None:
        # An empty name is a database on disk that is deleted when it is closed.
        self._db = sqlite3.connect("")
        self._db.executescript(_TABLES)
        self.totals = Totals()
        self.days: dict[str, tuple[int, int]] = {}  # serious changes: silent ones and all others, by day
        self.latest: Top[ListedRevision] = Top(site_pages.LATEST)
        self.fed: Top[ListedRevision] = Top(site_pages.FED)
        self.silent: Top[ListedRevision] = Top(site_pages.FED)
        self.serious: Top[ListedChange] = Top(site_pages.SERIOUS)

    def add(self, entry: ArticleEntry) -> None:
        """Add an article."""
        bare = replace(entry, turns=(), speakers=())
        self._count(entry)
        self._count_days(entry)
        self._rank(entry, bare)
        self._put("articles", [(entry.time, entry.folder, _json(bare.to_dict()))])
        key = site_pages.key(entry)
        self._put("words", [(site_pages.shard(word), word, key) for word in sorted(site_pages.words(entry))])
        self._put("found", [(f"d{key[:2]}", key, _json(site_pages.search_result(entry)))])
        self._put(
            "speaking",
            [
                (
                    name,
                    entry.time,
                    entry.folder,
                    _json(asdict(Appearance(entry.folder, entry.title, entry.language, when, entry.moment))),
                )
                for name, when in entry.speakers
            ],
        )
        self._put(
            "spoken",
            [
                (name, turn.time, f"a/{entry.folder}/{turn.page}", _json([entry.title, turn.moment, asdict(change)]))
                for turn in entry.turns
                for change in turn.changes
                for name in change.speakers
            ],
        )

    def articles(self) -> Iterator[ArticleEntry]:
        """All articles without their turns, latest first."""
        for (text,) in self._db.execute("SELECT entry FROM articles ORDER BY time DESC, folder"):
            yield ArticleEntry.from_dict(json.loads(text))

    def speakers(self) -> Iterator[SpeakerSummary]:
        """All speakers by name."""
        rows = self._db.execute(
            "SELECT name, SUM(speaks), SUM(1 - speaks) FROM (SELECT name, 1 AS speaks FROM speaking"
            " UNION ALL SELECT name, 0 FROM spoken) GROUP BY name ORDER BY name"
        )
        return (SpeakerSummary(*row) for row in rows)

    def appearances(self, name: str) -> Iterator[Appearance]:
        """Where a speaker speaks, latest first."""
        query = "SELECT shown FROM speaking WHERE name = ? ORDER BY time DESC, folder"
        return (Appearance(**json.loads(text)) for (text,) in self._db.execute(query, (name,)))

    def said(self, name: str) -> Iterator[SaidChange]:
        """The changes to what a speaker said, latest first."""
        query = "SELECT link, shown FROM spoken WHERE name = ? ORDER BY time DESC, link, shown"
        return (_said(link, *json.loads(text)) for link, text in self._db.execute(query, (name,)))

    def search_files(self) -> Iterator[tuple[str, Callable[[], Iterator[str]]]]:
        """The files of the search: the name of each, and a function that gives its parts."""
        for (shard,) in self._db.execute("SELECT DISTINCT shard FROM words ORDER BY shard"):
            yield shard, partial(self._words_file, shard)
        for (chunk,) in self._db.execute("SELECT DISTINCT chunk FROM found ORDER BY chunk"):
            yield chunk, partial(self._found_file, chunk)

    def ready(self) -> None:
        """Make look-ups fast, once every article was added."""
        for table, columns in _ORDERS.items():
            self._db.execute(f"CREATE INDEX {table}_order ON {table} ({columns})")

    def _words_file(self, shard: str) -> Iterator[str]:
        query = "SELECT word, article FROM words WHERE shard = ? ORDER BY word, article"
        hits = groupby(self._db.execute(query, (shard,)), key=itemgetter(0))
        return site_pages.search_file(shard, ((word, [article for _, article in rows]) for word, rows in hits))

    def _found_file(self, chunk: str) -> Iterator[str]:
        rows = self._db.execute("SELECT article, shown FROM found WHERE chunk = ? ORDER BY article", (chunk,))
        return site_pages.search_file(chunk, ((article, json.loads(shown)) for article, shown in rows))

    def _count(self, entry: ArticleEntry) -> None:
        changes = [change for turn in entry.turns for change in turn.changes]
        self.totals = Totals(
            self.totals.articles + 1,
            self.totals.revisions + entry.revisions,
            self.totals.changes + len(changes),
            self.totals.silent + sum(map(site_pages.is_silent, changes)),
        )

    def _count_days(self, entry: ArticleEntry) -> None:
        for turn in entry.turns:
            serious = [change for change in turn.changes if change.severity != "low"]
            silent, acknowledged = self.days.get(turn.time[:10], (0, 0))
            unmentioned = sum(map(site_pages.is_silent, serious))
            if serious:
                self.days[turn.time[:10]] = (silent + unmentioned, acknowledged + len(serious) - unmentioned)

    def _rank(self, entry: ArticleEntry, bare: ArticleEntry) -> None:
        for listed in (replace(one, entry=bare) for one in site_pages.turns(entry)):
            rank = (listed.turn.time, entry.folder, listed.turn.new)
            self.latest.add(rank, listed)
            self.fed.add(rank, listed)
            for place, change in enumerate(listed.shown):
                if change.severity == "high":
                    self.serious.add(
                        (site_pages.is_silent(change), *rank, -place), ListedChange(bare, listed.turn, change)
                    )
        for listed in (replace(one, entry=bare) for one in site_pages.turns(entry, silent=True)):
            self.silent.add((listed.turn.time, entry.folder, listed.turn.new), listed)

    def _put(self, table: str, rows: list[tuple[str, ...]]) -> None:
        if rows:
            self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _said(link: str, title: str, moment: str, change: dict[str, Any]) -> SaidChange:
    known = {**change, "labels": tuple(change["labels"]), "speakers": tuple(change["speakers"])}
    return SaidChange(link, title, moment, ChangeEntry(**known))
