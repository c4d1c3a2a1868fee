"""CSV: the first row names the fields, as `fields` has them; a record is a row, its place the line it begins in."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from typing import IO

from revtrack.errors import InputError
from revtrack.intake import fields, limits, lines
from revtrack.intake.jsonl import refuse_packed
from revtrack.intake.records import Item, Skipped

_NEEDED = ({"article", "source"}, {"text", "html", "file"})


class _BrokenError(Exception):
    """A line that cannot be part of a row."""


def read(stream: IO[bytes], name: str, at: str = "") -> Iterator[Item]:
    """The records of a stream; `at` is the time of those that have none. Raises InputError where names are missing."""
    csv.field_size_limit(limits.MAX_FIELD)
    source = _Lines(stream, name)
    rows = csv.reader(source, strict=True)
    names = _names(rows, name)
    while True:
        place = f"{name}:{source.number + 1}"
        try:
            row = next(rows, None)
        except (csv.Error, _BrokenError) as error:
            yield Skipped(place, f"is not a CSV row ({error}): fix it")
            continue
        if row is None:
            return
        if not row:
            continue
        if len(row) != len(names):
            yield Skipped(place, f"has {len(row)} fields where the first row names {len(names)}: fix it")
        else:
            yield fields.record(dict(zip(names, row, strict=True)), place, at, os.path.dirname(name))


def _names(rows: Iterator[list[str]], name: str) -> list[str]:
    try:
        names = [field.strip().lower() for field in next(rows, [])]
    except (csv.Error, _BrokenError) as error:
        raise InputError(f"{name}: its first line is not a CSV row ({error}): name the fields there") from None
    for either in _NEEDED:
        if not either & set(names):
            raise InputError(f"{name}: its first row names no column {' or '.join(sorted(either))}: name it there")
    if len(names) > limits.MAX_FIELDS:
        raise InputError(f"{name}: has {len(names):,} columns, more than {limits.MAX_FIELDS}: leave some out")
    return names


class _Lines:
    """The lines as text; one that is none takes the row with it that it stands in, and the next row is read on."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._lines = lines.of(stream, limits.MAX_FIELD, name)
        self._name = name
        self.number = 0  # of the line read last; the reader of CSV does not count those that broke

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        if line is None:
            raise _BrokenError(f"a line larger than {limits.MAX_FIELD // 1_000_000} MB")
        if self.number == 1:
            refuse_packed(line, self._name)
        try:
            return line.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise _BrokenError("a line that is not UTF-8") from None
