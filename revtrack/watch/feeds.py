"""The articles that a feed or a news sitemap names: RSS and Atom by feedparser, JSON Feed, sitemaps.

Only addresses are taken: what a feed says of an article is not the article. Whatever a feed is called, what it holds
decides how it is read.
"""

from __future__ import annotations

import io
import json
from typing import Any, NamedTuple
from urllib.parse import urljoin

from revtrack.errors import InputError
from revtrack.intake.documents import elements
from revtrack.watch.extra import needed

MOST = 500  # entries of one feed, the first ones
MOST_SITEMAPS = 20  # sitemaps of one list of them, the last changed ones


class FeedAddresses(NamedTuple):
    """The addresses of articles in the order of the feed, and of further sitemaps."""

    articles: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read(body: bytes, url: str) -> FeedAddresses | str:
    """What a feed names, or why it is no feed."""
    head = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return _json_feed(body, url)
    if b"<urlset" in head or b"<sitemapindex" in head:
        return _sitemap(body, url)
    return _feed(body, url)


def _feed(body: bytes, url: str) -> FeedAddresses | str:
    parser = needed("feedparser")
    # Bytes in a file, since it would fetch what looks like an address; nothing of the entries is shown, so nothing
    # needs to be made safe.
    found = parser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version"):
        return "is no feed"
    return FeedAddresses(_absolute((one.get("link") for one in found.entries), url))


def _json_feed(body: bytes, url: str) -> FeedAddresses | str:
    try:
        found = json.loads(body)
        items = found["items"] if "jsonfeed.org" in str(found.get("version")) else None
    except (ValueError, KeyError, AttributeError, RecursionError):
        items = None
    if not isinstance(items, list):
        return "is no JSON Feed"
    entries = (one for one in items if isinstance(one, dict))
    return FeedAddresses(_absolute((one.get("url") or one.get("id") for one in entries), url))


def _sitemap(body: bytes, url: str) -> FeedAddresses | str:
    try:
        root = elements.parse(body, "sitemap")
    except InputError as error:
        return str(error).removeprefix("sitemap: ").partition(":")[0]
    rows = [(_said(one, "lastmod"), _said(one, "loc")) for one in root.elements()]
    if root.name == "sitemapindex":
        newest = sorted(rows, reverse=True)[:MOST_SITEMAPS]
        return FeedAddresses(sitemaps=_absolute((where for _, where in newest), url))
    return FeedAddresses(_absolute((where for _, where in rows), url))


def _said(element: elements.Element, name: str) -> str:
    inner = element.first(name)
    return inner.text().strip() if inner else ""


def _absolute(found: Any, url: str) -> tuple[str, ...]:
    """Addresses made whole, each once."""
    kept: dict[str, None] = {}
    for one in found:
        if len(kept) >= MOST:
            break
        if isinstance(one, str) and one.strip():
            try:
                kept[urljoin(url, one.strip())] = None
            except ValueError:
                continue
    return tuple(kept)
