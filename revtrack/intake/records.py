"""What a reader of an archive gives: records, and what it could not use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from revtrack.errors import InputError
from revtrack.intake import limits


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


def until_strange(items: Iterable[Item], name: str) -> Iterator[Item]:
    """Items, as long as one of the first is a record; raises InputError where it is another kind of file.

    Such a file may have no end, as `/dev/urandom`, and a line on each of its lines helps nobody.
    """
    is_known = False
    for number, item in enumerate(items, 1):
        yield item
        is_known = is_known or not isinstance(item, Skipped)
        if number == limits.MAX_STRANGE and not is_known:
            raise InputError(f"{name}: none of its first {number:,} lines is a record: check that it is the right file")
