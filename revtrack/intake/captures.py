"""A capture of a page as a record: under the page's own address, with the text it showed, at the time it was captured.

What is not an article is set aside with the reason: an error, a cookie notice, a paywall, a front page. Where a page
says when it was changed last, that goes with the record; `dated` decides whether it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.intake import article_text, limits, pages
from revtrack.intake.records import Item, Record, SetAside, Skipped

OK = "200"


@dataclass(frozen=True, slots=True)
class Capture:
    """What came over the wire: `address` is empty for a file, `time` then too."""

    place: str
    body: bytes
    address: str = ""
    time: str = ""
    status: str = OK
    charset: str = ""


def record(capture: Capture, at: str = "") -> Item:
    """The record of a capture; `at` is the time of one that tells none."""
    place = capture.place
    if capture.status != OK:
        return SetAside(place, f"is a response with status {capture.status}, not the article")
    if len(capture.body) > limits.MAX_PAGE:
        return Skipped(place, f"is a page larger than {limits.MAX_PAGE // 1_000_000} MB")
    page = pages.read(capture.body, capture.charset)
    if isinstance(page, str):
        return SetAside(place, page)
    address = pages.address(page.addresses, capture.address)
    if pages.is_front(address):
        return SetAside(place, "is a front page, not an article")
    claimed = page.modified or page.published
    time = capture.time or claimed or at
    if not time:
        return Skipped(place, "states no time: give one with --at")
    content = article_text.article(page.title, page.by, page.text).encode("utf-8", "replace")
    return Record(
        place,
        "",
        content,
        time,
        by=page.by,
        source=address,
        claimed=claimed if capture.time else "",
        path="" if address else place,
    )


def dated(records: Iterable[Record], stored: Callable[[str], Sequence[str]]) -> Iterator[Record]:
    """Captures in the order they were made, under their articles' names, with the times of their revisions.

    `stored` gives the times of the revisions that are kept of an article already.

    The time a page states for its last change holds if it lies between the capture before and this one, and nothing is
    kept of since: an edit made then is what this capture shows first. Otherwise, the capture itself is all that is
    sure: a page may go on stating 10 o'clock while its text changes at noon. Keeps one time an article in memory.
    """
    before: dict[int, str] = {}
    for one in records:
        article = hash(one.article)
        is_sure = before.get(article, "") < one.claimed <= one.time
        before[article] = one.time
        if is_sure and not any(one.claimed <= time <= one.time for time in stored(one.article)):
            one = replace(one, time=one.claimed)
        yield one
