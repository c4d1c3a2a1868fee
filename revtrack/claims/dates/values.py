"""What a date says, as a TIMEX3-like value where the text alone decides it (TimeML 1.2.1).

"Thursday" is XXXX-WXX-4, "in May" XXXX-05, "the 1970s" 197X, "17 years" P17Y, "8:08 p.m." T20:08, "Tuesday night"
XXXX-WXX-2TNI, "the third quarter" XXXX-Q3, "fiscal 2024" FY2024; a range has both ends: "May 13-22" is
XXXX-05-13/XXXX-05-22. A zone, and "early" or "late", change nothing about a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from revtrack import lexicon
from revtrack.claims.dates import lengths, periods
from revtrack.claims.dates.date_parts import Tokens, Value, as_day, day_of, full_year, month_of, text_of
from revtrack.claims.dates.date_words import DateToken
from revtrack.model import DateType
from revtrack.text.expressions import expression

_TIMES = ("clock", "clocks", "day_part")
_JOINTS = ("dash", "to", "and")
_CLOCKS = ("clock", "bare_clock", "long_clock")
_LENGTHS = ("lasting", "within", "race", "lengthy", "vague")
_HOUR = expression(r"(\d\d?)[:.]?(\d\d)?(?:[:.](\d\d))?")
_LATE, _EARLY, _HALF = expression(r"(?i)\d ?p\.?m"), expression(r"(?i)\d ?a\.?m"), expression(r"(?i)[ap]\.?m")
# Forms in which two numbers in a row are no year.
_COUNTED = (*_LENGTHS, "around", "clock", "clocks", "every")


def meaning(form: str, tokens: Tokens) -> tuple[DateType, Value]:
    """The type and the value of a date of one form of the grammar."""
    tokens = tokens if form in _COUNTED else periods.with_years(tokens)
    value = _READERS[form](tokens) if form in _READERS else None
    if form in _TIMES or (form == "calendar" and "T" in tokens[0].text):
        return "time", value
    if form in _LENGTHS:
        return "duration", value
    return ("set" if form == "every" else "date"), value


def _calendar(tokens: Tokens) -> Value:
    """ISO as written; 31.10.2024 day first; 10/31/2024 only where one number cannot be a month."""
    text = tokens[0].text
    if text[4:5] == "-":
        return text
    sign = "." if "." in text else "/"
    first, second, year = text.split(sign)
    if len(year) != 4 or (sign == "/" and int(first) <= 12 and int(second) <= 12 and int(first) != int(second)):
        return None
    day, month = (second, first) if int(second) > 12 else (first, second)
    return as_day(year, f"{int(month):02d}", day) if int(month) <= 12 else None


def _dashed(tokens: Tokens) -> Value:
    """ "12-Dec-2014"; of "12-Dec-14" the century is told by nothing else, and taken as of a year gone by or near."""
    year = tokens[-1].text
    if len(year) not in (2, 4):
        return None
    return as_day(year if len(year) == 4 else full_year(year), month_of(tokens), tokens[0].text)


def _days(tokens: Tokens) -> Value:
    """Both ends of a range, each with the month and the year of the other where it has none of its own."""
    joint = next(n for n, token in enumerate(tokens) if token.kind in _JOINTS)
    ends = (tokens[:joint], tokens[joint + 1 :])
    months, years = [month_of(end) for end in ends], [text_of(end, "year") for end in ends]
    days = [text_of(end, "small", "nth") for end in ends]
    first = as_day(years[0] or years[1], months[0] or months[1], days[0])
    return f"{first}/{as_day(years[1], months[1] or months[0], days[1])}".replace(
        "/XXXX", f"/{years[1] or years[0] or 'XXXX'}"
    )


def _nth_day(tokens: Tokens) -> Value:
    return as_day(None, "XX", text_of(tokens, "nth"))


def _weekdays(tokens: Tokens) -> Value:
    return "/".join(str(day_of([token])) for token in tokens if token.kind == "weekday")


def _day_part(tokens: Tokens) -> Value:
    """ "Tuesday night" is a night of a known day of the week, "last Tuesday night" and "tonight" are not."""
    parts = {row[0]: row[2] for row in lexicon.table("date_words") if row[1] == "part" and len(row) > 2}
    part = parts.get(tokens[-1].text.lower())
    days = [token for token in tokens if token.kind == "weekday"]
    if not part or not days or any(token.kind in ("this", "last", "next", "that", "following") for token in tokens):
        return None
    return f"{day_of(days)}{part}"


def _clock(tokens: Tokens) -> Value:
    """The hour and minute on the clock of 24 hours, with the day; "six o'clock" may be in the morning or at night."""
    time, day = _time_of_day(tokens), _day_behind(tokens[1:])
    return time if time is None or day is None else f"{day}{time}" if day else None


def _day_behind(tokens: Tokens) -> Value:
    """The day that goes with a time: "XXXX-WXX-4" of "9 a.m. Thursday", "" for one that no text decides."""
    kinds = [token.kind for token in tokens]
    if "dayword" in kinds or "short_day" in kinds:
        return ""
    if not {"weekday", "month", "may", "short_month"}.isdisjoint(kinds):
        return day_of(tokens)
    return None


def _time_of_day(tokens: Tokens) -> Value:
    first = tokens[0]
    if first.kind == "noon":
        return "T00:00" if first.text.lower() == "midnight" else "T12:00"
    kinds = [token.kind for token in tokens]
    digits = _HOUR.match(first.text)
    if digits is None or "oclock" in kinds:
        return None
    late, early = _LATE.search(first.text), _EARLY.search(first.text)
    if "part" in kinds[1:] and first.kind == "small":
        early = re.search("morning", tokens[-1].text.lower())
        late = None if early else re.search("afternoon|evening", tokens[-1].text.lower())
        if not (early or late) or int(first.text) > 12:
            return None
    hour = int(digits[1]) % 12 + 12 * bool(late) if late or early else int(digits[1])
    return f"T{hour:02d}:{digits[2] or '00'}" + (f":{digits[3]}" if digits[3] else "")


def _clocks(tokens: Tokens) -> Value:
    """Both ends of "6-8 p.m."; the first has the half of the day of the second unless it has its own."""
    first, last = tokens[0], next(token for token in tokens[1:] if token.kind in _CLOCKS)
    end, half = _time_of_day([last]), _HALF.search(last.text)
    if first.kind in _CLOCKS:
        return f"{_time_of_day([first])}/{end}"
    if half is None or not 1 <= int(first.text) <= 12:
        return None
    start = _time_of_day([DateToken(first.start, first.end, first.text + half[0], "clock")])
    return f"{start}/{end}" if start and end and start < end else None


_READERS: dict[str, Callable[[Tokens], Value]] = {
    "calendar": _calendar,
    "dashed": _dashed,
    "race": lengths.race,
    "lengthy": lengths.lengthy,
    "yearly": periods.yearly,
    "edge": periods.edge,
    "every": periods.every,
    "era": periods.era,
    "holiday": periods.holiday,
    "short_year": periods.short_year,
    "clocks": _clocks,
    "clock": _clock,
    "days": _days,
    "day": day_of,
    "month_year": day_of,
    "day_part": _day_part,
    "lasting": lengths.length,
    "within": lengths.length,
    "quarter": periods.quarter,
    "fiscal": periods.fiscal,
    "years": periods.years,
    "season": periods.season,
    "decade": periods.decade,
    "century": periods.century,
    "nth_day": _nth_day,
    "weekdays": _weekdays,
    "weekday": day_of,
    "month": day_of,
    "year": periods.plain_year,
}
