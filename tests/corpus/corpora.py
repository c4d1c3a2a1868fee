"""Small corpora of made-up articles, written as pairs or versions, and what came of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from revtrack.corpus import manifest, shard, shards, work
from revtrack.lexicon.edition import edition

Row = Mapping[str, Any]
OPTIONS = work.Options(claims=True, ops=True, edition=edition())


def text(number: int) -> str:
    """A version of an article whose toll is the number."""
    return f"Ferry sinks\n\nAt least {number} people died on Monday, police said.\n"


def pairs(count: int) -> list[Row]:
    """Pairs with one change each."""
    return [{"id": number, "old": text(number + 2), "new": text(number + 3)} for number in range(count)]


def versions(articles: Mapping[str, int]) -> list[Row]:
    """So many versions of each article, oldest first."""
    return [
        {"article": name, "version": number, "text": text(number + 2)}
        for name, count in articles.items()
        for number in range(1, count + 1)
    ]


def jsonl(path: Path, rows: Iterable[Row | str | bytes]) -> str:
    """A file of JSON Lines; a string or bytes are a line as they are."""
    lines = (
        row if isinstance(row, bytes) else row.encode() if isinstance(row, str) else json.dumps(row).encode()
        for row in rows
    )
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return str(path)


def table(path: Path, rows: list[Row], group: int = 3) -> str:
    """A Parquet file in small row groups."""
    parquet.write_table(pyarrow.Table.from_pylist([dict(row) for row in rows]), path, row_group_size=group)
    return str(path)


def read(output: Path, name: str = "changes") -> list[dict[str, Any]]:
    """The rows of a table of a batch, in the order of its shards."""
    files = sorted(output.glob(f"{name}-*.parquet"))
    return [row for file in files for row in parquet.read_table(file).to_pylist()]


def contents(output: Path) -> dict[str, bytes]:
    """Every file of a batch, by name."""
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def opened(path: str, output: Path, size: int) -> tuple[shard.Corpus, manifest.Books]:
    """A corpus and the books of a batch of it."""
    corpus = shards.of(path, size)
    return corpus, manifest.Books(str(output), manifest.Job(corpus, OPTIONS, size))
