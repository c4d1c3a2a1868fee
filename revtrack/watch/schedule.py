"""When an address is looked at again: articles at fixed ages, feeds and pages at their interval, failing ones later.

    next_look(found=0, now=1000, looks=(900, 3600))     3600
    put_off(3, "https://news.example/a")                about an hour, a few minutes more or less

Times are seconds since 1970, intervals seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from email.utils import parsedate_to_datetime

from revtrack.watch.follows import DAY, MINUTE

FIRST_PAUSE = 15 * MINUTE  # after the first failure; it doubles with each
LONGEST_PAUSE = DAY
_SPREAD = 0.2  # of a pause, so that a thousand addresses that failed together do not come back together
DOUBT = DAY  # how long a text that may be cut off has to stand before it is believed


def next_look(found: float, now: float, looks: Sequence[int]) -> float | None:
    """The next age of an article at which to look, as a time; None where it has passed them all."""
    return next((found + age for age in looks if found + age > now), None)


def next_round(due: float, now: float, every: int) -> float:
    """The next time of a feed or a page: on its own beat, without making up for what was missed."""
    missed = max(0, int((now - due) // every))
    return due + (missed + 1) * every


def put_off(failures: int, address: str) -> float:
    """How long an address that failed so many times in a row is left alone, in seconds; the same whenever asked."""
    pause = min(FIRST_PAUSE * 2.0 ** min(failures - 1, 20), LONGEST_PAUSE)
    digest = hashlib.sha256(f"{failures} {address}".encode("utf-8", "replace")).digest()
    share = int.from_bytes(digest[:4], "big") / 2**32  # of the spread: jitter that a test can repeat
    return pause * (1 + _SPREAD * (2 * share - 1))


def asked_for(retry_after: str, now: float) -> float | None:
    """The seconds of peace that a Retry-After asks for, at most a day; None where it asks for none."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        wanted = float(text[:9])
    else:
        try:
            wanted = parsedate_to_datetime(text).timestamp() - now
        except (ValueError, TypeError, OverflowError):
            return None
    return min(max(wanted, 0.0), float(LONGEST_PAUSE))
