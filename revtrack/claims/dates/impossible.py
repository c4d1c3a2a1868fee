"""Dates that cannot be right: "February 30", and a Sunday that was a Monday.

A day of the week is held against the calendar of the year that the text gives, and where it gives none of the year
that the time of publication decides (`calendar`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Day  # noqa: N812 - `date` is the word for a claim here

from revtrack import lexicon
from revtrack.claims.dates import calendar
from revtrack.model import Date, ReadingWarning
from revtrack.text.expressions import expression

_DAY = expression(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?!\d)")
# Every month is longest in a leap year, such as this one.
_LEAP_YEAR = 2024


def among(dates: Iterable[Date], published: str | None = None) -> tuple[ReadingWarning, ...]:
    """The dates that cannot be, in text order; `published` is the ISO 8601 time of publication, where it is known."""
    return tuple(_found(dates, published))


def _found(dates: Iterable[Date], published: str | None) -> Iterator[ReadingWarning]:
    for date in dates:
        reason = _reason(date, published) if date.value else None
        if reason:
            yield ReadingWarning(date.id, date.start, date.end, date.text, date.sentence, reason)


def _reason(date: Date, published: str | None) -> str | None:
    ends = [(year, int(month), int(day)) for year, month, day in _DAY.findall(date.value or "")]
    for year, month, day in ends:
        if not calendar.day(int(year) if year != "XXXX" else _LEAP_YEAR, month, day):
            return _too_long(year, month)
    weekday = calendar.weekday_in(date.text) if len(ends) == 1 else None
    if weekday is None:
        return None
    year, month, day = ends[0]
    found = calendar.day(int(year), month, day) if year != "XXXX" else None
    if found is None and published and date.resolved is None:
        found = calendar.nearest(month, day, published)
    return None if found is None or found.isoweekday() == weekday else _other_weekday(found)


def _too_long(written: str, month: int) -> str:
    if not 1 <= month <= 12:
        return "a year has 12 months"
    year = _LEAP_YEAR if written == "XXXX" else int(written)
    length = next(last for last in (31, 30, 29, 28) if calendar.day(year, month, last))
    return f"{_name('months', month)}{'' if written == 'XXXX' else f' {year}'} has {length} days"


def _other_weekday(day: Day) -> str:
    return f"{day.day} {_name('months', day.month)} {day.year} is a {_name('weekdays', day.isoweekday())}"


def _name(table: str, number: int) -> str:
    """The full name of a month or a day of the week."""
    return next(name for name, text, form in lexicon.table(table) if int(text) == number and form != "short")
