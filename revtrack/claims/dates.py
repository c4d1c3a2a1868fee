"""Dates, times of day, durations and recurring dates: "Oct. 31", "Thursday night", "6 a.m.", "17 years".

One pattern finds them, from the most telling form to the least; a value is given only where the text alone
decides it (TIMEX3, TimeML 1.2.1): "Thursday" is XXXX-WXX-4, "in May" XXXX-05, "the 1970s" 197X, "17 years" P17Y.
"""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon
from revtrack.model import Date, DateType
from revtrack.text import Reading, numerals

_UNITS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_SPANS = {"decade": 10, "century": 100, "centuries": 100}
# Behind a number of four digits these make it a count: "a poll of 2047 registered voters".
_COUNTED = re.compile(r" (?:[a-z]+ ){0,2}(?:[a-z]+s|people|men|women|children|percent|per)\b")


def find(reading: Reading) -> list[Date]:
    """The dates of an article in text order, with ids d1, d2, ..."""
    found: list[Date] = []
    for block in reading.spoken():
        for match in _pattern().finditer(reading.plain, block.start, block.end):
            date = _read(reading, match, len(found) + 1)
            if date:
                found.append(date)
    return found


def _read(reading: Reading, match: re.Match[str], number: int) -> Date | None:
    form = match.lastgroup or ""
    if form == "year" and not _is_year(reading.plain, match):
        return None
    if form == "month" and not _is_month(reading.plain, match):
        return None
    if form == "lasting" and _is_age(reading.plain, match):
        return None
    kind, value = _meaning(match, form)
    start, end = match.span()
    return Date(f"d{number}", start, end, reading.text[start:end], reading.sentence_at(start), kind, value)


@cache
def _pattern() -> re.Pattern[str]:
    names = [row[0] for row in lexicon.table("months")]
    full = "|".join(name for name in names if len(name) > 4 or name in ("May", "June", "July"))
    short = "|".join(name for name in names if len(name) <= 4 and name != "May")
    month = rf"(?:(?:{full})\b|(?:{short})\b\.?)"
    weekday = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    year = r"(?:1[5-9]|20)\d\d(?![\d%-])(?!,\d)(?!\.\d)"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?!,\d\d\d)(?!\.\d)"
    part = r"(?:morning|afternoon|evening|night)"
    clock = r"(?:[ ](?:E|C|M|P)[SD]?T\b|[ ]GMT\b|[ ]UTC\b|[ ]BST\b|[ ]local[ ]time\b|[ ](?:Eastern|Central|Pacific)(?:[ ][Tt]ime)?\b)?"
    small = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|a few|few|half an|half a|a couple of|a dozen"
    count = rf"(?:\d[\d,]*(?:\.\d+)?|(?:{small})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)(?:[ ](?:hundred|thousand|million|billion))?"
    unit = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|century|centuries)"
    period = rf"(?:{weekday}|week|month|year|weekend|quarter|decade|century|summer|spring|fall|autumn|winter|night|fiscal[ ]year|season|{month})"
    return re.compile(
        rf"""
        (?P<iso>(?<![\d-])\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-]))
      | (?P<day>(?:{weekday},?[ ](?:the[ ])?)?(?:{month}[ ]{day}(?:(?:,|,?[ ]of)?[ ]{year})? | (?<![\d,.$£€]){day}[ ](?:of[ ])?{month}(?:,?[ ]{year})?))
      | (?P<slashed>(?<![\d/.])\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})(?![\d/]))
      | (?P<monthyear>\b{month},?[ ](?:of[ ])?{year})
      | (?P<time>(?<![\d:.,$])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?[ ]?(?:[aApP]\.[mM]\.|[aApP][mM]\b){clock}|(?<![\d:.,])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d){clock}|\b(?:noon|midnight)\b)
      | (?P<every>\b(?:[Ee]very|[Ee]ach)[ ](?:{weekday}|day|week|month|year|night|hour|morning|{part})\b|\b{weekday}s\b)
      | (?P<parted>\b{weekday}[ ]{part}\b|\b(?:[Tt]his|[Yy]esterday|[Tt]omorrow)[ ]{part}\b)
      | (?P<relative>\b(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)[ ])?(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat|[Tt]he[ ](?:previous|following|same|current|coming))[ ]{period}(?!\w)|\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b)
      | (?P<ago>\b(?:{count})[ ]{unit}[ ](?:ago|earlier|later|before|from[ ]now)\b)
      | (?P<lasting>\b(?:{count})(?:[ ](?:to|or)[ ]{count}|-plus)?[ -]{unit}\b|\b(?:the[ ])?(?:past|last|next|first|final|previous|coming)[ ]{count}[ ]{unit}\b)
      | (?P<weekday>\b{weekday}\b)
      | (?P<decade>\b(?:the[ ])?(?:(?:early|late|mid)[ -])?(?:1[5-9]|20)\d0'?s\b|(?<!\w)(?:the[ ])?'\d0s\b)
      | (?P<season>\b(?:spring|summer|autumn|fall|winter)[ ](?:of[ ])?{year}|\b[Tt]he[ ](?:first|second|third|fourth)[ ]quarter\b(?:[ ](?:of[ ])?{year})?)
      | (?P<month>\b{month})(?![\w])
      | (?P<year>(?<![\w$£€#.,/-]){year}(?!\w))
        """,
        re.VERBOSE,
    )


