"""Which column of a table is which field of a record: `article=url,time=captured_at,text=body`.

A field that is not mapped is the column of its own name. Where a text is mapped, only that is the text: a column
`file` beside it may be anything.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from revtrack.errors import InputError
from revtrack.intake import fields, moments
from revtrack.intake.records import Item, Skipped

FIELDS = ("article", "source", "time", "text", "html", "file", "title", "by", "note")
_TEXTS = ("text", "html", "file")
_NEEDED = (("article", "source"), _TEXTS)
_NULLS = ("\\N", "NULL")  # how MySQL and PostgreSQL write that there is nothing
# Excel counts days since 1899; these are the years 1954 to 2119. As a time, so short a number is nothing else.
_EXCEL = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
_EXCEL_DAY = datetime(1899, 12, 30)
_SHOWN = 40  # columns that an error lists


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How to read a table: columns by field, and how its times are written, as in Python's `strptime`."""

    columns: Mapping[str, str] = field(default_factory=dict)
    time_format: str = ""

    def places(self, names: Sequence[str], table: str, unnamed: str) -> dict[str, int]:
        """Where each field stands in a row; raises InputError where a column is missing, or there twice.

        `table` and `unnamed` begin the message: `wire.csv`, `its first row names no column`.
        """
        if not any(names):
            raise InputError(f"{table}: is empty: its first row must name the columns, article or source among them")
        folded = [name.strip().lower() for name in names]
        found = {}
        for one, column in self._wanted(folded).items():
            name = column.strip().lower()
            if name not in folded:
                near = _nearest(name, folded, names)
                hint = f"did you mean {near!r}?" if near else "check the name"
                raise InputError(f"{table}: {unnamed} {column!r}: {hint} {_listed(names)}")
            if folded.count(name) > 1:
                raise InputError(f"{table}: has {folded.count(name)} columns {column!r}: rename all but one")
            found[one] = folded.index(name)
        for either in _NEEDED:
            if not set(either) & set(found):
                wanted = " or ".join(sorted(either))
                hint = f"name it there, or say which one it is: --map {either[0]}=COLUMN"
                raise InputError(f"{table}: {unnamed} {wanted}: {hint} {_listed(names)}")
        return found

    def record(self, values: Mapping[str, object], place: str, at: str = "", folder: str = "") -> Item:
        """The record of a row, by its fields; `at` is the time of one that has none."""
        told = {name: None if value in _NULLS else value for name, value in values.items()}
        time = str(told.get("time") or "").strip()
        try:
            if time and self.time_format:
                told["time"] = datetime.strptime(time, self.time_format).isoformat()
            elif _EXCEL.fullmatch(time):
                told["time"] = (_EXCEL_DAY + timedelta(seconds=round(float(time) * 86400))).isoformat()
        except ValueError:
            return Skipped(place, f"its time {time[:60]!r} is not written like --time-format {self.time_format}")
        item = fields.record(told, place, at, folder)
        if isinstance(item, Skipped) and item.reason.endswith(moments.EXAMPLES):
            return Skipped(place, f"{item.reason}, or say how it is written with --time-format")
        return item

    def _wanted(self, folded: Sequence[str]) -> dict[str, str]:
        is_mapped = any(one in self.columns for one in _TEXTS)
        own = {one: one for one in FIELDS if one in folded and not (is_mapped and one in _TEXTS)}
        return own | dict(self.columns)


def columns(mappings: Iterable[str]) -> dict[str, str]:
    """The columns by field, from `article=url,time=captured_at`; raises InputError.

    A name with a comma stands in quotation marks as in CSV: `"text=Body, full"`.
    """
    found: dict[str, str] = {}
    try:
        pairs = [pair for mapping in mappings for pair in next(csv.reader([mapping]), [])]
    except csv.Error as error:
        raise InputError(f"--map: cannot be read ({error}): write it like article=url,time=captured_at") from None
    for pair in pairs:
        name, equals, column = pair.partition("=")
        name = name.strip().lower()
        if not equals or not column.strip():
            raise InputError(f"--map: {pair!r} is not FIELD=COLUMN: write it like article=url,time=captured_at")
        if name not in FIELDS:
            near = _nearest(name, FIELDS, FIELDS)
            raise InputError(
                f"--map: there is no field {name!r}: {f'did you mean {near!r}? ' if near else ''}"
                f"the fields are {', '.join(FIELDS)}"
            )
        if name in found:
            raise InputError(f"--map: names the field {name} twice: name it once")
        found[name] = column.strip()
    return found


def _nearest(name: str, folded: Sequence[str], names: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, folded, n=1, cutoff=0.5)
    return names[folded.index(near[0])].strip() if near else ""


def _listed(names: Sequence[str]) -> str:
    shown = [" ".join(name.split())[:60] or "(without a name)" for name in names[:_SHOWN]]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"(the columns are: {', '.join(shown)}{more})"
