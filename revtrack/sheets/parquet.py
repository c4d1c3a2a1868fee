"""Parquet: typed columns, compressed, the same bytes for the same rows and the same pyarrow.

Nothing in the file tells of when, where or by whom it was written. Times are UTC in milliseconds, lists are lists, and
a figure's value is a string, since no fixed precision holds every figure of an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO

from revtrack import installing
from revtrack.errors import InputError
from revtrack.rows.columns import Cell, Row, Table
from revtrack.sheets.row_writer import Sheet

ROWS = 10_000  # a row group


class _Parquet:
    def __init__(self, table: Table, file: BinaryIO) -> None:
        pyarrow, parquet = libraries()
        self._schema = schema(table)
        self._times = [place for place, column in enumerate(table.columns) if column.type == "time"]
        self._rows: list[Row] = []
        self._pyarrow = pyarrow
        self._writer = parquet.ParquetWriter(
            pyarrow.PythonFile(_Counted(file), mode="w"),
            self._schema,
            version="2.6",
            compression="zstd",
            store_schema=False,
            write_statistics=True,
        )

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == ROWS:
            self._flush()

    def close(self, *, complete: bool) -> None:
        if complete and self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        columns: list[list[Any]] = [list(cells) for cells in zip(*self._rows, strict=True)]
        for place in self._times:
            columns[place] = [_moment(cell) for cell in columns[place]]
        arrays = [self._pyarrow.array(cells, field.type) for cells, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(self._pyarrow.Table.from_arrays(arrays, schema=self._schema), row_group_size=ROWS)
        self._rows = []


class _Counted:
    """A stream that knows how much was written to it: pipes do not, and Parquet asks."""

    closed = False

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._written = file, 0

    def write(self, data: Any) -> int:
        self._file.write(data)
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        """Who opened the file closes it."""

    def writable(self) -> bool:
        return True


@contextmanager
def sheet(table: Table, file: BinaryIO) -> Iterator[Sheet]:
    """A sheet of Parquet; raises InputError where pyarrow is missing."""
    made = _Parquet(table, file)
    complete = False
    try:
        yield made
        complete = True
    finally:
        made.close(complete=complete)


def schema(table: Table) -> Any:
    """The columns of a table as Arrow has them."""
    pyarrow, _ = libraries()
    types = {
        "string": pyarrow.string(),
        "strings": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int64(),
        "double": pyarrow.float64(),
        "value": pyarrow.string(),
        "boolean": pyarrow.bool_(),
        "time": pyarrow.timestamp("ms", tz="UTC"),
    }
    return pyarrow.schema([(column.name, types[column.type]) for column in table.columns])


def libraries() -> tuple[Any, Any]:
    """`pyarrow` and `pyarrow.parquet`; raises InputError where they are missing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise InputError(f"pyarrow is not installed: add it with `{installing.command('batch')}`") from None
    return pyarrow, parquet


def _moment(cell: Cell) -> datetime | None:
    return datetime.fromisoformat(cell) if isinstance(cell, str) else None
