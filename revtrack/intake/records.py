"""What a reader of an archive gives: records, and what it could not use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """One version of an article, and where it stands in its archive: `place` is `wire.jsonl:17`.

    `article` is the name its archive has for it, or `path` the path its file began at; where both are empty, the
    address in `source` tells articles apart.
    `time` is when it was published, or captured where only that is sure; `claimed` is then when the page itself says
    that it was changed. Both are ISO 8601 in UTC. `rank` orders records of one time, smaller ones first.
    `words` is how many a document has; those of a text are counted when it is added.
    """

    place: str
    article: str
    content: bytes
    time: str
    suffix: str = ".txt"
    by: str = ""
    note: str = ""
    source: str = ""
    claimed: str = ""
    rank: int = 0
    path: str = ""
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that cannot be read, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record that was read well and is no version of an article: an error page, a text that was lost."""

    place: str
    reason: str


Item = Record | Skipped | SetAside
