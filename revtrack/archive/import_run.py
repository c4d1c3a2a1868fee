"""What an archive holds becomes revisions: read to its end, put in the order of time, added in one stream.

The branch of the store moves after each PART of the records: what a killed run has added stays, and the next run goes
over it as known. Nothing is added before all has been read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from revtrack.errors import InputError, RefusedError
from revtrack.intake.records import Item, Record, SetAside, Skipped
from revtrack.shell import operands, output, progress

if TYPE_CHECKING:
    from revtrack.store import Incoming, Store

PART = 50_000
DONE, SKIPPED = 0, 1
NOBODY = "revtrack <>"  # what has no author is not the work of the person who imports it
Dating = Callable[[Iterable[Record], Callable[[str], Sequence[str]]], Iterable[Record]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says about one import."""

    prefix: str
    limit: int | None
    strict: bool
    force: bool
    quiet: bool
    form: str
    store: str | None


@dataclass(slots=True)
class Tally:
    """How many records there were, and what became of them."""

    records: int = 0
    added: int = 0
    known: int = 0
    set_aside: int = 0
    skipped: int = 0
    strict: bool = field(default=False, repr=False)

    def skip(self, place: str, reason: str) -> None:
        """Report a bad record; raises InputError where none is allowed."""
        if self.strict:
            raise InputError(f"{place}: {reason}: without --strict it would be skipped; nothing was added")
        self.skipped += 1
        output.note(f"{place}: {reason}")

    def put_aside(self, place: str, reason: str) -> None:
        """Report a record that is no version of an article."""
        self.set_aside += 1
        output.note(f"{place}: set aside: {reason}")


def arrive(items: Iterable[Item], wishes: Wishes, dating: Dating | None = None) -> int:
    """Add what a reader gives, say what became of it, and give the exit code.

    `dating` gives ordered records the times they shall have, from what came before and what the store has.
    Raises InputError, StoreError, RefusedError.
    """
    from revtrack.intake.ordered import Ordered

    archive = _store(wishes.store)
    tally = Tally(strict=wishes.strict)
    with Ordered() as waiting, Ordered() as dated:
        for record in _read(islice(items, wishes.limit), tally, wishes):
            waiting.put(record)
        if dating:
            for record in dating(waiting.take(), _stored(archive)):
                dated.put(record)
        _add(archive, (dated if dating else waiting).take(), waiting.count, tally, wishes)
    _tell(tally, wishes.form)
    return SKIPPED if tally.skipped else DONE


def _store(named: str | None) -> Store:
    from revtrack.store import Store

    found = operands.archive(named)
    if isinstance(found, Store):
        return found
    raise RefusedError(
        f"{found.path}: is a Git repository of your own, which revtrack only reads: make a store with `revtrack init`"
    )


def _stored(archive: Store) -> Callable[[str], Sequence[str]]:
    """The times of the revisions of an article, by its name."""
    tip = archive.tip()
    return lru_cache(maxsize=1000)(lambda name: tuple(one.time for one in archive.index.revisions(tip, name)))


def _read(items: Iterable[Item], tally: Tally, wishes: Wishes) -> Iterator[Record]:
    """The records that can be added, each under the name it will have."""
    from revtrack.articles import plain_text

    for item in progress.reading(items, quiet=wishes.quiet):
        tally.records += 1
        match item:
            case Skipped():
                tally.skip(item.place, item.reason)
            case SetAside():
                tally.put_aside(item.place, item.reason)
            case Record():
                try:
                    named = _named(item, wishes.prefix)
                    plain_text.decode(item.content, named.article + item.suffix)
                except InputError as error:
                    tally.skip(item.place, str(error))
                else:
                    yield named


def _named(record: Record, prefix: str) -> Record:
    """The record under its name in the store."""
    from revtrack.store import naming

    if record.article:
        name = naming.of_name(record.article)
    else:
        name = naming.of_path(record.path) if record.path else naming.of_address(record.source)
    return replace(record, article=naming.of_name(prefix + name) if prefix else name)


def _add(archive: Store, records: Iterable[Record], count: int, tally: Tally, wishes: Wishes) -> None:
    """Give all records to the store, part by part."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    taken = iter(progress.adding(records, count, quiet=wishes.quiet))
    place = ""

    def incoming(part: Iterable[Record]) -> Iterator[Incoming]:
        nonlocal place
        for record in part:
            place = record.place
            yield _incoming(record)

    def refused(_: Incoming, error: Exception) -> None:
        if isinstance(error, RefusedError):
            tally.put_aside(place, str(error))
        else:
            tally.skip(place, str(error))

    while part := list(islice(taken, 1)):
        stream = incoming(chain(part, islice(taken, PART - 1)))
        done = archive.add_many(stream, now=now, force=wishes.force, refused=refused)
        tally.added += done.added
        tally.known += done.known


def _incoming(record: Record) -> Incoming:
    from revtrack.store import Incoming

    return Incoming(
        record.content, record.article, record.suffix, record.time, record.by or NOBODY, record.note, record.source
    )


def _tell(tally: Tally, form: str) -> None:
    counts: dict[str, Any] = {
        "records": tally.records,
        "added": tally.added,
        "known": tally.known,
        "set_aside": tally.set_aside,
        "skipped": tally.skipped,
    }
    if form == "json":
        output.write(output.json_text({"schema": "revtrack.import/1"} | counts))
        return
    output.write(
        f"{tally.records:,} record{'s' * (tally.records != 1)}: {tally.added:,} added, {tally.known:,} known already,"
        f" {tally.set_aside:,} set aside, {tally.skipped:,} skipped"
    )
