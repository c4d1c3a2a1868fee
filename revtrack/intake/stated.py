"""What a page states of itself for machines: JSON-LD and meta elements.

Only an object that is an article counts: `{"@type": "NewsArticle", "headline": ..., "dateModified": ...}`, in a list or
under `@graph` as well.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from revtrack.intake import limits, moments

if TYPE_CHECKING:
    from revtrack.intake.documents.html_tree import HtmlElement

_ARTICLES = frozenset(
    (
        "analysisnewsarticle",
        "article",
        "askpublicnewsarticle",
        "backgroundnewsarticle",
        "blogposting",
        "liveblogposting",
        "newsarticle",
        "opinionnewsarticle",
        "report",
        "reportagenewsarticle",
        "reviewnewsarticle",
    )
)
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "by": ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"),
    "published": ("article:published_time", "datepublished", "date", "dc.date.issued", "parsely-pub-date", "pubdate"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod"),
    "address": ("og:url",),
}


@dataclass(frozen=True, slots=True)
class Stated:
    """Headline, byline, times (ISO 8601 in UTC, or empty) and the addresses a page gives for itself, best first."""

    title: str
    by: str
    published: str
    modified: str
    addresses: tuple[str, ...]


def of(root: HtmlElement) -> Stated:
    """What a page states."""
    article = next(_articles(root), {})
    metas = _metas(root)
    canonical = [link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").split()]
    addresses = (*canonical, metas["address"], _address(article))
    return Stated(
        title=_words(article.get("headline")) or metas["title"],
        by=_people(article.get("author")) or ("" if "://" in metas["by"] else metas["by"]),
        published=moments.found(article.get("datePublished")) or moments.found(metas["published"]),
        modified=moments.found(article.get("dateModified")) or moments.found(metas["modified"]),
        addresses=tuple(one.strip() for one in addresses if one and len(one) <= limits.MAX_ADDRESS),
    )


def _articles(root: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD that are articles, in the order of the page."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        source = script.text or ""
        if len(source) > limits.MAX_STATED:
            continue
        try:
            yield from _found(json.loads(source, strict=False))
        except (ValueError, RecursionError):
            continue


def _found(value: Any) -> Iterator[Mapping[str, Any]]:
    waiting = deque([value])
    for _ in range(limits.MAX_VALUES):
        if not waiting:
            return
        one = waiting.popleft()
        if isinstance(one, dict):
            kinds = one.get("@type")
            if any(str(kind).lower() in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield one
            waiting.extend(one[key] for key in ("@graph", "mainEntity") if key in one)
        elif isinstance(one, list):
            waiting.extend(one[: limits.MAX_VALUES])


def _metas(root: HtmlElement) -> dict[str, str]:
    """The first content of each kind of meta element."""
    there: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        there.setdefault(name, _words(meta.get("content")))
    return {kind: next((there[name] for name in names if there.get(name)), "") for kind, names in _METAS.items()}


def _address(article: Mapping[str, Any]) -> str:
    page = article.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    return next((one for one in (article.get("url"), page) if isinstance(one, str)), "")


def _people(value: Any) -> str:
    """Names in a row: `Ann Editor and Bo Lind`."""
    people = value if isinstance(value, list) else [value]
    names = [_words(one.get("name") if isinstance(one, dict) else one) for one in people[:20]]
    kept = [name for name in names if name and "://" not in name]
    return " and ".join([", ".join(kept[:-1]), kept[-1]]) if len(kept) > 1 else "".join(kept)


def _words(value: Any) -> str:
    """A value in one line; what JSON can hold and no file of text, NUL and half signs, is left out."""
    return " ".join(_UNWRITABLE.sub("", entities.unescape(value)).split()) if isinstance(value, str) else ""
