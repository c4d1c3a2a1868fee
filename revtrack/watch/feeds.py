"""The articles that a feed or a news sitemap names: RSS, Atom, JSON Feed, sitemaps; broken feeds by feedparser.

What is well-formed is read by the standard library, within the limits of documents and in a tenth of the time. Only
addresses are taken: what a feed says of an article is not the article. Whatever a feed is called, what it holds decides
how it is read.
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
MOST_BROKEN = 300_000  # bytes of a feed that is not well-formed, of which feedparser reads about 150 KB a second
MOST_SITEMAPS = 20  # sitemaps of one list of them, the last changed ones


class FeedAddresses(NamedTuple):
    """The addresses of articles in the order of the feed, and of further sitemaps."""

    articles: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read(body: bytes, url: str) -> FeedAddresses | str:
    """What a feed names, or why it is not a feed."""
    head = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return _json_feed(body, url)
    try:
        root = elements.parse(body, "feed")
    except InputError:
        return _broken(body, url)
    if root.name in ("urlset", "sitemapindex"):
        return _sitemap(root, url)
    if root.name not in ("rss", "RDF", "feed"):
        return "is not a feed"
    entries = (one for name in ("item", "entry") for one in root.all(name))
    return FeedAddresses(_absolute((_link(one) for one in entries), url))


def _link(entry: elements.Element) -> str:
    """Where an entry leads: the text of RSS's link, the address of Atom's, or an id that is one."""
    for link in entry.elements("link"):
        found = link.text().strip() or (link.get("href") if link.get("rel") in ("", "alternate") else "")
        if found:
            return found
    guid = entry.first("guid")
    return guid.text() if guid and guid.get("isPermaLink") != "false" and "://" in guid.text() else ""


def _broken(body: bytes, url: str) -> FeedAddresses | str:
    """What a feed names that is not well-formed, as many are; feedparser makes the best of it, and takes its time."""
    parser = needed("feedparser")
    if len(body) > MOST_BROKEN:
        return f"is a broken feed of more than {MOST_BROKEN // 1000} KB"
    # Bytes in a file, since it would fetch what looks like an address; nothing of the entries is shown, so nothing
    # needs to be made safe.
    try:
        found = parser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    except Exception:  # whatever its own parsers raise: such as ValueError for an encoding called NUL
        return "is not a feed"
    if not found.get("version"):
        return "is not a feed"
    return FeedAddresses(_absolute((one.get("link") for one in found.entries), url))


def _json_feed(body: bytes, url: str) -> FeedAddresses | str:
    try:
        found = json.loads(body)
        items = found["items"] if "jsonfeed.org" in str(found.get("version")) else None
    except (ValueError, KeyError, AttributeError, RecursionError):
        items = None
    if not isinstance(items, list):
        return "is not a JSON Feed"
    entries = (one for one in items if isinstance(one, dict))
    return FeedAddresses(_absolute((one.get("url") or one.get("id") for one in entries), url))


def _sitemap(root: elements.Element, url: str) -> FeedAddresses:
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
                made = urljoin(url, one.strip())
                made.encode()  # JSON can hold half a sign, which no table takes
            except ValueError:
                continue
            if made.lower().startswith(("http://", "https://")):  # no article is at `mailto:`
                kept[made] = None
    return tuple(kept)
