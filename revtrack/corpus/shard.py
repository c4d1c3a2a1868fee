"""A corpus and its shards, as values that a worker on any machine can be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from revtrack.corpus.pairs import CorpusForm

CorpusKind = Literal["jsonl", "parquet", "store"]


@dataclass(frozen=True, slots=True)
class Shard:
    """Some rows of a corpus: bytes of JSON Lines, rows of Parquet, or articles of a store.

    `row` is the number of the first row, from 1; `digest` tells whether the corpus is still what it was.
    """

    number: int
    kind: CorpusKind
    form: CorpusForm
    path: str
    row: int
    start: int
    end: int
    articles: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is to be compared; the fingerprint is the same for the same rows, wherever they lie."""

    kind: CorpusKind
    form: CorpusForm
    fingerprint: str
    shards: tuple[Shard, ...]
