"""A table of any layout in an SQLite database: its columns are mapped as those of CSV are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import get_close_matches

from revtrack.errors import InputError
from revtrack.intake import limits, sqlite_rows
from revtrack.intake.column_map import TableLayout
from revtrack.intake.records import Item, Skipped


def read(path: str, name: str, table: str, layout: TableLayout, at: str = "") -> Iterator[Item]:
    """The records of a table, row by row; an empty name means the only one. Raises InputError."""
    with sqlite_rows.opened(path, name) as database:
        table = _chosen(sqlite_rows.tables(database), table, name)
        names = sqlite_rows.columns(database, table)
        if len(names) > limits.MAX_FIELDS:
            raise InputError(f"{name}: {table} has more than {limits.MAX_FIELDS} columns: copy those you need")
        places = layout.places(names, name, f"the table {table} has no column")
        for found in sqlite_rows.rows(database, table, [names[column] for column in places.values()], name):
            if isinstance(found, Skipped):
                yield found
                continue
            place, row = found
            values = {field: None if value is None else _told(value) for field, value in zip(places, row, strict=True)}
            yield layout.record(values, place, at, os.path.dirname(name))


def _chosen(tables: list[str], wanted: str, name: str) -> str:
    """The table as the database writes it; raises InputError where it is not there, or not said which."""
    there = f"the tables are: {', '.join(tables)}" if tables else "it has no table that can be read"
    if not wanted:
        if not tables:
            raise InputError(f"{name}: has no table that can be read: check that it is the right file")
        if len(tables) != 1:
            raise InputError(f"{name}: has {len(tables)} tables: name one with --table ({there})")
        return tables[0]
    folded = {table.lower(): table for table in tables}
    if wanted.lower() not in folded:
        near = get_close_matches(wanted.lower(), folded, n=1, cutoff=0.5)
        hint = f"did you mean {folded[near[0]]!r}?" if near else "name another one; views are not read"
        raise InputError(f"{name}: has no table {wanted!r}: {hint} ({there})")
    return folded[wanted.lower()]


def _told(value: object) -> str:
    """A value in words: a number of seconds as it is, a whole one without its `.0`."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return sqlite_rows.words(value)
