"""Where the copy of a paragraph begins: behind its dateline, "PORT ANSEL, Norvale, March 4 (Meridian) - "."""

from __future__ import annotations

import re
from functools import cache

from revtrack.text.expressions import expression

_LONGEST = 90


def end(plain: str, start: int) -> int:
    """Where the copy of a paragraph that starts at `start` begins; `start` itself without a dateline."""
    match = _pattern().match(plain, start, start + _LONGEST)
    return match.end() if match else start


@cache
def _pattern() -> re.Pattern[str]:
    town = r"[A-Z][A-Z.' -]*[A-Z.]"
    country = r"(?:, [A-Z][\w.]+)?"
    day = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))?"
    agency = r"(?: \([A-Z][A-Za-z. ]{1,20}\))?"
    return expression(rf"{town}{country}{day}{agency} ?(?:--|[-\u2013\u2014]) ?(?=[A-Z\"\d])")
