"""Times as people say them, for `--since` and `--until`: "7 days ago", "yesterday", "last Monday", "2024-10".

What is relative counts back from `now`, not from the newest revision: "yesterday" means what it says on the wall. Days
begin at midnight UTC, as everywhere in revtrack. A day, week, month or year is its first second as the start of a
period and its last as the end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta

from revtrack.articles import times
from revtrack.errors import InputError

EXAMPLES = 'write it like 2024-10-31, 2024-10, 2024-10-31T15:04Z, yesterday, "last monday" or "7 days ago"'

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {word: count for count, word in enumerate(_NUMBERS, 1)} | {"an": 1, "one": 1}
_SHORT = {"s": "second", "min": "minute", "h": "hour", "hr": "hour", "d": "day", "w": "week", "mo": "month"}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_AGO = re.compile(r"(\d{1,6}|[a-z]+) ?(second|minute|hour|day|week|month|year|min|mo|hr|[shdw])s?(?: ago)?")
_YEAR_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_DAY_NAMED = re.compile(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})|([a-z]{3,9})\.? (\d{1,2}) (\d{4})")


def moment(text: str, now: str, *, end: bool = False) -> str:
    """A time as ISO 8601 in UTC; a day, month or year is its start, or its end; raises InputError.

    `now` is ISO 8601 in UTC with a final Z.
    """
    words = " ".join(text.casefold().replace(",", " ").replace(".", " ").replace("_", " ").split())
    here = datetime.fromisoformat(now.replace("Z", "+00:00"))
    try:
        found = _instant(words, here)
        if found:
            return _written(found)
        period = _period(words, here)
        if period:
            first, behind = period
            return _written(behind - timedelta(seconds=1) if end else first)
    except (ValueError, OverflowError):
        raise _unread(text) from None
    if not times.is_time(text.strip()):
        raise _unread(text)
    return times.normalise(text, end_of_day=end)


def _instant(words: str, now: datetime) -> datetime | None:
    """A time to the second: "now", "7 days ago", "2w"."""
    if words == "now":
        return now
    match = _AGO.fullmatch(words)
    if not match:
        return None
    count = int(match[1]) if match[1].isdecimal() else _COUNTS.get(match[1])
    unit = _SHORT.get(match[2], match[2])
    if count is None:
        return None
    if unit in _SECONDS:
        return now - timedelta(seconds=count * _SECONDS[unit])
    return _months_back(now, count * (12 if unit == "year" else 1))


def _period(words: str, now: datetime) -> tuple[datetime, datetime] | None:
    """A day, week, month or year: when it begins, and when the next begins."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if words in ("today", "yesterday"):
        start = today - timedelta(days=words == "yesterday")
        return start, start + timedelta(days=1)
    last, _, name = words.rpartition(" ")
    if last in ("", "last") and name in _WEEKDAYS:
        start = today - timedelta(days=(today.weekday() - _WEEKDAYS.index(name) - 1) % 7 + 1)
        return start, start + timedelta(days=1)
    if last in ("last", "this") and name in ("week", "month", "year"):
        return _calendar_period(name, today, back=last == "last")
    return _named(words)


def _calendar_period(unit: str, today: datetime, *, back: bool) -> tuple[datetime, datetime]:
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=7)
    months = 12 if unit == "year" else 1
    start = today.replace(day=1, month=1 if unit == "year" else today.month)
    start = _months_back(start, months * back)
    return start, _months_back(start, -months)


def _named(words: str) -> tuple[datetime, datetime] | None:
    """A year, a month or a day by its name: "2024", "2024-10", "31 October 2024"."""
    match = _YEAR_MONTH.fullmatch(words)
    if match:
        start = datetime(int(match[1]), int(match[2] or 1), 1, tzinfo=UTC)
        return start, _months_back(start, -1 if match[2] else -12)
    match = _DAY_NAMED.fullmatch(words)
    if not match:
        return None
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    start = datetime(int(year), _MONTHS.index(month[:3]) + 1, int(day), tzinfo=UTC)
    return start, start + timedelta(days=1)


def _months_back(moment: datetime, months: int) -> datetime:
    """So many months earlier, on the last day of a month that is too short."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def _unread(text: str) -> InputError:
    return InputError(f"{text!r} is not a date or time: {EXAMPLES}")


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
