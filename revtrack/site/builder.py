"""The builder of a site: the pages of articles, by one process or several, then the pages above them.

The entry beside the pages of an article says of which revisions they were made, and is written last: interrupted
pages are made again, and unchanged ones are left alone.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from revtrack import __version__
from revtrack.archive import history_page, house_file, revision_diffs
from revtrack.archive.archive import Archive, clock
from revtrack.archive.progress import told
from revtrack.errors import InputError, RevtrackError
from revtrack.lexicon.edition import edition
from revtrack.site import any_two, card_picture, front_pages, redirects
from revtrack.site.embargo import Embargo
from revtrack.site.folder import SiteFolder
from revtrack.site.index import SiteIndex

if TYPE_CHECKING:
    from concurrent.futures import Future

    from revtrack.archive.history_page import HistoryPage
    from revtrack.archive.progress import Progress
    from revtrack.model import Diff, Revision
    from revtrack.report.entries import ArticleEntry

ENTRY = "entry.json"
AHEAD = 4  # articles that wait for each process


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What to build: a site of the published revisions of an archive, in a folder.

    `base` is where the site will be, for the links of its feeds; `drafts` includes drafts and embargoed versions;
    `rebuild` makes unchanged pages too; `prune_all` lets a site that had articles become one without any; `title` is
    the name of the publication, over every page; `runtime` is the Python for browsers with which the page that
    compares any two versions is added, "" for a site without it.
    """

    folder: str
    base: str = ""
    drafts: bool = False
    rebuild: bool = False
    prune_all: bool = False
    title: str = ""
    runtime: str = ""


@dataclass(frozen=True, slots=True)
class SiteCounts:
    """How many articles a site has, and what became of its files."""

    articles: int
    written: int
    unchanged: int
    removed: int


def build(archive: Archive, options: SiteOptions, *, jobs: int = 1, progress: Progress | None = None) -> SiteCounts:
    """Write a site, or what changed of it, with so many processes; raises RevtrackError."""
    base = options.base and options.base.rstrip("/") + "/"
    pages = ArticlePages(archive, replace(options, base=base), clock())
    index = SiteIndex()
    for entry in pages.entries(jobs, progress):
        index.add(entry)
    if not (index.totals.articles or options.prune_all) and pages.target.holds_articles():
        raise InputError(
            f"{options.folder}: has pages of articles, and the archive has none to publish: check the archive, or empty"
            " the site with --prune-all"
        )
    if options.runtime:
        from revtrack.browser import page_folder

        page_folder.write(Path(options.folder) / any_two.FOLDER, Path(options.runtime), home="../")
        pages.target.keep(any_two.FOLDER)
    redirects.write(pages.target, archive)
    index.ready()
    front_pages.write(pages.target, index, base, options.title)
    counts = pages.target.counts
    return SiteCounts(index.totals.articles, counts["written"], counts["unchanged"], counts["removed"])


