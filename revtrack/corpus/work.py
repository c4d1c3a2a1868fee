"""The shard function: compares the pairs of one shard and writes their tables, the same bytes wherever it runs.

    >>> work.run(shard, "out", options)          # writes out/changes-00000.parquet
    ShardResult(number=0, pairs=1000, changes=4211, errors=2, files=(...))

It reads its shard, and renames what it wrote when all is there; nothing else outside is touched. `rows` is the part of
it that is a function of values alone, for those who have a Spark or Ray of their own.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

from revtrack import changes, claims, sheets
from revtrack.corpus import shard_rows
from revtrack.corpus.pairs import Bad, Pair
from revtrack.corpus.shard import Shard
from revtrack.errors import InputError, RevtrackError
from revtrack.lexicon.edition import edition
from revtrack.model import Claims, Diff
from revtrack.rows import change_table as change_rows
from revtrack.rows import claim_table as claim_rows
from revtrack.rows import sentence_table as sentences
from revtrack.rows.columns import Column, Row, Table, Versions
from revtrack.sheets import Sheet

ID = Column("id", "string", "the pair: its `id`, or `ARTICLE@OLD-NEW` of two versions, `ARTICLE@NUMBER` of a bad one")
ERROR = Column("error", "string", "why the row could not be compared; what is not known of it is empty then")
TABLES = {
    "changes": change_rows.TABLE.with_columns(first=(ID,), last=(ERROR,)),
    "claims": claim_rows.TABLE.with_columns(first=(ID,)),
    "ops": sentences.MATCHED.with_columns(first=(ID,)),
    "sentences": sentences.SPLIT.with_columns(first=(ID,)),
}
# What the bytes of the tables hang on, beside the reading itself.
DEADLY = "comparing it crashed the process"


@dataclass(frozen=True, slots=True)
class Options:
    """Which tables are wanted beside the changes, and by which edition of revtrack they have to be made."""

    claims: bool = False
    ops: bool = False
    edition: str = ""

    @property
    def tables(self) -> dict[str, Table]:
        """The tables that are written, by name."""
        wanted = {"changes": True, "claims": self.claims, "ops": self.ops, "sentences": self.ops}
        return {name: table for name, table in TABLES.items() if wanted[name]}


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its name, its rows, and the SHA-256 of its bytes."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What became of a shard; `errors` counts the rows that could not be compared."""

    number: int
    pairs: int
    changes: int
    errors: int
    files: tuple[WrittenFile, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """For a shard that ended processes: rows that are not to be touched, and a file that says which one is next."""

    path: str
    deadly: tuple[int, ...] = ()


def run(shard: Shard, output: str, options: Options, watch: Watch | None = None) -> ShardResult:
    """Compare a shard and write its tables to the folder `output`; raises RevtrackError."""
    if options.edition and options.edition != edition():
        raise InputError("the worker has another revtrack: install the same version on every machine")
    tables = options.tables
    names = {name: file_name(name, shard.number) for name in tables}
    tally = _Tally()
    written = dict.fromkeys(tables, 0)
    with ExitStack() as stack:
        open_sheets = {name: _sheet(stack, os.path.join(output, names[name]), table) for name, table in tables.items()}
        for table, row in rows(tally.passing(_watched(shard_rows.of(shard), watch)), options):
            open_sheets[table].add(row)
            written[table] += 1
            tally.errors += table == "changes" and row[-1] is not None
    files = (WrittenFile(names[name], written[name], sha256(os.path.join(output, names[name]))) for name in tables)
    changed = written["changes"] - tally.errors
    return ShardResult(shard.number, tally.seen - tally.errors, changed, tally.errors, tuple(files))


def rows(found: Iterable[Pair | Bad], options: Options) -> Iterator[tuple[str, Row]]:
    """The rows of pairs, each with the name of its table; one that cannot be compared is a row with its error."""
    reader = _Reader()
    for one in found:
        try:
            made = [("changes", _error(one))] if isinstance(one, Bad) else list(_made(one, reader, options))
        except RevtrackError as error:
            made = [("changes", _error(Bad(one.id, str(error), one.versions)))]
        except Exception as error:  # a pair that meets a bug of revtrack's must not cost the other ones
            told = f"unexpected error: {type(error).__name__}: {error}"
            made = [("changes", _error(Bad(one.id, told, one.versions)))]
        yield from made


def file_name(table: str, number: int) -> str:
    """The file of a table and a shard: `changes-00000.parquet`."""
    return f"{table}-{number:05}.parquet"


def sha256(path: str) -> str:
    """The hash of a file's bytes."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(slots=True)
class _Tally:
    """How many rows of a corpus came by, and how many of them could not be compared."""

    seen: int = 0
    errors: int = 0

    def passing(self, found: Iterable[Pair | Bad]) -> Iterator[Pair | Bad]:
        for one in found:
            self.seen += 1
            yield one


class _Reader:
    """Compares pairs, and reads the version that one pair ends with and the next begins with only once."""

    def __init__(self) -> None:
        self._last: Claims | None = None
        self._versions: tuple[str | None, int | None] = (None, None)

    def diff(self, pair: Pair) -> tuple[Diff, bool]:
        """What differs, and whether the old version is the new one of the pair before."""
        last, self._last = self._last, None
        before = last if last and last.text == pair.old else claims.of(pair.old)
        after = claims.of(pair.new, known=before)
        found = changes.between(before, after)
        is_next = before is last and self._versions == (pair.versions.article, pair.versions.old)
        self._last, self._versions = after, (pair.versions.article, pair.versions.new)
        return found, is_next


def _made(pair: Pair, reader: _Reader, options: Options) -> Iterator[tuple[str, Row]]:
    """The rows of a pair; what is told of its old version alone is not told again after the pair before."""
    diff, is_next = reader.diff(pair)
    versions = pair.versions
    for row in change_rows.of(diff, versions):
        yield "changes", (pair.id, *row, None)
    if not is_next:
        yield from _of_version(pair, diff.before, versions.old, pair.old_time, options)
    yield from _of_version(pair, diff.after, versions.new, versions.time, options)
    if options.ops:
        named = Versions(versions.article or pair.id, versions.old, versions.new)
        yield from (("ops", (pair.id, *row)) for row in sentences.matched(diff, named))


def _of_version(
    pair: Pair, found: Claims, number: int | None, time: str | None, options: Options
) -> Iterator[tuple[str, Row]]:
    article = pair.versions.article
    if options.claims:
        known = claims.dated(found, time) if time else found
        yield from (("claims", (pair.id, *row)) for row in claim_rows.of(known, article, number, time))
    if options.ops:
        yield from (("sentences", (pair.id, *row)) for row in sentences.split(found, article or pair.id, number))


def _error(bad: Bad) -> Row:
    """The row of a pair that could not be compared."""
    known = bad.versions
    told = (_writable(bad.id), _writable(known.article), known.old, known.new, known.time)
    return (*told, *(None,) * (len(TABLES["changes"].columns) - len(told) - 1), _writable(bad.error))


def _writable(text: str | None) -> str | None:
    return text and text.encode("utf-8", "replace").decode()


def _sheet(stack: ExitStack, path: str, table: Table) -> Sheet:
    return stack.enter_context(sheets.sheet("parquet", table, stack.enter_context(sheets.whole(path))))


def _watched(found: Iterable[Pair | Bad], watch: Watch | None) -> Iterator[Pair | Bad]:
    """The pairs, but for those that are not to be touched; the file says which one is compared next."""
    if watch is None:
        yield from found
        return
    with open(watch.path, "wb", buffering=0) as file:
        for place, one in enumerate(found):
            if place in watch.deadly:
                yield Bad(one.id, DEADLY, one.versions)
                continue
            file.seek(0)
            file.write(b"%020d" % place)
            yield one
