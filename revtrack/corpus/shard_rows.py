"""The rows of a shard, read where they lie: lines of JSON, rows of Parquet, revisions of a store.

A row that cannot be read is a record with the cause; a corpus that is no longer what was cut into shards is an error.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from revtrack.archive import texts
from revtrack.archive.discovery import find
from revtrack.corpus import pairs
from revtrack.corpus.pairs import ArticleVersion, Bad, CorpusRow, Pair
from revtrack.corpus.shard import Shard
from revtrack.errors import InputError, UnknownError
from revtrack.sheets import parquet as sheet

LONGEST = 1 << 26  # bytes of a line: two texts of 5 MB, every character escaped
BATCH = 64  # rows of Parquet that are unpacked together
_MAGIC = b"PAR1"
_BOM = b"\xef\xbb\xbf"
CHANGED = "has changed since the batch began: start over with --fresh"


@dataclass(frozen=True, slots=True)
class RawLine:
    """The bytes of a line with its end; of one that is too long, its beginning and the hash of the rest."""

    data: bytes
    too_long: bool = False


def of(shard: Shard) -> Iterator[Pair | Bad]:
    """The pairs of a shard, in order; raises InputError where the corpus has changed."""
    if shard.kind == "store":
        yield from _store(shard)
        return
    found = _checked(shard) if shard.kind == "jsonl" else _rows(shard)
    yield from pairs.of_pairs(found) if shard.form == "pairs" else pairs.of_versions(found)


def is_parquet(path: str) -> bool:
    """Whether a file begins as Parquet does; raises InputError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: check its name and permissions") from None


def lines(path: str, start: int, end: int, row: int) -> Iterator[CorpusRow]:
    """The records of some bytes of a file; `row` is the number of the first line."""
    for number, (line, _) in enumerate(raw_lines(path, start, end), row):
        if line.too_long or line.data.strip():
            yield parsed(line, number)


def raw_lines(path: str, start: int, end: int) -> Iterator[tuple[RawLine, int]]:
    """The lines of some bytes of a file, each with where it ends."""
    with open(path, "rb") as file:
        file.seek(start)
        place = start
        while place < end and (data := file.readline(LONGEST)):
            line = RawLine(data)
            if len(data) == LONGEST and not data.endswith(b"\n"):
                rest = hashlib.sha256()
                while piece := file.readline(LONGEST):
                    rest.update(piece)
                    place += len(piece)
                    if piece.endswith(b"\n"):
                        break
                line = RawLine(data[:100] + rest.digest(), too_long=True)
            place += len(data)
            yield line, place


def parsed(line: RawLine, number: int) -> CorpusRow:
    """What a line holds."""
    place = f"line {number}"
    if line.too_long:
        return CorpusRow(place, None, f"is longer than {LONGEST // (1 << 20)} MB")
    try:
        fields = json.loads((line.data.removeprefix(_BOM) if number == 1 else line.data).decode())
    except UnicodeDecodeError:
        return CorpusRow(place, None, "is not UTF-8")
    except (ValueError, RecursionError) as error:
        cause = str(error).split(": ")[0] if isinstance(error, ValueError) else "nested too deeply"
        return CorpusRow(place, None, f"is not JSON: {cause}")
    return CorpusRow(place, fields) if isinstance(fields, dict) else CorpusRow(place, None, "is not a JSON object")


@contextmanager
def table(path: str, name: str) -> Iterator[Any]:
    """An open Parquet file; raises InputError."""
    pyarrow, parquet = sheet.libraries()
    try:
        with parquet.ParquetFile(path) as file:
            yield file
    except (pyarrow.ArrowException, OSError) as error:
        cause = str(error).splitlines()[0].rstrip(".:")
        raise InputError(f"{name}: cannot be read as Parquet: {cause}: write the file again") from None


def digest(path: str) -> str:
    """A hash of a Parquet file's footer, which has the place, size and range of every column of every row group."""
    with open(path, "rb") as file:
        file.seek(-8, 2)
        length = int.from_bytes(file.read(4), "little")
        size = file.seek(0, 2)
        file.seek(max(0, size - 8 - length))
        return hashlib.sha256(file.read() + b"%d" % size).hexdigest()


def state(article: str, revisions: int, last: str) -> str:
    """A line that changes when an article of a store does."""
    return f"{article}\t{revisions}\t{last}\n"


def _checked(shard: Shard) -> Iterator[CorpusRow]:
    """The records of a shard of JSON Lines, whose bytes have to be the same as ever."""
    seen = hashlib.sha256()
    for number, (line, _) in enumerate(raw_lines(shard.path, shard.start, shard.end), shard.row):
        seen.update(line.data)
        if line.too_long or line.data.strip():
            yield parsed(line, number)
    if seen.hexdigest() != shard.digest:
        raise InputError(f"{shard.path}: {CHANGED}")


def _rows(shard: Shard) -> Iterator[CorpusRow]:
    """The records of a shard of Parquet; row groups that have none of them are not touched."""
    if digest(shard.path) != shard.digest:
        raise InputError(f"{shard.path}: {CHANGED}")
    with table(shard.path, shard.path) as file:
        groups, place = _groups(file.metadata, shard)
        columns = [name for name in pairs.READ if name in file.schema_arrow.names]
        for batch in file.iter_batches(batch_size=BATCH, row_groups=groups, columns=columns):
            for offset in range(max(0, shard.start - place), min(batch.num_rows, shard.end - place)):
                yield _record(batch, columns, offset, f"row {place + offset + 1}")
            place += batch.num_rows
            if place >= shard.end:
                return


def _groups(metadata: Any, shard: Shard) -> tuple[list[int], int]:
    """The row groups that have rows of a shard, and the first row of the first of them."""
    counts = (metadata.row_group(group).num_rows for group in range(metadata.num_row_groups))
    starts = list(accumulate(counts, initial=0))
    spans = enumerate(pairwise(starts))
    groups = [group for group, (start, end) in spans if start < shard.end and end > shard.start]
    return groups, starts[groups[0]] if groups else 0


def _record(batch: Any, columns: list[str], offset: int, place: str) -> CorpusRow:
    try:
        return CorpusRow(place, {name: batch.column(name)[offset].as_py() for name in columns})
    except UnicodeDecodeError:
        return CorpusRow(place, None, "is not UTF-8")
    except ValueError as error:
        return CorpusRow(place, None, f"cannot be read: {error}")


def _store(shard: Shard) -> Iterator[Pair | Bad]:
    """The pairs of the articles of a store."""
    archive = find(Path(shard.path), shard.path)
    told = hashlib.sha256()
    for name in shard.articles:
        try:
            revisions = archive.revisions(name)
        except UnknownError:
            break
        told.update(state(name, len(revisions), revisions[-1].commit).encode())
        versions = []
        for revision, data in zip(revisions, archive.read_many(revisions), strict=True):
            place = f"{name}@{revision.number}"
            try:
                text = texts.stored(data, place)
                versions.append(ArticleVersion(place, name, revision.number, revision.time, text))
            except InputError as error:
                cause = str(error).removeprefix(f"{place}: ")
                versions.append(ArticleVersion(place, name, revision.number, revision.time, None, cause))
        yield from pairs.of_article(versions)
    if told.hexdigest() != shard.digest:
        raise InputError(f"{shard.path}: {CHANGED}")
