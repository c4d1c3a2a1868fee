"""Which day of the calendar a date means, once it is known when the text was published.

"Thursday" is the last one up to the day of publication where its clause looks back, the first one from then on where
it looks ahead ("will meet on Thursday"), and undecided where nothing tells. A day without a year is one of the year
of publication, or of its neighbour where that lies more than half a year off in the direction the clause looks. The
day of publication is that of its time in UTC. "Last Tuesday", "next Friday" and "last May" are read in two ways by
readers, and stay undecided; so does what hangs on another date ("two days later").
"""

from __future__ import annotations

import re
from datetime import date as Day  # noqa: N812 - `date` is the word for a claim here
from datetime import timedelta

from revtrack import lexicon
from revtrack.claims.dates import date_words, tense
from revtrack.claims.dates.lengths import length
from revtrack.claims.dates.tense import Tense
from revtrack.model import Claims, Date
from revtrack.model.record import replace
from revtrack.text.expressions import expression

HALF_A_YEAR = 183
_YEARLESS = expression(r"XXXX-(\d\d)(?:-(\d\d))?(?:/XXXX-(\d\d)(?:-(\d\d))?)?(?:T[\d:]+)?")
_WEEKDAY = expression(r"XXXX-WXX-(\d)(?:T[\w:]+)?")
_MONTHLESS = expression(r"XXXX-XX-(\d\d)")
_DAY_KINDS = ("weekday", "short_day")
_MONTH_KINDS = ("month", "may", "short_month")
_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1}


def resolved(claims: Claims, published: str) -> Claims:
    """The claims of a text published at an ISO 8601 time, every date with the calendar date it means."""
    dated = (meant(claim, claims, published) if isinstance(claim, Date) else claim for claim in claims.claims)
    return replace(claims, claims=tuple(dated))


def meant(date: Date, claims: Claims, published: str) -> Date:
    """One of the dates of such a text with the calendar date it means."""
    return replace(date, resolved=_meant(claims, date, Day.fromisoformat(published[:10])))


def nearest(month: int, number: int, published: str) -> Day | None:
    """The day of a month that is nearest to a time of publication."""
    today = Day.fromisoformat(published[:10])
    days = filter(None, (day(year, month, number) for year in (today.year - 1, today.year, today.year + 1)))
    return min(days, key=lambda found: abs((found - today).days), default=None)


def weekday_in(text: str) -> int | None:
    """The day of the week that a date names, as its ISO number: 7 for "Sunday, March 21"."""
    days = (token for token in date_words.of(text) if token.kind in _DAY_KINDS)
    return next((int(lexicon.mapping("weekdays")[token.text.capitalize()]) for token in days), None)


def _meant(claims: Claims, date: Date, today: Day) -> str | None:
    try:
        return _day_meant(claims, date, today)
    except OverflowError:
        return None  # the calendar begins with the year 1 and ends with 9999


def _day_meant(claims: Claims, date: Date, today: Day) -> str | None:
    if date.type in ("duration", "set") or (date.value or "").startswith("BC"):
        return None
    if date.value is None:
        return _relative(claims, date, today)
    if match := _WEEKDAY.fullmatch(date.value):
        return _iso(_weekday(int(match[1]), _tense(claims, date), today))
    if match := _MONTHLESS.fullmatch(date.value):
        return _iso(_day_of_some_month(int(match[1]), _tense(claims, date), today))
    if match := _YEARLESS.fullmatch(date.value):
        return _yearless(match, weekday_in(date.text), _tense(claims, date), today)
    return date.value if date.type == "date" and not date.value.startswith("XXXX") else _day_of_time(date.value)


def _day_of_time(value: str) -> str | None:
    return value[:10] if re.match(r"\d{4}-\d\d-\d\dT", value) else None


def _tense(claims: Claims, date: Date) -> Tense | None:
    return tense.around(claims.text, claims.sentences[date.sentence], date.span)


def _weekday(number: int, looks: Tense | None, today: Day) -> Day | None:
    if looks == "past":
        return today - timedelta((today.isoweekday() - number) % 7)
    return today + timedelta((number - today.isoweekday()) % 7) if looks == "ahead" else None


