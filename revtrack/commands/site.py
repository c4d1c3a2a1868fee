"""`revtrack site`: a static site of the whole archive, of which only what changed is written again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import click

from revtrack.shell import options, output

if TYPE_CHECKING:
    from revtrack.site.folder import Folder
    from revtrack.site.gather import Gathering

Item = TypeVar("Item")


@click.command("site")
@click.argument("folder")
@click.option("--include-drafts", "drafts", is_flag=True, help="Show drafts and embargoed versions as well.")
@click.option("--base-url", "base", default="", metavar="URL", help="Where the site will be, for the links of feeds.")
@click.option("--rebuild", is_flag=True, help="Make every page again, also of articles that did not change.")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="How many processes make pages at once."
)
@options.store
def command(folder: str, drafts: bool, base: str, rebuild: bool, jobs: int, store: str | None) -> int:
    """Write a static site of the archive to FOLDER: front page, articles, speakers, search, feeds.

    A second run writes only what changed. Drafts (front matter `draft: true`) and embargoed versions (dated in
    the future, or `embargo:` a time to come) stay out.

    \b
    Examples:
      revtrack site public
      revtrack site public --base-url https://changes.example/
      revtrack site public --jobs 2
    """
    from revtrack.site.builder import Desk, Order
    from revtrack.site.gather import Gathering

    base = base and base.rstrip("/") + "/"
    desk = Desk(Order(store, folder, base, clock(), drafts, rebuild))
    gathering = Gathering()
    for entry in desk.entries(jobs):
        gathering.add(entry)
    gathering.ready()
    _above(desk.target, gathering, base)
    counts = desk.target.counts
    output.write(
        f"{folder}: {gathering.totals.articles:,} articles; files: {counts['written']:,} written, "
        f"{counts['unchanged']:,} unchanged, {counts['removed']:,} removed"
    )
    return 0


def clock() -> str:
    """The time now, as revisions have it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _above(target: Folder, gathering: Gathering, base: str) -> None:
    """Write the pages above the articles."""
    from revtrack.report import document, site_pages

    target.write("style.css", document.joined(site_pages.STYLES) + "\n")
    for script in site_pages.SCRIPTS:
        target.write(script, document.joined([script]) + "\n")
    target.write("index.html", site_pages.front(gathering.totals, gathering.latest.items(), gathering.serious.items()))
    for name, title, top in (
        ("feed.xml", "All changes", gathering.fed),
        ("unacknowledged.xml", "Changes that no notice mentions", gathering.silent),
    ):
        target.write(name, site_pages.feed(title, top.items(), address=name, base=base, up=""))
    _listed(target, "articles", gathering.articles(), gathering.totals.articles, site_pages.articles)
    _listed(target, "speakers", gathering.speakers(), sum(1 for _ in gathering.speakers()), site_pages.speakers)
    _speakers(target, gathering)
    for name, parts in gathering.search_files():
        target.write_parts(f"search/{name}.js", parts)
    for folder in ("a", "s", "search"):
        target.keep(folder)
        target.tidy(folder)
    target.tidy("")


def _listed(
    target: Folder, stem: str, items: Iterator[Item], total: int, page: Callable[[Sequence[Item], int, int], str]
) -> None:
    """Write a list in pages of so many items."""
    from revtrack.report import site_pages

    pages = max(1, -(-total // site_pages.LISTED))
    for number in range(1, pages + 1):
        target.write(f"{stem}-{number}.html", page(_some(items, site_pages.LISTED), number, pages))


def _speakers(target: Folder, gathering: Gathering) -> None:
    """Write the pages of each speaker."""
    from revtrack.report import site_pages

    for one in gathering.speakers():
        appearances, changes = gathering.appearances(one.name), gathering.said(one.name)
        for number in range(1, one.pages + 1):
            page = site_pages.speaker(
                one, _some(appearances, site_pages.LISTED), _some(changes, site_pages.LISTED), number
            )
            target.write(f"s/{one.page(number)}", page)


def _some(items: Iterator[Item], number: int) -> list[Item]:
    return list(islice(items, number))