def _is_year(plain: str, match: re.Match[str]) -> bool:
    """Four digits are a year behind "in" or the like, before a mark, or before a word that nobody counts."""
    before = plain[max(0, match.start() - 14) : match.start()].split()
    lead = before[-1].lower().strip("(\"'") if before else ""
    if not lead or lexicon.mapping("year_leads").get(lead) == "year":
        return True
    return not _COUNTED.match(plain, match.end())


def _is_month(plain: str, match: re.Match[str]) -> bool:
    if match[0] in ("Mar", "Jun", "Jul", "Apr", "Jan", "Dec", "Sep"):
        return False
    if match[0] not in ("May", "March"):
        return True
    before = plain[max(0, match.start() - 14) : match.start()].split()
    return bool(before) and before[-1].lower() in lexicon.words("month_leads")


def _is_age(plain: str, match: re.Match[str]) -> bool:
    return plain[match.end() : match.end() + 4].lower() in (" old", "-old") or match[0].lower().startswith(("a ", "an "))


def _meaning(match: re.Match[str], form: str) -> tuple[DateType, str | None]:
    text = match[0]
    if form == "time":
        return "time", _clock(text)
    if form == "parted":
        return "time", _part_of_day(text)
    if form == "every":
        return "set", None
    if form == "lasting":
        return "duration", _length(text)
    if form in ("day", "month", "monthyear", "weekday"):
        return "date", _calendar(text)
    if form in ("iso", "year"):
        return "date", text
    if form == "decade":
        digits = re.findall(r"\d+", text)[0]
        return "date", f"{digits[:3]}X" if len(digits) == 4 and "-" not in text else None
    return "date", None


def _calendar(text: str) -> str:
    words = re.findall(r"[A-Za-z]+|\d+", text)
    months, weekdays = lexicon.mapping("months"), lexicon.mapping("weekdays")
    month = next((months[word] for word in words if word in months), None)
    numbers = [word for word in words if word.isdigit()]
    year = next((number for number in numbers if len(number) == 4), "XXXX")
    day = next((number for number in numbers if len(number) < 3), None)
    if month is None:
        return f"XXXX-WXX-{weekdays[words[0]]}"
    return f"{year}-{month}-{int(day):02d}" if day else f"{year}-{month}"


def _part_of_day(text: str) -> str | None:
    day, part = text.split()
    number = lexicon.mapping("weekdays").get(day)
    return f"XXXX-WXX-{number}{_PARTS[part]}" if number else None


def _clock(text: str) -> str:
    if text in ("noon", "midnight"):
        return "T12:00" if text == "noon" else "T00:00"
    hour, minute = re.match(r"(\d+)(?:[:.](\d\d))?", text).groups(default="00")  # type: ignore[union-attr]
    late, early = re.search(r"(?i)\d ?p\.?m", text), re.search(r"(?i)\d ?a\.?m", text)
    hours = int(hour) % 12 + 12 * bool(late) if late or early else int(hour)
    return f"T{hours:02d}:{minute}"


def _length(text: str) -> str | None:
    unit = re.split(r"[ -]", text)[-1].lower()
    counts = list(numerals.find(text, 0, len(text)))
    word = text.split()[0].lower()
    joined = re.search(r" (?:to|or) |few|several", text)
    if not counts or joined or word in ("past", "last", "next", "first", "final", "the", "previous", "coming"):
        return None
    amount = counts[0].value * _SPANS.get(unit.removesuffix("s"), _SPANS.get(unit, 1))
    sign = _UNITS.get(unit.removesuffix("s"), "Y")
    return f"P{'T' if sign[0] == 'T' else ''}{amount:f}{sign[-1]}"