def _day_of_some_month(number: int, looks: Tense | None, today: Day) -> Day | None:
    """The nearest 31st in the direction the clause looks."""
    if looks is None:
        return None
    step = -1 if looks == "past" else 1
    months = (today.year * 12 + today.month - 1 + step * n for n in range(4))
    days = filter(None, (day(month // 12, month % 12 + 1, number) for month in months))
    return next((found for found in days if (found - today).days * step >= 0), None)


def _yearless(match: re.Match[str], weekday: int | None, looks: Tense | None, today: Day) -> str | None:
    """A day or a month, or a range of them, with its year; nothing where a day of the week contradicts it."""
    month, number, last_month, last_number = (int(group) if group else None for group in match.groups())
    year = _year_of(month or 0, number, weekday, looks, today)
    if year is None:
        return None
    first = _written(year, month or 0, number)
    if last_month is None:
        return first
    last = _written(year + (last_month < (month or 0)), last_month, last_number)
    return f"{first}/{last}" if first and last else None


def _year_of(month: int, number: int | None, weekday: int | None, looks: Tense | None, today: Day) -> int | None:
    """The year the clause looks to; a day of the week may decide for a neighbour, or leave none."""
    year = _year(month, number or 15, looks, today)
    if weekday is None:
        return year
    fitting = [
        found
        for near in (today.year - 1, today.year, today.year + 1)
        if (found := day(near, month, number or 1)) and found.isoweekday() == weekday
    ]
    near = (found.year for found in fitting if abs((found - today).days) <= HALF_A_YEAR)
    likely = (year, today.year if year is None else None, *near)
    return next((one for one in likely if one in [found.year for found in fitting]), None)


def _year(month: int, number: int, looks: Tense | None, today: Day) -> int | None:
    """The year of publication, or its neighbour where that is more than half a year the wrong way."""
    away = (Day(today.year, month, min(number, 28)) - today).days if 1 <= month <= 12 else 0
    if abs(away) <= HALF_A_YEAR:
        return today.year
    if looks is None or (away > 0) == (looks == "ahead"):
        return today.year if looks else None
    return today.year - 1 if looks == "past" else today.year + 1


def _written(year: int, month: int, number: int | None) -> str | None:
    """A day that is one, or a month."""
    if number is None:
        return f"{year}-{month:02d}"
    return _iso(day(year, month, number))


def _relative(claims: Claims, date: Date, today: Day) -> str | None:
    """ "Yesterday", "last month", "this Thursday", "two years ago": the day, or the week, month or year of its kind."""
    words = date_words.of(date.text)
    kinds = [word.kind for word in words]
    named = next((word for word in words if word.kind == "dayword"), None)
    if named:
        return _iso(today + timedelta(_offset(named.text))) if len(words) < 3 else None
    if kinds[-1:] in (["tonight"], ["part"]) and kinds[0] in ("tonight", "this", "last") and "weekday" not in kinds:
        return _iso(today - timedelta(kinds[0] == "last"))
    if kinds[-1] == "ago":
        return _before(words, today)
    step = next((_STEPS[kind] for kind in kinds if kind in _STEPS), None)
    if kinds[-1] == "weekday" and kinds[0] == "this" and "last" not in kinds and "past" not in kinds:
        return _iso(_weekday(weekday_in(date.text) or 0, "ahead", today)) if _tense(claims, date) != "past" else None
    month = next((word.text for word in words if word.kind in _MONTH_KINDS), None)
    if step is not None and month and kinds[-1] == "unit" and words[-1].text.lower() == "year":
        return f"{today.year + step:04d}-{lexicon.mapping('months')[month.capitalize()]}"
    if step is None or kinds[-1] != "unit" or "fiscal" in kinds or kinds[0] in ("the", "that"):
        return None
    return _shifted(today, step, words[-1].text.lower())


def _offset(word: str) -> int:
    return next(int(row[2]) for row in lexicon.table("date_words") if row[0] == word.lower())


def _before(words: list[date_words.DateToken], today: Day) -> str | None:
    """The day, month or year that lies a number of them back; without a whole number nothing is decided."""
    match = re.fullmatch(r"P(\d{1,4})([DWMY])", length(words[:-1]) or "")
    unit = {"D": "day", "W": "week", "M": "month", "Y": "year"}
    return _shifted(today, -int(match[1]), unit[match[2]]) if match else None


def _shifted(today: Day, step: int, unit: str) -> str | None:
    """The day, week, month or year `step` of them from today, as exact as the unit: 2024-10-30, 2024-W44, 2024-10."""
    if unit in ("day", "week"):
        day = today + timedelta(step * (7 if unit == "week" else 1))
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}" if unit == "week" else day.isoformat()
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
        return f"{year:04d}-{month + 1:02d}"
    return f"{today.year + step:04d}" if unit == "year" and today.year + step > 0 else None


def _iso(day: Day | None) -> str | None:
    return day.isoformat() if day else None


def day(year: int, month: int, number: int) -> Day | None:
    """A day of the calendar, or None for one that never was."""
    try:
        return Day(year, month, number)
    except ValueError:
        return None
