"""The time that a text gives itself: "Updated 31 October 2024, 15:04 GMT" in a line of its own.

Of several such lines the latest counts. A line without a year gives none: which year is meant, only who adds the text
can know. A line is read for its date as every text is, and only if it looks like one of these: most have none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from revtrack.articles import times

LINES = 30  # from the top, and as many from the end
LONGEST = 160  # characters of such a line
DAY = timedelta(days=1)

_LINE = re.compile(
    r"[^\w\n]*(?:(?:this|page|article|story|first|last|originally|was|date)\W+){0,5}"
    r"(?:updated|modified|edited|changed|published|posted|created|revised)\b.*\b(?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")
_WRITTEN = re.compile(
    r"[0-9]{1,2}(?:[:.h][0-9]{2}(?:[:.][0-9]{2})?(?:\W{0,2}[ap]\.?m\b\.?)?|\W?[ap]\.?m\b\.?)[\s(]*", re.IGNORECASE
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])([0-9]{1,2})(?::?([0-9]{2}))?\b")
_NAME = re.compile(r"[A-Za-z]+")


def of(text: str) -> str:
    """The latest time that a text states as its own, ISO 8601 in UTC, or a bare date; empty where it states none."""
    lines = [line for line in text.splitlines() if line.strip()]
    near = lines if len(lines) <= 2 * LINES else [*lines[:LINES], *lines[-LINES:]]
    found = [_moment(line) for line in near if len(line) <= LONGEST and _LINE.match(line)]
    return max(filter(None, found), default="")


def disagreement(stated: str, used: str) -> str:
    """The time a text states where it is more than a day from the one it is kept under, else empty."""
    if not stated:
        return ""
    first = datetime.fromisoformat(times.normalise(stated))
    last = datetime.fromisoformat(times.normalise(stated, end_of_day=True))
    moment = datetime.fromisoformat(used)
    return stated if moment < first - DAY or moment > last + DAY else ""


def _moment(line: str) -> str:
    """The moment of a line, a bare date without a time of day; empty where it has no date, or an impossible one."""
    from revtrack import claims

    text = f"Title\n\n{line}\n"
    dates = [(claim.value, claim.start) for claim in claims.of(text).claims if claim.kind == "date" and claim.value]
    days = [found[0] for value, _ in dates if (found := _DAY.search(value))]
    clocks = [(found, start) for value, start in dates if (found := _CLOCK.search(value))]
    if not days:
        return ""
    try:
        day = date.fromisoformat(days[0])
        if not clocks:
            return day.isoformat()
        clock, start = clocks[0]
        hour, minute, second = (int(part or 0) for part in clock.groups())
        moment = datetime.combine(day, time(hour, minute, second), _zone(text[start:])).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return times.normalise(moment.isoformat())


def _zone(words: str) -> tzinfo:
    """The zone named behind the time of day with which some words begin; UTC where none is, as everywhere."""
    from revtrack import lexicon

    written = _WRITTEN.search(words)
    rest = words[written.end() if written else 0 :]
    if offset := _OFFSET.match(rest):
        sign = -1 if offset[1] == "-" else 1
        return timezone(sign * timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0)))
    name = _NAME.match(rest)
    told = lexicon.mapping("zone_offsets").get(name[0], "") if name else ""
    if not told or told[0] in "+-":
        hours, minutes = (told[1:] or "0:0").split(":")
        return timezone((-1 if told[:1] == "-" else 1) * timedelta(hours=int(hours), minutes=int(minutes)))
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(told)
    except ZoneInfoNotFoundError as error:  # Windows has no such table
        raise ValueError(str(error)) from None
