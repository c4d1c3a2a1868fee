"""The pages above the articles of a site: front page, lists of articles and speakers, search, feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from revtrack.report import html_document, site_pages, week_chart

if TYPE_CHECKING:
    from revtrack.site.folder import SiteFolder
    from revtrack.site.index import SiteIndex

Item = TypeVar("Item")


def write(target: SiteFolder, index: SiteIndex, base: str, publication: str = "") -> None:
    """Write the pages above the articles, under the name of a publication."""
    target.write("style.css", html_document.joined(site_pages.STYLES) + "\n")
    for script in site_pages.SCRIPTS:
        target.write(script, html_document.joined([script]) + "\n")
    week = week_chart.of(index.days)
    front = site_pages.front(index.totals, index.latest.items(), index.serious.items(), week, publication)
    target.write("index.html", front)
    for name, title, top in (
        ("feed.xml", "All changes", index.fed),
        ("unacknowledged.xml", "Changes that no notice mentions", index.silent),
    ):
        title = f"{publication}: {title[0].lower()}{title[1:]}" if publication else title
        target.write(name, site_pages.feed(title, top.items(), address=name, base=base, up=""))
    _listed(
        target,
        "articles",
        index.articles(),
        index.totals.articles,
        partial(site_pages.articles, publication=publication),
    )
    _listed(
        target,
        "speakers",
        index.speakers(),
        sum(1 for _ in index.speakers()),
        partial(site_pages.speakers, publication=publication),
    )
    _speakers(target, index, publication)
    for name, parts in index.search_files():
        target.write_parts(f"search/{name}.js", parts)
    for folder in ("a", "s", "search"):
        target.keep(folder)
        target.tidy(folder)
    target.tidy("")


def _listed(
    target: SiteFolder, stem: str, items: Iterator[Item], total: int, page: Callable[[Sequence[Item], int, int], str]
) -> None:
    """Write a list in pages of LISTED items."""
    pages = max(1, -(-total // site_pages.LISTED))
    for number in range(1, pages + 1):
        target.write(f"{stem}-{number}.html", page(_some(items, site_pages.LISTED), number, pages))


def _speakers(target: SiteFolder, index: SiteIndex, publication: str) -> None:
    """Write the pages of each speaker."""
    for one in index.speakers():
        appearances, changes = index.appearances(one.name), index.said(one.name)
        for number in range(1, one.pages + 1):
            page = site_pages.speaker(
                one,
                _some(appearances, site_pages.LISTED),
                _some(changes, site_pages.LISTED),
                number,
                publication=publication,
            )
            target.write(f"s/{one.page(number)}", page)


def _some(items: Iterator[Item], number: int) -> list[Item]:
    return list(islice(items, number))
