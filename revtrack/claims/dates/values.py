"""What a date says, as a TIMEX3-like value where the text alone decides it (TimeML 1.2.1).

"Thursday" is XXXX-WXX-4, "in May" XXXX-05, "the 1970s" 197X, "17 years" P17Y, "8:08 p.m." T20:08, "Tuesday night"
XXXX-WXX-2TNI, "the third quarter" XXXX-Q3, "fiscal 2024" FY2024; a range has both ends: "May 13-22" is
XXXX-05-13/XXXX-05-22. A zone, and "early" or "late", change nothing about a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache

from revtrack import lexicon
from revtrack.claims.dates.date_words import DateToken
from revtrack.model import DateType
from revtrack.text import numerals

Value = str | None
Tokens = Sequence[DateToken]

_TIMES = ("clock", "clocks", "day_part")
_JOINTS = ("dash", "to", "and")
_UNITS = ("unit", "units", "century", "second")
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SHARES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_VAGUE = ("few", "to", "or", "plus", "the", "last", "past", "next", "following")


def meaning(form: str, tokens: Tokens) -> tuple[DateType, Value]:
    """The type and the value of a date of one form of the grammar."""
    value = _READERS[form](tokens) if form in _READERS else None
    if form in _TIMES or (form == "calendar" and "T" in tokens[0].text):
        return "time", value
    if form in ("lasting", "within"):
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
    return _written(year, f"{int(month):02d}", day) if int(month) <= 12 else None


def _day(tokens: Tokens) -> Value:
    """A month with its day, its year or both; a day of the week alone."""
    month, day, year = _month(tokens), _text(tokens, "small", "nth"), _text(tokens, "year")
    if month is None:
        weekday = _text(tokens, "weekday")
        return f"XXXX-WXX-{lexicon.mapping('weekdays')[weekday.capitalize()]}" if weekday else year
    return _written(year, month, day)


def _days(tokens: Tokens) -> Value:
    """Both ends of a range, each with the month and the year of the other where it has none of its own."""
    joint = next(n for n, token in enumerate(tokens) if token.kind in _JOINTS)
    ends = (tokens[:joint], tokens[joint + 1 :])
    months, years = [_month(end) for end in ends], [_text(end, "year") for end in ends]
    days = [_text(end, "small", "nth") for end in ends]
    first = _written(years[0] or years[1], months[0] or months[1], days[0])
    return f"{first}/{_written(years[1], months[1] or months[0], days[1])}".replace(
        "/XXXX", f"/{years[1] or years[0] or 'XXXX'}"
    )


def _nth_day(tokens: Tokens) -> Value:
    return _written(None, "XX", _text(tokens, "nth"))


def _weekdays(tokens: Tokens) -> Value:
    return "/".join(str(_day([token])) for token in tokens if token.kind == "weekday")


def _day_part(tokens: Tokens) -> Value:
    """ "Tuesday night" is a night of a known day of the week, "last Tuesday night" and "tonight" are not."""
    parts = {row[0]: row[2] for row in lexicon.table("date_words") if row[1] == "part" and len(row) > 2}
    part = parts.get(tokens[-1].text.lower())
    days = [token for token in tokens if token.kind == "weekday"]
    if not part or not days or any(token.kind in ("this", "last", "next", "that", "following") for token in tokens):
        return None
    return f"{_day(days)}{part}"


def _clock(tokens: Tokens) -> Value:
    """The hour and minute on the clock of 24 hours; "six o'clock" may be in the morning or at night."""
    first = tokens[0]
    if first.kind == "noon":
        return "T00:00" if first.text.lower() == "midnight" else "T12:00"
    digits = re.match(r"(\d\d?)[:.]?(\d\d)?", first.text)
    if digits is None or any(token.kind == "oclock" for token in tokens):
        return None
    late, early = re.search(r"(?i)\d ?p\.?m", first.text), re.search(r"(?i)\d ?a\.?m", first.text)
    hour = int(digits[1]) % 12 + 12 * bool(late) if late or early else int(digits[1])
    return f"T{hour:02d}:{digits[2] or '00'}"


def _clocks(tokens: Tokens) -> Value:
    """Both ends of "6-8 p.m."; the first has the half of the day of the second unless it has its own."""
    first, last = tokens[0], next(token for token in tokens[1:] if token.kind == "clock")
    end, half = _clock([last]), re.search(r"(?i)[ap]\.?m", last.text)
    if first.kind == "clock":
        return f"{_clock([first])}/{end}"
    if half is None or not 1 <= int(first.text) <= 12:
        return None
    start = _clock([DateToken(first.start, first.end, first.text + half[0], "clock")])
    return f"{start}/{end}" if start and end and start < end else None


def length(tokens: Tokens) -> Value:
    """P and how much of which unit, where that is one number; "half an hour" is thirty minutes."""
    if any(token.kind in _VAGUE for token in tokens):
        return None
    unit = next((token for token in tokens if token.kind in _UNITS), None)
    amount = _amount(tokens)
    if unit is None or amount is None:
        return None
    factor, sign = _unit_signs()[unit.text.lower()]
    amount *= factor
    if sign == "TH" and amount % 1:
        amount, sign = amount * 60, "TM"
    return f"P{'T' if sign[0] == 'T' else ''}{_plain(amount)}{sign[-1]}"


def _amount(tokens: Tokens) -> Decimal | None:
    """How many units: "a" is one, "half an" and "a quarter" are shares, "a year and a half" is one and a half."""
    kinds = [token.kind for token in tokens]
    if kinds[-1] == "half":
        return (Decimal(1) if kinds[0] == "a" else _numbers(tokens[:1])[0]) + _SHARES["half"]
    share = next((_SHARES[kind] for kind in kinds[:2] if kind in _SHARES), None)
    counts = [] if share else _numbers(tokens)
    return share or next(iter(counts), Decimal(1) if kinds[0] == "a" else None)


def _numbers(tokens: Tokens) -> list[Decimal]:
    """The numbers of a length: its words put together again, since a numeral may be many of them."""
    words = "".join(token.text if token.kind == "dash" else f" {token.text} " for token in tokens)
    text = " ".join(words.replace(" -", "-").replace("- ", "-").split())
    return [numeral.value for numeral in numerals.find(text, 0, len(text))]


def _quarter(tokens: Tokens) -> Value:
    """A quarter or a half of a year; "the fourth quarter of fiscal 2016" is not a quarter of the calendar's 2016."""
    year = _text(tokens, "year")
    if any(token.kind == "fiscal" for token in tokens):
        return None
    code = _text(tokens, "quarter_code", "half_code")
    place = _PLACES.get(next(iter(_lower(tokens, "first", "second", "ordinal")), ""))
    if not code and not place:
        return None
    letter = "H" if any(token.kind == "half" for token in tokens) else "Q"
    return f"{year or 'XXXX'}-{code.upper() if code else f'{letter}{place}'}"


