"""What a reader of an HTML page was told: headline, byline, copy; and when, and under which address.

The copy is found by trafilatura, without its comments and its guesses at dates; what the page states for machines comes
first for all else. Nothing is fetched, and the clock is not asked: the same page is the same text at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from revtrack.errors import InputError
from revtrack.intake import article_text, interstitials, limits, markup, stated

if TYPE_CHECKING:
    from revtrack.intake.markup import Element

_VARIANTS = ("amp.", "m.", "mobile.", "www.")  # of a host, for small screens
# Dates are not taken from trafilatura: what it guesses would change with the day it is asked.
_NO_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


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
    """What a page says, or why it is no article; raises InputError without the [html] extra."""
    if len(page) > limits.MAX_PAGE:
        return f"is a page larger than {limits.MAX_PAGE // 1_000_000} MB"
    root = markup.tree(markup.decode(page, charset) if isinstance(page, bytes) else page)
    if isinstance(root, str):
        return root
    said = stated.of(root)
    shown = " ".join((root.findtext(".//title") or "").split())
    title, by, text = _extracted(root)
    other = interstitials.kind(shown or title, text)
    if other:
        return f"is {other}, not the article"
    if not text:
        return "has no text of an article"
    return PageContent(said.title or title or shown, said.by or by, text, said.published, said.modified, said.addresses)


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


def _extracted(root: Element) -> tuple[str, str, str]:
    """Headline, byline and copy as trafilatura finds them."""
    try:
        from trafilatura import extract
        from trafilatura.metadata import extract_metadata
    except ImportError:
        raise InputError(markup.missing()) from None
    try:
        found = extract_metadata(root, date_config=dict(_NO_DATES), extensive=False)
        text = extract(root, include_comments=False, include_formatting=False, deduplicate=False)
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError):
        return "", "", ""  # a page that it was not made for: no text of an article
    title, by = (found.title or "", found.author or "") if found else ("", "")
    return title, by.replace("; ", ", "), article_text.paragraphs((text or "").split("\n"))
