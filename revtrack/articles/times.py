"""Times as people write them, and as the store keeps them: ISO 8601 in UTC with a final Z.

A time without an offset is UTC: `2024-10-31 15:04` is `2024-10-31T15:04:00Z`. A bare date is its first
second when something is published then, and its last when asked what stood at that date.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from revtrack.errors import InputError

EXAMPLES = "write it like 2024-10-31, 2024-10-31T15:04Z or 2024-10-31 15:04+01:00"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NORMAL = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
_EARLIEST, _LATEST = -62_135_596_800, 253_402_300_799  # the years 1 and 9999


def normalise(text: str, *, end_of_day: bool = False) -> str:
    """A date or time as ISO 8601 in UTC; a bare date is its start, or its end; raises InputError."""
    try:
        if re.fullmatch(_NORMAL, text):
            datetime.fromisoformat(text)
            return text
        text = text.strip()
        if not is_time(text):
            raise ValueError
        moment = datetime.fromisoformat(text)
        if re.fullmatch(_NORMAL, text):
            return text
        if end_of_day and re.fullmatch(_DATE, text):
            moment = moment.replace(hour=23, minute=59, second=59)
        return _written(moment.astimezone(UTC) if moment.tzinfo else moment)
    except (ValueError, OverflowError):
        raise InputError(f"{text!r} is not a date or time: {EXAMPLES}") from None


def is_time(text: str) -> bool:
    """Whether an operand is meant as a date or time, well written or not: `2024-10-31`, `2024-13-99`."""
    return bool(re.match(_DATE, text))


@lru_cache(maxsize=1024)
def of_seconds(seconds: int) -> str:
    """The time so many seconds after 1970."""
    return _written(datetime.fromtimestamp(max(_EARLIEST, min(seconds, _LATEST)), UTC))


def to_seconds(time: str) -> int:
    """The seconds after 1970 of a normalised time, negative before."""
    return int(datetime.fromisoformat(time).timestamp())


def _written(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
