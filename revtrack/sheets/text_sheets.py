"""CSV and JSON Lines: UTF-8, one row a line.

CSV is that of RFC 4180, CRLF included. It begins with the names of the columns; an empty cell is None, lists are
joined with `;`, truth is `true` or `false`. A text that a spreadsheet would run as a formula (it begins with `=`, `+`,
`-`, `@`, tab or return) gets an apostrophe before it, and so does one that already has apostrophes there: whoever
takes one away has the text again. Articles come from anywhere, and a table is opened with a double click.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import BinaryIO

from revtrack.rows.columns import Cell, Column, Row, Table
from revtrack.sheets.row_writer import Sheet

JOINT = ";"

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


class _Csv:
    def __init__(self, table: Table, text: TextIOWrapper) -> None:
        self._columns = table.columns
        self._writer = csv.writer(text)  # its line ends by default make it quote a lone return as well
        self._writer.writerow([column.name for column in table.columns])

    def add(self, row: Row) -> None:
        self._writer.writerow([_plain(cell, column) for cell, column in zip(row, self._columns, strict=True)])


class _Json:
    def __init__(self, table: Table, text: TextIOWrapper) -> None:
        self._names = [column.name for column in table.columns]
        self._text = text

    def add(self, row: Row) -> None:
        cells = dict(zip(self._names, row, strict=True))
        self._text.write(json.dumps(cells, ensure_ascii=False, allow_nan=False) + "\n")


@contextmanager
def csv_sheet(table: Table, file: BinaryIO) -> Iterator[Sheet]:
    """A sheet of comma-separated values."""
    with _text(file) as text:
        yield _Csv(table, text)


@contextmanager
def json_sheet(table: Table, file: BinaryIO) -> Iterator[Sheet]:
    """A sheet of one JSON object a line, with every column in it."""
    with _text(file) as text:
        yield _Json(table, text)


@contextmanager
def _text(file: BinaryIO) -> Iterator[TextIOWrapper]:
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        yield text
        text.flush()
    finally:
        text.detach()  # who opened the file closes it


def _plain(cell: Cell, column: Column) -> str | int | float | None:
    """A cell as CSV has it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return JOINT.join(cell)
    if isinstance(cell, str) and column.type == "string" and _FORMULA.match(cell):
        return f"'{cell}"
    return cell
