"""Where everything stands, in `watch.sqlite` inside the store: one visit, one transaction.

What a visit found is written down whole: the target, what happened, and the text that is to be kept, which waits here
until the store has it. A run that is killed at any moment loses at most answers that it had not written down, and asks
for them again; a text that waits is added by the next run, and the store knows one that it has already.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from revtrack.errors import StoreError
from revtrack.store import naming
from revtrack.watch.page_reading import PageReading
from revtrack.watch.targets import AskedCapture, EventKind, FollowState, HostState, NewRevision, Target, WatchEvent
from revtrack.watch.watch_tables import VERSIONS

FILE = "watch.sqlite"
PATIENCE = 30.0  # seconds to wait for a reader of the file

_FIELDS = Target._fields[1:]


@contextmanager
def opened(folder: Path) -> Iterator[WatchState]:
    """The file in a store's folder, made where it is missing; raises StoreError where it cannot be read on."""
    try:
        state = WatchState(folder)
        try:
            yield state
        finally:
            state.db.close()
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"{folder / FILE}: cannot be used: {error}: check its permissions and the free space"
        ) from None
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"{folder / FILE}: is damaged ({error}): restore it from a backup, or move it away, so that all that is"
            " followed is looked at anew; what was kept stays"
        ) from None


class WatchState:
    """The file, open; see `opened`."""

    def __init__(self, folder: Path) -> None:
        """Open the file; raises sqlite3.Error, and StoreError for one of a newer revtrack."""
        self.path = folder / FILE
        self.db = sqlite3.connect(self.path, PATIENCE, isolation_level=None)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = NORMAL")
        self._make()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All or nothing; what is within already is part of the whole. Raises StoreError."""
        if self.db.in_transaction:
            yield
            return
        try:
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.db.rollback()
                raise
            self.db.commit()
        except sqlite3.OperationalError as error:
            raise StoreError(f"{self.path}: cannot be written: {error}: check the free space") from None

    def due(self) -> list[tuple[int, str, float, str]]:
        """Number, address, time, and follow of every target that is to be looked at again, the first one first."""
        query = "SELECT id, url, due, follow FROM target WHERE due IS NOT NULL ORDER BY due, id"
        return self.db.execute(query).fetchall()

    def target(self, number: int) -> Target:
        """A target by its number."""
        [row] = self.db.execute(f"SELECT id, {', '.join(_FIELDS)} FROM target WHERE id = ?", (number,))
        return _target(row)

    def follow_of(self, number: int) -> str:
        """The address in the watchlist that led to a target."""
        [follow] = self.db.execute("SELECT follow FROM target WHERE id = ?", (number,)).fetchone()
        return str(follow)

    def find(self, url: str, kind: str) -> Target | None:
        """The target of an address, None where there is none."""
        query = f"SELECT id, {', '.join(_FIELDS)} FROM target WHERE place = ? AND kind = ?"
        row = self.db.execute(query, (naming.normalised(url), kind)).fetchone()
        return _target(row) if row else None

    def is_known(self, url: str) -> bool:
        """Whether an address is looked at as an article or a page already."""
        query = "SELECT 1 FROM target WHERE place = ? AND kind IN ('article', 'page')"
        return self.db.execute(query, (naming.normalised(url),)).fetchone() is not None

    def add(self, target: Target) -> Target:
        """A new target, with its number."""
        names = ("place", *_FIELDS, "text", "host")
        query = f"INSERT INTO target ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        number = self.db.execute(query, (naming.normalised(target.url), *_row(target), "", "")).lastrowid
        return target._replace(id=number or 0)

    def save(self, target: Target, text: str = "", host: str = "") -> None:
        """A target as it stands now; `text` is the digest of its text, `host` where that text stands."""
        query = f"UPDATE target SET {', '.join(f'{name} = ?' for name in _FIELDS)} WHERE id = ?"
        self.db.execute(query, (*_row(target), target.id))
        if text:
            self.db.execute("UPDATE target SET text = ?, host = ? WHERE id = ?", (text, host, target.id))

    def owner(self, story: str, text: str, host: str, but: int) -> str:
        """The address of another article that has an address, or on one host a text, already."""
        query = """SELECT url FROM target WHERE id != ? AND status != 'duplicate' AND kind IN ('article', 'page')
                   AND (story = ? OR (text = ? AND host = ?)) ORDER BY id LIMIT 1"""
        row = self.db.execute(query, (but, story, text, host)).fetchone()
        return str(row[0]) if row else ""

    def add_headline(self, line: str, host: str, target: int) -> None:
        """A headline that an article of a host has, or had: boxes on other pages are slow to follow."""
        self.db.execute("INSERT OR IGNORE INTO headline VALUES (?, ?, ?)", (host, line, target))

    def is_headline(self, line: str, host: str, but: int) -> bool:
        """Whether a line is the headline of another article of a host."""
        query = "SELECT 1 FROM headline WHERE host = ? AND line = ? AND target != ?"
        return self.db.execute(query, (host, line, but)).fetchone() is not None

    def host(self, host: str) -> HostState:
        """What is known of a host."""
        row = self.db.execute("SELECT free_at, failures FROM host WHERE host = ?", (host,)).fetchone()
        return HostState(*row) if row else HostState()

    def hosts(self) -> list[tuple[str, float]]:
        """Every host that was asked, and until when it is left in peace."""
        return self.db.execute("SELECT host, free_at FROM host").fetchall()

    def save_host(self, host: str, state: HostState) -> None:
        """What is known of a host now."""
        self.db.execute("INSERT OR REPLACE INTO host VALUES (?, ?, ?)", (host, *state))

    def robots(self, origin: str, now: float) -> tuple[str | None] | None:
        """The rules of a host in a tuple, None in it where they could not be had; no tuple where they are unknown."""
        query = "SELECT rules FROM robots WHERE origin = ? AND until > ?"
        row: tuple[str | None] | None = self.db.execute(query, (origin, now)).fetchone()
        return row

    def save_robots(self, origin: str, rules: str | None, until: float) -> None:
        """The rules of a host, which hold until a time."""
        self.db.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (origin, rules, until))

    def record(self, event: WatchEvent) -> int:
        """Write down something that happened; gives its number, which grows from event to event."""
        query = "INSERT INTO event (time, kind, url, article, detail, revision, facts) VALUES (?, ?, ?, ?, ?, ?, ?)"
        values = (*event[1:-1], json.dumps(event.facts))
        return self.db.execute(query, values).lastrowid or 0

    def events(self, kinds: Iterable[EventKind] = (), after: int = 0, most: int = -1) -> Iterator[WatchEvent]:
        """What happened, oldest first: of some kinds where any are named, after the event with a number.

        Who tells people of them keeps the number of the last one told. `most` is how many are given, -1 for all.
        """
        wanted = tuple(kinds)
        among = f"AND kind IN ({', '.join('?' * len(wanted))})" if wanted else ""
        columns = "id, time, kind, url, article, detail, revision, facts"
        query = f"SELECT {columns} FROM event WHERE id > ? {among} ORDER BY id LIMIT ?"
        for *values, facts in self.db.execute(query, (after, *wanted, most)):
            yield WatchEvent._make((*values, tuple((name, value) for name, value in json.loads(facts))))

    def last_event(self) -> int:
        """The number of the last thing that happened."""
        [number] = self.db.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
        return int(number)

    def standing(self, follow: str) -> FollowState:
        """Where an address of the watchlist stands."""
        query = """SELECT coalesce(sum(article != ''), 0), max(looked),
                          min(CASE WHEN kind != 'article' THEN due END),
                          max(CASE WHEN kind != 'article' THEN status ELSE '' END),
                          max(CASE WHEN kind != 'article' THEN failures ELSE 0 END)
                   FROM target WHERE follow = ?"""
        return FollowState(*self.db.execute(query, (follow,)).fetchone())

    def unsent(self, notifier: str) -> tuple[int, int]:
        """How many messages of a notifier wait to be sent, and how often the one that fared worst could not be."""
        query = "SELECT count(*), coalesce(max(failures), 0) FROM message WHERE notifier = ? AND due IS NOT NULL"
        count, failures = self.db.execute(query, (notifier,)).fetchone()
        return int(count), int(failures)

    def wait(self, event: int, revision: NewRevision) -> None:
        """Let a text wait for the store."""
        self.db.execute("INSERT INTO waiting VALUES (?, ?)", (event, json.dumps(revision)))

    def waiting(self) -> list[tuple[int, NewRevision]]:
        """The texts that wait for the store, each with the number of its event."""
        return [
            (event, _revision(json.loads(text)))
            for event, text in self.db.execute("SELECT * FROM waiting ORDER BY event")
        ]

    def first_waiting(self) -> int | None:
        """The event of the first text that waits for the store."""
        [event] = self.db.execute("SELECT min(event) FROM waiting").fetchone()
        return event if event is None else int(event)

    def kept(self, event: int, revision: str) -> None:
        """The store has a text, under a commit."""
        self.db.execute("UPDATE event SET revision = ? WHERE id = ?", (revision, event))
        self.db.execute("DELETE FROM waiting WHERE event = ?", (event,))

    def save_capture(self, asked: AskedCapture, now: AskedCapture | None) -> None:
        """A capture that is asked for as it stands now; None where it is done."""
        with self.writing():
            self.db.execute("DELETE FROM capture WHERE event = ?", (asked.event,))
            if now:
                self.db.execute("INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?)", now)

    def next_capture(self) -> AskedCapture | None:
        """The capture that is to be asked for or after next."""
        row = self.db.execute("SELECT * FROM capture ORDER BY due, event LIMIT 1").fetchone()
        return AskedCapture(*row) if row else None

    def add_fact(self, event: int, name: str, value: str) -> None:
        """A fact that became known of an event later."""
        [facts] = self.db.execute("SELECT facts FROM event WHERE id = ?", (event,)).fetchone()
        known = [*(one for one in json.loads(facts) if one[0] != name), (name, value)]
        self.db.execute("UPDATE event SET facts = ? WHERE id = ?", (json.dumps(known), event))

    def errand(self, name: str) -> tuple[float, int]:
        """When something that is done now and then is due, and how often in a row it failed."""
        row = self.db.execute("SELECT due, failures FROM errand WHERE name = ?", (name,)).fetchone()
        return (float(row[0]), int(row[1])) if row else (0.0, 0)

    def save_errand(self, name: str, due: float, failures: int) -> None:
        """When it is due again."""
        with self.writing():
            self.db.execute("INSERT OR REPLACE INTO errand VALUES (?, ?, ?)", (name, due, failures))

    def refused(self, event: int, reason: str) -> None:
        """The store did not take a text: it is set aside."""
        self.db.execute("UPDATE event SET kind = 'aside', detail = ? WHERE id = ?", (reason, event))
        self.db.execute("DELETE FROM waiting WHERE event = ?", (event,))

    def _make(self) -> None:
        if self._version() > len(VERSIONS):
            raise StoreError(f"{self.path}: was written by a newer revtrack: install that one")
        while (version := self._version()) < len(VERSIONS):
            with self.writing():
                if self._version() == version:
                    for statement in VERSIONS[version].split(";"):
                        self.db.execute(statement)
                    self.db.execute(f"PRAGMA user_version = {version + 1}")

    def _version(self) -> int:
        [version] = self.db.execute("PRAGMA user_version").fetchone()
        return int(version)


def _row(target: Target) -> tuple[Any, ...]:
    reading = target.reading and zlib.compress(json.dumps(target.reading).encode(), 3)
    page = zlib.compress(target.page, 6) if target.page else b""
    return target._replace(reading=reading, page=page)[1:]  # type: ignore[arg-type]


def _target(row: tuple[Any, ...]) -> Target:
    target = Target(*row)
    packed: Any = target.reading
    reading = PageReading(*json.loads(zlib.decompress(packed))) if packed else None
    return target._replace(reading=reading, page=zlib.decompress(target.page) if target.page else b"")


def _revision(values: list[Any]) -> NewRevision:
    found = NewRevision(*values)
    return found._replace(facts=tuple((name, value) for name, value in found.facts))
