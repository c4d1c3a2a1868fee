"""What a reader of an HTML page was told: headline, byline, copy; and when, and under which address.

The page is read as a saved page is (`documents.news_page`). Nothing is fetched, and the clock is not asked: the same
page is the same text at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from revtrack.errors import InputError
from revtrack.intake import limits

_VARIANTS = ("amp.", "m.", "mobile.", "www.")  # of a host, for small screens
_NAME = "page"


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page says; `addresses` are those it gives for itself, best first; times in UTC, or empty."""

    title: str
    by: str
    text: str
    published: str = ""
    modified: str = ""
    addresses: tuple[str, ...] = ()


def read(page: str | bytes, charset: str = "") -> PageContent | str:
    """What a page says, or why it is no article."""
    from revtrack.intake.documents import news_page

    if len(page) > limits.MAX_PAGE:
        return f"is a page larger than {limits.MAX_PAGE // 1_000_000} MB"
    try:
        found = news_page.read(page, _NAME, charset)
    except InputError as error:
        return str(error).removeprefix(f"{_NAME}: ").partition(":")[0]  # what to do is of no use in an archive
    return PageContent(found.title, found.by, found.text, found.published, found.modified, found.addresses)


def address(addresses: Sequence[str], captured: str) -> str:
    """The address an article is known by: the page's own word where it can be believed, else where it was captured.

    A page may speak for its own host, and not for a host's front page, which a broken template names.
    """
    for said in addresses:
        try:
            full = urljoin(captured, said)
            there, here = urlsplit(full), urlsplit(captured)
        except ValueError:
            continue
        if there.scheme not in ("http", "https") or not there.hostname:
            continue
        if is_front(full):
            continue
        if not captured or _site(there.hostname) == _site(here.hostname or ""):
            return full
    return captured


def is_front(address: str) -> bool:
    """Whether a URL is that of a site's front page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.netloc) and not parts.path.strip("/") and not parts.query


def _site(host: str) -> str:
    for variant in _VARIANTS:
        host = host.removeprefix(variant)
    return host
