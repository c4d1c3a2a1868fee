"""An import: records are read to the end, put in order of time, and added to a store in one stream.

Nothing is added before all records have been read. The branch of the store moves after each PART of them: what an
interrupted run has added stays, and the next run finds it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from revtrack.archive import additions
from revtrack.archive.progress import Progress, quiet
from revtrack.articles import plain_text
from revtrack.errors import InputError, RefusedError
from revtrack.intake.records import Item, Record, SetAside, Skipped
from revtrack.model.archive_answers import ImportCounts

if TYPE_CHECKING:
    from revtrack.store import Incoming, Store

PART = 50_000
DOCUMENTS = (".docx", ".odt", ".rtf", ".pdf")  # suffixes of files that a record may hold as they are
NO_AUTHOR = "revtrack <>"  # a text without an author is not the work of the person who imports it
STEP = 100  # records between two reports of progress
Dating = Callable[[Iterable[Record], Callable[[str], Sequence[str]]], Iterable[Record]]
"""Gives records in order the times they shall have, from the records before and the times in the store."""


def ignore(_: str) -> None:
    """Report nothing."""


@dataclass(slots=True)
class ImportRun:
    """An import into a store; `report` is called with a line for each record that is skipped or set aside."""

    store: Store
    now: str
    prefix: str = ""
    limit: int | None = None
    strict: bool = False
    force: bool = False
    report: Callable[[str], None] = ignore
    progress: Progress = quiet
    records: int = 0
    added: int = 0
    known: int = 0
    set_aside: int = 0
    skipped: int = 0

    def run(self, items: Iterable[Item], dating: Dating | None = None) -> ImportCounts:
        """Add the records of a reader; raises InputError, StoreError."""
        from revtrack.intake.ordered import Ordered

        with Ordered() as waiting, Ordered() as dated:
            for record in self._read(islice(items, self.limit)):
                waiting.put(record)
            if dating:
                for record in dating(waiting.take(), self._times()):
                    dated.put(record)
            self._add((dated if dating else waiting).take(), waiting.count)
        return ImportCounts(self.records, self.added, self.known, self.set_aside, self.skipped)

    def _times(self) -> Callable[[str], Sequence[str]]:
        """The times of the revisions that the store has of an article."""
        tip = self.store.tip()
        return lru_cache(maxsize=1000)(lambda name: tuple(one.time for one in self.store.index.revisions(tip, name)))

    def _read(self, items: Iterable[Item]) -> Iterator[Record]:
        """The records that can be added, each under the name it will have."""
        for item in items:
            self.records += 1
            if self.records % STEP == 0:
                self.progress("Reading", self.records, None)
            match item:
                case Skipped():
                    self._skip(item.place, item.reason)
                case SetAside():
                    self._set_aside(item.place, item.reason)
                case Record():
                    try:
                        named = _readable(_named(item, self.prefix))
                    except InputError as error:
                        self._skip(item.place, str(error))
                    else:
                        yield named
        self.progress("Reading", self.records, self.records)

    def _add(self, records: Iterable[Record], count: int) -> None:
        """Give all records to the store, part by part."""
        taken = iter(records)
        place = ""
        given = 0

        def incoming(part: Iterable[Record]) -> Iterator[Incoming]:
            nonlocal place, given
            for record in part:
                place = record.place
                yield _incoming(record)
                given += 1
                if given % STEP == 0 or given == count:
                    self.progress("Adding", given, count)

        def refused(_: Incoming, error: Exception) -> None:
            if isinstance(error, RefusedError):
                self._set_aside(place, str(error))
            else:
                self._skip(place, str(error))

        while part := list(islice(taken, 1)):
            stream = incoming(chain(part, islice(taken, PART - 1)))
            done = self.store.add_many(stream, now=self.now, force=self.force, refused=refused)
            self.added += done.added
            self.known += done.known

    def _skip(self, place: str, reason: str) -> None:
        """Report a bad record; raises InputError where none is allowed."""
        if self.strict:
            raise InputError(f"{place}: {reason}: nothing was added; without --strict it would be skipped")
        self.skipped += 1
        self.report(f"{place}: {reason}")

    def _set_aside(self, place: str, reason: str) -> None:
        """Report a record that is not a version of an article."""
        self.set_aside += 1
        self.report(f"{place}: set aside: {reason}")


def _named(record: Record, prefix: str) -> Record:
    """The record under its name in the store."""
    from revtrack.store import naming

    if naming.is_address(record.article):
        name, record = naming.of_address(record.article), replace(record, source=record.source or record.article)
    elif record.article:
        name = naming.of_name(record.article)
    else:
        name = naming.of_path(record.path) if record.path else naming.of_address(record.source)
    return replace(record, article=naming.of_name(prefix + name) if prefix else name)


def _readable(record: Record) -> Record:
    """The record, if it is a text or a document that can be read, with the words of a document; raises InputError."""
    name = record.article + record.suffix
    if record.suffix not in DOCUMENTS:
        plain_text.decode(record.content, name)
        return record
    addition = additions.of(record.content, name, record.suffix)
    return replace(record, words=addition.words, suffix=addition.suffix)


def _incoming(record: Record) -> Incoming:
    from revtrack.store import Incoming

    return Incoming(
        record.content,
        record.article,
        record.suffix,
        record.time,
        record.by or NO_AUTHOR,
        record.note,
        record.source,
        record.words,
    )
