"""`revtrack site`: a static site of the whole archive, of which only what changed is written again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import click

from revtrack import __version__
from revtrack.commands import chronicle, operands, options, output, steps
from revtrack.commands.folder import Folder
from revtrack.commands.published import Gate
from revtrack.lexicon.edition import edition

if TYPE_CHECKING:
    from revtrack.commands.chronicle import Chronicle
    from revtrack.commands.gathering import Gathering
    from revtrack.model import Revision
    from revtrack.report.entries import Entry
    from revtrack.store import Archive

Item = TypeVar("Item")

ENTRY = "entry.json"


@click.command("site")
@click.argument("folder")
@click.option("--include-drafts", "drafts", is_flag=True, help="Show drafts and embargoed versions as well.")
@click.option("--base-url", "base", default="", metavar="URL", help="Where the site will be, for the links of feeds.")
@click.option("--rebuild", is_flag=True, help="Make every page again, also of articles that did not change.")
@options.store
def command(folder: str, drafts: bool, base: str, rebuild: bool, store: str | None) -> int:
    """Write a static site of the archive to FOLDER: front page, articles, speakers, search, feeds.

    A second run writes only what changed. Drafts (front matter `draft: true`) and embargoed versions (dated in
    the future, or `embargo:` a time to come) stay out.

    \b
    Examples:
      revtrack site public
      revtrack site public --base-url https://changes.example/
    """
    from revtrack.commands.gathering import Gathering

    archive = operands.archive(store)
    target = Folder(folder)
    now = clock()
    base = base and base.rstrip("/") + "/"
    desk = _Desk(archive, target, base, rebuild)
    gathering = Gathering()
    for listing in archive.articles():
        entry = desk.article(listing.article, Gate(now, drafts))
        if entry:
            gathering.add(entry)
    gathering.ready()
    _above(target, gathering, base)
    counts = target.counts
    output.write(
        f"{folder}: {gathering.totals.articles:,} articles; files: {counts['written']:,} written, "
        f"{counts['unchanged']:,} unchanged, {counts['removed']:,} removed"
    )
    return 0


def clock() -> str:
    """The time now, as revisions have it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class _Desk:
    """Makes the pages of one article after the other, those that changed since they were written."""

    def __init__(self, archive: Archive, target: Folder, base: str, rebuild: bool) -> None:
        from revtrack.report import document

        self.archive, self.target, self.base, self.rebuild = archive, target, base, rebuild
        self.maker = f"{__version__} {edition()} {document.digest()} {base}"

    def article(self, name: str, gate: Gate) -> Entry | None:
        """The entry of an article whose pages are up to date; None where nothing of it is published."""
        from revtrack.report import site

        folder = site.folder(name)
        revisions = gate.passed(self.archive.revisions(name))
        fingerprint = self._fingerprint(revisions, gate)
        known = None if self.rebuild else self._known(folder)
        if known and known.fingerprint == fingerprint and not ("" < known.waiting <= gate.now):
            self.target.keep(f"a/{folder}")
            self.target.counts["unchanged"] += 1
            return known
        taken = [(one.revision, one.diff) for one in steps.of(self.archive, revisions, gate.passes) if one.diff]
        return self._written(chronicle.of(taken), folder, fingerprint, gate.waiting) if taken else None

    def _known(self, folder: str) -> Entry | None:
        """The entry that was written with the pages of an article."""
        from revtrack.report import entries

        try:
            return entries.from_dict(json.loads(self.target.read(f"a/{folder}/{ENTRY}") or b""))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def _fingerprint(self, revisions: Sequence[Revision], gate: Gate) -> str:
        """Changes whenever the pages of an article may."""
        known = [self.maker, gate.drafts, *(revision.to_dict() for revision in revisions)]
        return sha256(json.dumps(known).encode()).hexdigest()

    def _written(self, made: Chronicle, folder: str, fingerprint: str, waiting: str) -> Entry:
        """Write the pages of an article; the entry comes last, so that what was interrupted is made again."""
        from revtrack.report import entries, html, site

        place = f"a/{folder}"
        self.target.keep(place)
        for step in made.steps:
            if step.diff and step.diff.old and step.diff.new:
                page = html.diff(step.diff, home="index.html", assets="../../")
                self.target.write(f"{place}/r{step.diff.old.number}-{step.diff.new.number}.html", page)
        history = html.history(
            made.page, made.overall, made.others(), home="../../index.html", assets="../../"
        )
        self.target.write(f"{place}/index.html", history)
        entry = entries.of(made.steps, made.page, folder=folder, fingerprint=fingerprint, waiting=waiting)
        feed = site.feed(
            entry.title, list(site.turns(entry))[::-1][: site.FED],
            address=f"{place}/feed.xml", base=self.base, up="../../",
        )  # fmt: skip
        self.target.write(f"{place}/feed.xml", feed)
        self.target.write(f"{place}/{ENTRY}", json.dumps(entry.to_dict(), indent=1) + "\n")
        self.target.tidy(place)
        return entry


def _above(target: Folder, gathering: Gathering, base: str) -> None:
    """Write the pages above the articles."""
    from revtrack.report import document, site

    target.write("style.css", document.joined(site.STYLES) + "\n")
    for script in site.SCRIPTS:
        target.write(script, document.joined([script]) + "\n")
    target.write("index.html", site.front(gathering.totals, gathering.latest.items(), gathering.serious.items()))
    for name, title, top in (
        ("feed.xml", "All changes", gathering.fed),
        ("unacknowledged.xml", "Changes that no notice mentions", gathering.silent),
    ):
        target.write(name, site.feed(title, top.items(), address=name, base=base, up=""))
    _listed(target, "articles", gathering.articles(), gathering.totals.articles, site.articles)
    speakers = sum(1 for _ in gathering.speakers())
    _listed(target, "speakers", gathering.speakers(), speakers, site.speakers)
    for name, _ in gathering.speakers():
        target.write(f"s/{site.folder(name)}.html", site.speaker(name, *gathering.speaker(name)))
    for name, content in gathering.search_files():
        target.write(f"search/{name}.js", content)
    for folder in ("a", "s", "search"):
        target.keep(folder)
        target.tidy(folder)
    target.tidy("")


def _listed(
    target: Folder, stem: str, items: Iterator[Item], total: int, page: Callable[[Sequence[Item], int, int], str]
) -> None:
    """Write a list in pages of so many items."""
    from revtrack.report import site

    pages = max(1, -(-total // site.LISTED))
    for number in range(1, pages + 1):
        target.write(f"{stem}-{number}.html", page(_some(items, site.LISTED), number, pages))


def _some(items: Iterable[Item], number: int) -> list[Item]:
    return list(islice(items, number))
