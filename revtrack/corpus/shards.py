"""A corpus, cut into shards: short descriptions of some rows that a worker on any machine can open for itself.

    corpus.jsonl, bytes 0 to 48,211, which hash to 9f86d0...

Shards are cut by the number of rows, and where versions are to be paired, only between two articles; so the versions
of an article have to stand together. That is checked here, before anything is compared.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from revtrack.archive.discovery import find
from revtrack.corpus import pairs, shard_rows
from revtrack.corpus.pairs import CorpusForm, CorpusRow
from revtrack.corpus.shard import Corpus, CorpusKind, Shard
from revtrack.errors import InputError

LOOKED_AT = 1000  # rows that are looked at for one that tells pairs from versions
NEITHER = "has neither `id`, `old`, `new` nor `article`, `version` or `time`, `text`: rename its fields or columns"


def of(path: str, size: int) -> Corpus:
    """The shards of a file or a store, of about `size` rows or revisions each; raises InputError, StoreError."""
    full = str(Path(path).absolute())
    if os.path.isdir(full):
        found = list(_store(full, size))
        kind: CorpusKind = "store"
    elif not os.path.exists(full):
        raise InputError(f"{path}: no such file or store: name a .parquet or .jsonl file, or the folder of a store")
    elif not os.path.isfile(full):
        raise InputError(f"{path}: is a device or a pipe, and a corpus is read twice: save it as a file first")
    else:
        kind = "parquet" if shard_rows.is_parquet(full) else "jsonl"
        found = list(_parquet(full, path, size) if kind == "parquet" else _lines(full, path, size))
    if not found:
        raise InputError(f"{path}: is empty: there is nothing to compare")
    shards = tuple(replace(shard, number=number) for number, shard in enumerate(found))
    return Corpus(kind, shards[0].form, _fingerprint(kind, full), shards)


def _fingerprint(kind: CorpusKind, path: str) -> str:
    """A hash of all there is, however it is cut."""
    if kind == "store":
        return hashlib.sha256("".join(state for _, _, state in _states(path)).encode()).hexdigest()
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _lines(path: str, name: str, size: int) -> Iterator[Shard]:
    """Shards of JSON Lines: bytes from one line end to another."""
    form = _form(shard_rows.lines(path, 0, os.path.getsize(path), 1), name)
    grouped = _Grouped(name, size) if form == "versions" else None
    first, start, digest, end, row = 1, 0, hashlib.sha256(), 0, 0
    for row, (line, end_of_line) in enumerate(shard_rows.raw_lines(path, 0, os.path.getsize(path)), 1):
        article = pairs.article(shard_rows.parsed(line, row).fields or {}) if grouped else None
        full = grouped.is_full(article, row) if grouped else row - first == size
        if full and row > first:
            yield Shard(0, "jsonl", form, path, first, start, end, (), digest.hexdigest())
            first, start, digest = row, end, hashlib.sha256()
        digest.update(line.data)
        end = end_of_line
    if row:
        yield Shard(0, "jsonl", form, path, first, start, end, (), digest.hexdigest())


def _parquet(path: str, name: str, size: int) -> Iterator[Shard]:
    """Shards of Parquet: rows, counted from the first of the file."""
    with shard_rows.table(path, name) as file:
        form = pairs.form(dict.fromkeys(file.schema_arrow.names))
        if form is None:
            raise InputError(f"{name}: {NEITHER}")
        rows, digest = file.metadata.num_rows, shard_rows.digest(path)
        cuts = [0, *(_article_cuts(file, name, size) if form == "versions" else range(size, rows, size)), rows]
    for start, end in pairwise(cuts):
        if start < end:
            yield Shard(0, "parquet", form, path, start + 1, start, end, (), digest)


def _article_cuts(file: Any, name: str, size: int) -> Iterator[int]:
    column = next(one for one in pairs.ARTICLE if one in file.schema_arrow.names)
    grouped = _Grouped(name, size)
    values = (value for batch in file.iter_batches(columns=[column]) for value in batch.column(0).to_pylist())
    for row, value in enumerate(values, 1):
        if grouped.is_full(pairs.article({column: value}), row):
            yield row - 1


def _store(path: str, size: int) -> Iterator[Shard]:
    """Shards of a store: whole articles by name."""
    names: list[str] = []
    told: list[str] = []
    count = 0
    for name, revisions, state in _states(path):
        names.append(name)
        told.append(state)
        count += revisions
        if count >= size:
            yield _articles(path, names, told)
            names, told, count = [], [], 0
    if names:
        yield _articles(path, names, told)


def _states(path: str) -> Iterator[tuple[str, int, str]]:
    """The articles of a store by name, each with the number of its revisions and a line that tells its state."""
    for one in sorted(find(Path(path), path).articles(), key=lambda one: one.article):
        yield one.article, one.revisions, shard_rows.state(one.article, one.revisions, one.last.commit)


def _articles(path: str, names: list[str], told: list[str]) -> Shard:
    digest = hashlib.sha256("".join(told).encode()).hexdigest()
    return Shard(0, "store", "versions", path, 1, 0, 0, tuple(names), digest)


def _form(found: Iterator[CorpusRow], name: str) -> CorpusForm:
    """What the first rows that can be read are; raises InputError."""
    read = (record.fields for _, record in zip(range(LOOKED_AT), found, strict=False) if record.fields is not None)
    first = next(read, None)
    if first is None:
        raise InputError(f"{name}: has no readable row: write one JSON object per line")
    form = next((one for one in map(pairs.form, chain((first,), read)) if one), None)
    if form is None:
        raise InputError(f"{name}: {NEITHER}")
    return form


class _Grouped:
    """Sees that the versions of an article stand together, and where a shard may end.

    Of each article eight bytes of a hash are kept: some 100 MB for a million of them.
    """

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size = name, size
        self._known: set[bytes] = set()
        self._article: str | None = None
        self._first = 1

    def is_full(self, article: str | None, row: int) -> bool:
        """Whether a shard that is long enough ends before this row; raises InputError for an article that is back."""
        if article is None or article == self._article:
            return False
        key = hashlib.blake2b(article.encode(), digest_size=8).digest()
        if key in self._known:
            raise InputError(
                f"{self._name}: row {row}: article {article!r} is not in one block: sort the file by article first"
            )
        self._known.add(key)
        self._article = article
        if row - self._first < self._size:
            return False
        self._first = row
        return True
