"""What a host's robots.txt allows, read by protego; where it cannot be had, nothing is allowed for now (RFC 9309)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from revtrack.watch.extra import needed
from revtrack.watch.follows import DAY, HOUR

AGENT = "revtrack"  # the name that a robots.txt may speak to
FRESH, AGAIN = DAY, HOUR  # seconds for which an answer holds, and after which a host without one is asked anew
LONGEST = 500_000  # bytes that are read
LONGEST_DELAY = 120.0  # seconds of peace that a robots.txt can ask for


class RobotsVerdict(NamedTuple):
    """Whether an address may be fetched, and how long its host wants to be left alone after each answer."""

    allowed: bool
    delay: float = 0.0


def text_of(status: int, body: bytes) -> str | None:
    """The rules in an answer; empty where a host has none, None where it cannot be known."""
    if status == 200:
        return body[:LONGEST].decode("utf-8", "replace")
    return "" if 400 <= status < 500 and status != 429 else None


def verdict(rules: str | None, url: str) -> RobotsVerdict:
    """What rules say of an address; without any that are known it is not allowed."""
    if rules is None:
        return RobotsVerdict(False)
    if not rules:
        return RobotsVerdict(True)
    read = _read(rules)
    wanted = read.crawl_delay(AGENT)
    return RobotsVerdict(bool(read.can_fetch(url, AGENT)), min(float(wanted or 0), LONGEST_DELAY))


@lru_cache(maxsize=256)
def _read(rules: str) -> Any:
    return needed("protego").Protego.parse(rules)