def _fiscal(tokens: Tokens) -> Value:
    years = re.split("[-/]", tokens[0].text[2:].strip())
    years[0] = years[0] if len(years[0]) == 4 else f"20{years[0]}"
    return "FY" + "/".join([years[0], *(_end_year(years[0], year) for year in years[1:])])


def _years(tokens: Tokens) -> Value:
    years = re.split("[-/\u2013]", "".join(token.text for token in tokens))
    return f"{years[0]}/{_end_year(*years)}" if len(years) == 2 else None


def _season(tokens: Tokens) -> Value:
    signs = {row[0]: row[2] for row in lexicon.table("date_words") if row[1] == "season"}
    return f"{_text(tokens, 'year')}-{signs[_lower(tokens, 'season')[0]]}"


def _decade(tokens: Tokens) -> Value:
    digits = re.sub(r"\D", "", tokens[-1].text)
    return f"{digits[:3]}X" if len(digits) == 4 else None


def _century(tokens: Tokens) -> Value:
    counts = _numbers([token for token in tokens if token.kind not in ("the", "stage", "century")])
    return f"{int(counts[0]) - 1:02d}XX" if counts and 0 < counts[0] <= 30 else None


def _month(tokens: Tokens) -> str | None:
    name = _text(tokens, "month", "may", "short_month")
    return lexicon.mapping("months")[name.capitalize()] if name else None


def _text(tokens: Tokens, *kinds: str) -> str | None:
    return next((token.text for token in tokens if token.kind in kinds), None)


def _lower(tokens: Tokens, *kinds: str) -> list[str]:
    return [token.text.lower() for token in tokens if token.kind in kinds]


def _written(year: str | None, month: str | None, day: str | None) -> str:
    digits = re.sub(r"\D", "", day or "")
    return f"{year or 'XXXX'}-{month}" + (f"-{int(digits):02d}" if digits else "")


def _end_year(first: str, last: str) -> str:
    """The second year of "2019-20" in full, in the next century where it is the smaller one."""
    if len(last) == 4:
        return last
    year = int(first) // 100 * 100 + int(last)
    return str(year if year > int(first) else year + 100)


def _plain(amount: Decimal) -> str:
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _unit_signs() -> dict[str, tuple[Decimal, str]]:
    """Of every unit how many of which sign it is: a fortnight is 2 W, a minute 1 TM."""
    signs: dict[str, tuple[Decimal, str]] = {}
    for word, kind, *value in lexicon.table("date_words"):
        if kind in _UNITS:
            digits = value[0].rstrip("DHMSTWY")
            signs[word] = Decimal(digits or 1), value[0][len(digits) :]
    return signs


_READERS: dict[str, Callable[[Tokens], Value]] = {
    "calendar": _calendar,
    "clocks": _clocks,
    "clock": _clock,
    "days": _days,
    "day": _day,
    "month_year": _day,
    "day_part": _day_part,
    "lasting": length,
    "within": length,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "years": _years,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "nth_day": _nth_day,
    "weekdays": _weekdays,
    "weekday": _day,
    "month": _day,
    "year": _day,
}
