"""What is followed: feeds, news sitemaps and pages, each with how often it is looked at."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, get_args
from urllib.parse import urlsplit

FollowKind = Literal["feed", "page", "sitemap"]
KINDS: tuple[FollowKind, ...] = get_args(FollowKind)

MINUTE, HOUR, DAY = 60, 3600, 86400
# An article is looked at again at these ages, in seconds since it was found: most edits come within the first day.
LOOKS = (15 * MINUTE, HOUR, 4 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY)
EVERY: dict[str, int] = {"feed": 15 * MINUTE, "sitemap": HOUR, "page": HOUR}
SHORTEST = MINUTE

_UNITS = {"s": 1, "m": MINUTE, "min": MINUTE, "h": HOUR, "d": DAY, "w": 7 * DAY}
_INTERVAL = re.compile(r"([0-9]{1,6})\s*(s|m|min|h|d|w)")
_FEED = re.compile(r"\.(?:rss|atom|rdf|xml)$|/(?:feeds?|rss|atom)(?:$|[/.])", re.IGNORECASE)
_SITEMAP = re.compile(r"sitemap[\w.-]*$", re.IGNORECASE)


class Follow(NamedTuple):
    """An address to follow; `every` is in seconds, `name` what a person calls it, empty for the address."""

    url: str
    kind: FollowKind
    every: int
    name: str = ""


def kind_of(url: str) -> FollowKind:
    """What an address looks like: `/news/rss.xml` a feed, `/news-sitemap.xml` a sitemap, anything else a page."""
    path = urlsplit(url).path
    if _SITEMAP.search(path):
        return "sitemap"
    return "feed" if _FEED.search(path) else "page"


def seconds(text: str) -> int | None:
    """The seconds of an interval such as `15m`, `1h`, `3d`; None for anything else."""
    found = _INTERVAL.fullmatch(text.strip().lower())
    return int(found[1]) * _UNITS[found[2]] if found else None


def interval(seconds: float) -> str:
    """An interval as it is written: `15m`, `36h`, `7d`."""
    whole = int(seconds)
    for unit, size in (("d", DAY), ("h", HOUR), ("m", MINUTE)):
        if whole >= size and whole % size == 0:
            return f"{whole // size}{unit}"
    return f"{whole}s"
