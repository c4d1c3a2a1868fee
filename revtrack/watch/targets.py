"""What is looked at, and where it stands: a feed, a sitemap, a page, or an article that one of them named."""

from __future__ import annotations

from typing import Literal, NamedTuple

from revtrack.watch.follows import FollowKind
from revtrack.watch.page_reading import PageReading

TargetKind = FollowKind | Literal["article"]
EventKind = Literal["new", "revised", "aside", "gone", "back", "moved", "duplicate", "forbidden", "failing"]
EVENT_KINDS: dict[EventKind, str] = {
    "new": "an article was found, and its first revision kept",
    "revised": "an article changed, and a revision was kept",
    "aside": "something else stood in the place of an article, and was not kept",
    "gone": "an article was taken down",
    "back": "an article that was gone is there again",
    "moved": "an article has another address",
    "duplicate": "an article is one that is followed already, at another address",
    "forbidden": "an address may not be fetched",
    "failing": "an address gives no answer",
}


class Target(NamedTuple):
    """An address that is looked at. `due` is None once it is looked at no more; times are seconds since 1970.

    `follow` is the address in the watchlist that led here, `story` the one that the page says it has, `status` what
    the last look found where that was no article, and `etag`, `modified`, `digest` belong to the answer that `reading`
    was read from; `page` is its HTML, without what is no text, as long as it is looked at. `doubt` is a text that was
    set aside in doubt, since `doubt_since`. `variants` are the digests of its last texts that were kept, oldest first.
    """

    id: int
    url: str
    follow: str
    kind: TargetKind
    due: float | None
    found: float
    every: int = 0
    article: str = ""
    story: str = ""
    looked: float = 0.0
    etag: str = ""
    modified: str = ""
    digest: str = ""
    failures: int = 0
    status: str = ""
    reading: PageReading | None = None
    doubt: str = ""
    doubt_since: float = 0.0
    page: bytes = b""
    variants: str = ""


class WatchEvent(NamedTuple):
    """Something that happened; `revision` is the commit of what was kept, empty until it is on the disk."""

    id: int
    time: str
    kind: EventKind
    url: str
    article: str = ""
    detail: str = ""
    revision: str = ""
    facts: tuple[tuple[str, str], ...] = ()


class NewRevision(NamedTuple):
    """A text that is to be kept; `at` is when it was published, `fetched` when it was read, as ISO 8601 in UTC."""

    article: str
    text: str
    at: str
    fetched: str
    by: str
    source: str
    facts: tuple[tuple[str, str], ...]
    force: bool = False


class HostState(NamedTuple):
    """Until when a host is left in peace, and how often in a row it gave no answer."""

    free_at: float = 0.0
    failures: int = 0


class FollowState(NamedTuple):
    """Of an address in the watchlist: how many articles it led to, when one of them was last looked at, when the
    address itself is due, what stood in its place, and how often in a row it gave no answer."""

    articles: int
    looked: float | None
    due: float | None
    status: str
    failures: int


class AskedCapture(NamedTuple):
    """A capture that the Internet Archive is asked for, of the revision of an event; `job` once it has begun."""

    event: int
    revision: str
    url: str
    job: str = ""
    due: float = 0.0
    failures: int = 0
