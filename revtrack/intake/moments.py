"""Times as archives have them: `2015-03-04 12:34:56`, `1425472496`, `20150304123456`, `Wed, 04 Mar 2015 12:34:56 GMT`.

All become ISO 8601 in UTC; what has no offset is UTC, a bare date its first second, as everywhere in revtrack.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

EXAMPLES = "write it like 2024-10-31, 2024-10-31T15:04Z or 2024-10-31 15:04+01:00"
_NORMAL = re.compile(  # most times of most archives; a 29th is looked at more closely
    r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|\+00:00)"
)
_SECONDS = re.compile(r"[0-9]{9,19}(?:\.[0-9]+)?")  # since March 1973; fewer digits are a year, or a day
_COMPACT = re.compile(r"(?:19|20)[0-9]{12}")
_OFFSET = re.compile(r"([+-][0-9]{2})$")  # PostgreSQL writes +00
_UTC = re.compile(r"\s?(?:UTC|GMT)$")  # Ruby and BigQuery write it behind the time
_ZONE = re.compile(r"\b(?:UTC|GMT)(?=[+-][0-9]{4})")  # JavaScript writes GMT+0200, which e-mail would read as GMT
_MILLISECONDS = 100_000_000_000  # as seconds this is the year 5138; a thousand times as much is microseconds


def read(value: object) -> str:
    """A time as ISO 8601 in UTC; raises ValueError with a reason for a person."""
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if _NORMAL.fullmatch(text):
        return text[:19] + "Z"
    try:
        moment = _moment(text)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"{text[:60]!r} is not a date or time: {EXAMPLES}") from None
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def found(value: object) -> str:
    """The same, and an empty string where it is no time."""
    try:
        return read(value)
    except ValueError:
        return ""


def _moment(text: str) -> datetime:
    if _COMPACT.fullmatch(text):
        return datetime.strptime(text, "%Y%m%d%H%M%S")
    if _SECONDS.fullmatch(text):
        seconds = float(text)
        while seconds >= _MILLISECONDS:
            seconds /= 1000
        return datetime.fromtimestamp(seconds, UTC)
    if text[:1].isdigit():
        text = _UTC.sub("", text)
        return datetime.fromisoformat(_OFFSET.sub(r"\1:00", text) if ":" in text else text)
    return parsedate_to_datetime(_ZONE.sub("", text))
