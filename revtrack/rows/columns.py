"""What a table is: its name, its columns with their types, and what may stand in a cell."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ColumnType = Literal["string", "strings", "integer", "double", "value", "boolean", "time"]
"""What a column holds; any cell may be empty (None).

`value` is a figure as a plain decimal string, exact at any length, or a date as TIMEX3-like; `double` a number for
arithmetic.
`time` is ISO 8601 in UTC, `2024-10-31T15:04:00Z`; `strings` a tuple of strings.
"""
Cell = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `about` is its line in the documentation."""

    name: str
    type: ColumnType
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `name` is how the command line and the files call it."""

    name: str
    columns: tuple[Column, ...]

    def with_columns(self, *, first: tuple[Column, ...] = (), last: tuple[Column, ...] = ()) -> Table:
        """The same table with further columns before or after its own."""
        return Table(self.name, (*first, *self.columns, *last))


@dataclass(frozen=True, slots=True)
class Versions:
    """Which two versions were compared; `time` is when the new one was published. None is what is not known."""

    article: str | None = None
    old: int | None = None
    new: int | None = None
    time: str | None = None


def number(value: Decimal | None) -> float | None:
    """A value for arithmetic, None where it is beyond what a double holds: `Decimal("1e400")`."""
    found = math.nan if value is None else float(value)
    return found if math.isfinite(found) else None