class ArticlePages:
    """Makes the pages of one article after another: those that changed since they were written."""

    def __init__(self, archive: Archive, options: SiteOptions, now: str) -> None:
        """Open the folder of the site; raises InputError."""
        from revtrack.report import html_document

        self.archive, self.options, self.now = archive, options, now
        self.target = SiteFolder(options.folder)
        self.rules = house_file.of(archive.source)
        self.draws = bool(options.base) and card_picture.is_installed()
        self.maker = f"{__version__} {edition()} {html_document.digest()} {options.base} {options.title} {self.draws}"
        if options.runtime:
            self.maker += " any two"

    def entries(self, jobs: int, progress: Progress | None = None) -> Iterator[ArticleEntry]:
        """The entries of all articles with something published, made by so many processes; raises RevtrackError."""
        # Asked for its number first: the articles of a newsroom are listed by reading its history.
        total = len(self.archive.articles()) if progress else 0
        waiting = told(progress, "Making pages", self.archive.by_article(), total)
        if jobs > 1:
            yield from _made_by_many(self, waiting, jobs)
            return
        for revisions in waiting:
            entry = self.known(revisions) or self.made(revisions)
            if entry:
                yield entry

    def known(self, revisions: Sequence[Revision]) -> ArticleEntry | None:
        """The entry of an article whose pages are up to date as they are."""
        from revtrack.report import site_pages
        from revtrack.report.entries import ArticleEntry

        embargo = self._embargo()
        place = f"a/{site_pages.folder(revisions[0].article)}"
        try:
            entry = ArticleEntry.from_dict(json.loads(self.target.read(f"{place}/{ENTRY}") or b""))
        except (ValueError, InputError):
            return None
        is_due = "" < entry.waiting <= embargo.now
        if self.options.rebuild or is_due or entry.fingerprint != self._fingerprint(embargo.passed(revisions)):
            return None
        self.target.keep(place)
        self.target.counts["unchanged"] += 1
        return entry

    def made(self, revisions: Sequence[Revision]) -> ArticleEntry | None:
        """The entry of an article whose pages were made now; None where nothing of it is published."""
        embargo = self._embargo()
        passed = embargo.passed(revisions)
        diffs = revision_diffs.of(self.archive.source, passed, embargo.passes)
        compared = [(one.revision, one.diff) for one in diffs if one.diff]
        if not compared:
            return None
        return self._written(history_page.of(compared), self._fingerprint(passed), embargo.waiting)

    def _embargo(self) -> Embargo:
        return Embargo(self.now, self.rules, self.options.drafts)

    def _fingerprint(self, revisions: Sequence[Revision]) -> str:
        """Changes whenever the pages of an article may."""
        known = [self.maker, self.options.drafts, repr(self.rules), *(revision.to_dict() for revision in revisions)]
        return sha256(json.dumps(known).encode()).hexdigest()

    def _written(self, made: HistoryPage, fingerprint: str, waiting: str) -> ArticleEntry:
        """Write the pages of an article."""
        from revtrack.report import entries, html, site_pages

        folder = site_pages.folder(made.steps[0].revision.article)
        place = f"a/{folder}"
        self.target.keep(place)
        latest = ""
        for step in made.steps:
            if step.diff and step.diff.old and step.diff.new:
                name = f"{place}/r{step.diff.old.number}-{step.diff.new.number}"
                image = self._picture(step.diff, f"{name}.png") or ""
                latest = image or latest
                page = html.diff(step.diff, home="index.html", assets="../../", image=image)
                self.target.write(f"{name}.html", page)
        history = html.history(
            made.page,
            made.overall,
            made.other_pairs(),
            home="../../index.html",
            assets="../../",
            publication=self.options.title,
            any_two=any_two.link(folder) if self.options.runtime and len(made.steps) > 1 else "",
            image=latest,
        )
        self.target.write(f"{place}/index.html", history)
        entry = entries.of(made.steps, made.page, folder=folder, fingerprint=fingerprint, waiting=waiting)
        if self.options.runtime:
            any_two.write_versions(self.target, place, entry.title, made.steps)
        feed = site_pages.feed(
            entry.title,
            list(site_pages.turns(entry))[::-1][: site_pages.FED],
            address=f"{place}/feed.xml",
            base=self.options.base,
            up="../../",
        )
        self.target.write(f"{place}/feed.xml", feed)
        self.target.write(f"{place}/{ENTRY}", json.dumps(entry.to_dict(), indent=1) + "\n")
        self.target.tidy(place)
        return entry

    def _picture(self, diff: Diff, name: str) -> str | None:
        """The address of a picture of the gravest change of a diff, which is written for previews of links to its page.

        There is none without an address of the site, a change to draw or the extra that draws it.
        """
        from revtrack.report import change_card, diff_page

        leads = diff_page.of(diff).leads if self.draws else ()
        if not (self.options.base and leads):
            return None
        try:
            made = card_picture.png(change_card.svg(change_card.of(diff, leads[0].number)))
        except InputError:  # a machine without fonts
            return None
        self.target.write_bytes(name, made)
        return f"{self.options.base}{quote(name)}"


def _made_by_many(pages: ArticlePages, waiting: Iterator[list[Revision]], jobs: int) -> Iterator[ArticleEntry]:
    """The same by several processes: articles are handed out as others are finished, so that few wait in memory."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    handed: deque[Future[tuple[ArticleEntry | None, Counter[str]]]] = deque()
    pool = ProcessPoolExecutor(
        jobs, initializer=_start_worker, initargs=(str(pages.archive.path), pages.options, pages.now)
    )
    try:
        for revisions in waiting:
            known = pages.known(revisions)
            if known:
                yield known
                continue
            handed.append(pool.submit(_work, revisions))
            if len(handed) >= jobs * AHEAD:
                yield from _taken_back(pages, handed.popleft())
        while handed:
            yield from _taken_back(pages, handed.popleft())
    except BrokenProcessPool:
        raise RevtrackError(
            f"{pages.target.path}: a worker process died, possibly out of memory: run `revtrack site`"
            " again with fewer --jobs; finished pages are not made again"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _taken_back(pages: ArticlePages, done: Future[tuple[ArticleEntry | None, Counter[str]]]) -> Iterator[ArticleEntry]:
    entry, counts = done.result()
    pages.target.counts.update(counts)
    if entry:
        pages.target.keep(f"a/{entry.folder}")
        yield entry


_own: list[ArticlePages] = []  # of a worker process


def _start_worker(path: str, options: SiteOptions, now: str) -> None:
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent reports it and ends this process
    Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    _own[:] = [ArticlePages(Archive.open(path), options, now)]


def _leave_with(parent: int) -> None:
    """End this process once its parent has: a killed parent could not end it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _work(revisions: list[Revision]) -> tuple[ArticleEntry | None, Counter[str]]:
    target = _own[0].target
    target.counts.clear()
    return _own[0].made(revisions), Counter(target.counts)
