"""CSV as it comes: commas, semicolons or tabs; the first row names the columns; a record's place is its first line.

Spreadsheets write a byte order mark, UTF-16, or a line `sep=;` above all; these are told by themselves. What the rows
are written in otherwise is not guessed: bytes that are not UTF-8 need the name of their encoding.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from typing import IO, Any, cast

from revtrack.errors import InputError
from revtrack.intake import limits, lines
from revtrack.intake.column_map import TableLayout
from revtrack.intake.jsonl import refuse_packed
from revtrack.intake.lines import LineSource
from revtrack.intake.records import Item, Skipped

_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*"')
_SEPARATOR = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _BrokenError(Exception):
    """A line that cannot be part of a row."""


def read(
    stream: IO[bytes], name: str, at: str = "", layout: TableLayout | None = None, encoding: str = ""
) -> Iterator[Item]:
    """The records of a stream; `at` is the time of those that have none. Raises InputError where columns are missing.

    `encoding` is that of a file that is neither UTF-8 nor begins with a byte order mark.
    """
    csv.field_size_limit(limits.MAX_FIELD)
    layout = layout or TableLayout()
    source = _Lines(_recoded(stream, encoding, name), name)
    rows = csv.reader(source, strict=True, delimiter=source.delimiter())
    names = _names(rows, name)
    places = layout.places(names, name, "its first row names no column")
    while True:
        place = f"{name}:{source.number + 1}"
        try:
            row = next(rows, None)
        except (csv.Error, _BrokenError) as error:
            yield Skipped(place, f"is not a CSV row ({_reason(error)}): fix it")
            continue
        if row is None:
            return
        if not row:
            continue
        if len(row) < len(names) or any(row[len(names) :]):
            yield Skipped(place, f"has {len(row)} fields where the first row names {len(names)}: fix it")
        else:
            values = {field: row[column] for field, column in places.items()}
            yield layout.record(values, place, at, os.path.dirname(name))


def _names(rows: Iterator[Sequence[str]], name: str) -> Sequence[str]:
    try:
        names = next(rows, [])
    except (csv.Error, _BrokenError) as error:
        raise InputError(f"{name}: its first line is not a CSV row ({_reason(error)}): name the fields there") from None
    if any("\0" in one for one in names):
        raise InputError(
            f"{name}: its first line has NUL bytes: if it is UTF-16, say --encoding utf-16-le or utf-16-be"
        )
    if len(names) > limits.MAX_FIELDS:
        raise InputError(f"{name}: has {len(names):,} columns, more than {limits.MAX_FIELDS}: leave some out")
    return names


def _reason(error: Exception) -> str:
    """What csv says, and what lies behind it."""
    said = str(error)
    if "field larger than" in said:
        return f"{said}; a quotation mark before it may never be closed"
    if "expected after" in said:
        return f"{said}; a quotation mark inside a field is written twice"
    if "new-line character" in said:
        return "its lines end with CR, as on old Macs; make them LF, such as with `tr '\\r' '\\n'`"
    return said


def _recoded(stream: IO[bytes], encoding: str, name: str) -> LineSource:
    """The stream in UTF-8; raises InputError for an encoding that is not known."""
    source: Any = stream if hasattr(stream, "peek") else io.BufferedReader(cast("io.RawIOBase", stream))
    if source.peek(2)[:2] in _UTF16:
        encoding = "utf-16"
    try:
        known = codecs.lookup(encoding or "utf-8")
        if not known._is_text_encoding:  # such as hex and zlib
            raise LookupError
        b"\xff".decode(known.name, "replace")  # idna takes no bytes but its own
    except (LookupError, ValueError):
        raise InputError(
            f"{name}: there is no encoding {encoding!r}: name one such as windows-1252, latin-1 or utf-16"
        ) from None
    if known.name in ("utf-8", "utf-8-sig"):
        return cast(LineSource, source)
    return _RecodedLines(source, known.name)


class _RecodedLines:
    """Lines of a stream in another encoding, as UTF-8; bytes that are none of it become U+FFFD."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")

    def readline(self, size: int) -> bytes:
        return self._text.readline(size).encode("utf-8", "replace")


class _Lines:
    """The lines as text; one that is none takes the row with it that it stands in, and the next row is read on."""

    def __init__(self, stream: LineSource, name: str) -> None:
        self._lines = lines.of(stream, limits.MAX_FIELD, name)
        self._name = name
        self._first = ""
        self.number = 0  # of the line read last; the reader of CSV does not count those that broke

    def delimiter(self) -> str:
        """What stands between the fields of the first line: the mark that is most often outside quotation marks."""
        try:
            self._first = next((line for line in self if line.strip()), "")
            if said := _SEPARATOR.fullmatch(self._first):
                self._first = ""
                return said[1]
        except _BrokenError as error:
            raise InputError(
                f"{self._name}: its first line is not a CSV row ({error}): name the fields there"
            ) from None
        bare = _QUOTED.sub("", self._first)
        return max(_DELIMITERS, key=bare.count)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._first:
            first, self._first = self._first, ""
            return first
        line = next(self._lines)
        self.number += 1
        if line is None:
            raise _BrokenError(f"a line larger than {limits.MAX_FIELD // 1_000_000} MB")
        if self.number == 1:
            refuse_packed(line, self._name)
        try:
            return line.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise _BrokenError("a line that is not UTF-8; say what it is, such as --encoding windows-1252") from None
