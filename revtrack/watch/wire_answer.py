"""What came back for one request: an answer with its facts, or why there is none."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from revtrack.intake import moments


class WireAnswer(NamedTuple):
    """An answer: `body` is unpacked, `raw` as it came; header names are in small letters.

    `head` holds the lines of the answer as they came, for a WARC file.
    """

    url: str
    status: int
    headers: dict[str, str]
    body: bytes = b""
    raw: bytes = b""
    head: tuple[tuple[str, str], ...] = ()
    reason: str = ""

    @property
    def content_type(self) -> str:
        """`text/html`, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset that the answer says it is in, empty where it says none."""
        return self.headers.get("content-type", "").lower().partition("charset=")[2].partition(";")[0].strip(" \"'")

    @property
    def digest(self) -> str:
        """The SHA-256 of the body."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def last_modified(self) -> str:
        """When the server says that it changed last, as ISO 8601 in UTC, empty where it says none."""
        return moments.found(self.headers.get("last-modified", ""))


class NoAnswer(NamedTuple):
    """Why a request got no answer, such as `timed out`; `final` if asking again is pointless (a private address)."""

    url: str
    reason: str
    final: bool = False


def facts(answer: WireAnswer, stated: str, record: str = "") -> tuple[tuple[str, str], ...]:
    """What is kept with a revision of how it was fetched; `record` is the id of its WARC record."""
    known = (
        ("Fetched-From", answer.url),
        ("Stated", stated),
        ("HTTP-Status", str(answer.status)),
        ("HTTP-Date", answer.headers.get("date", "")),
        ("HTTP-Last-Modified", answer.headers.get("last-modified", "")),
        ("HTTP-ETag", answer.headers.get("etag", "")),
        ("Body-SHA256", answer.digest),
        ("WARC-Record", record),
    )
    return tuple((name, value) for name, value in known if value)
