"""The desk that makes the pages of articles, one after the other or several at once; what did not change it leaves.

The entry beside the pages of an article tells of which revisions they were made, and is written last: what was
interrupted is made again.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from revtrack import __version__
from revtrack.archive import history_page, revision_steps
from revtrack.errors import InputError, RevtrackError
from revtrack.lexicon.edition import edition
from revtrack.shell import operands
from revtrack.site.embargo import Gate
from revtrack.site.folder import Folder

if TYPE_CHECKING:
    from concurrent.futures import Future

    from revtrack.archive.history_page import Chronicle
    from revtrack.model import Revision
    from revtrack.report.entries import ArticleEntry

ENTRY = "entry.json"
AHEAD = 4  # articles that wait for each process


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: a site of the published revisions of a store, in a folder."""

    store: str | None
    folder: str
    base: str
    now: str
    drafts: bool
    rebuild: bool


class Desk:
    """Makes the pages of one article after the other, those that changed since they were written."""

    def __init__(self, order: Order) -> None:
        """Open store and folder; raises StoreError, InputError."""
        from revtrack.report import document

        self.order = order
        self.archive, self.target = operands.archive(order.store), Folder(order.folder)
        self.maker = f"{__version__} {edition()} {document.digest()} {order.base}"

    def entries(self, jobs: int) -> Iterator[ArticleEntry]:
        """The entries of all articles with something published, made by so many processes; raises RevtrackError."""
        waiting = self.archive.by_article()
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

        gate = self._gate()
        place = f"a/{site_pages.folder(revisions[0].article)}"
        try:
            entry = ArticleEntry.from_dict(json.loads(self.target.read(f"{place}/{ENTRY}") or b""))
        except (ValueError, InputError):
            return None
        is_due = "" < entry.waiting <= gate.now
        if self.order.rebuild or is_due or entry.fingerprint != self._fingerprint(gate.passed(revisions)):
            return None
        self.target.keep(place)
        self.target.counts["unchanged"] += 1
        return entry

    def made(self, revisions: Sequence[Revision]) -> ArticleEntry | None:
        """The entry of an article whose pages were made now; None where nothing of it is published."""
        gate = self._gate()
        passed = gate.passed(revisions)
        told = revision_steps.of(self.archive, passed, gate.passes)
        taken = [(one.revision, one.diff) for one in told if one.diff]
        return self._written(history_page.of(taken), self._fingerprint(passed), gate.waiting) if taken else None

    def _gate(self) -> Gate:
        return Gate(self.order.now, self.order.drafts)

    def _fingerprint(self, revisions: Sequence[Revision]) -> str:
        """Changes whenever the pages of an article may."""
        known = [self.maker, self.order.drafts, *(revision.to_dict() for revision in revisions)]
        return sha256(json.dumps(known).encode()).hexdigest()

    def _written(self, made: Chronicle, fingerprint: str, waiting: str) -> ArticleEntry:
        """Write the pages of an article."""
        from revtrack.report import entries, html, site_pages

        folder = site_pages.folder(made.steps[0].revision.article)
        place = f"a/{folder}"
        self.target.keep(place)
        for step in made.steps:
            if step.diff and step.diff.old and step.diff.new:
                page = html.diff(step.diff, home="index.html", assets="../../")
                self.target.write(f"{place}/r{step.diff.old.number}-{step.diff.new.number}.html", page)
        history = html.history(made.page, made.overall, made.others(), home="../../index.html", assets="../../")
        self.target.write(f"{place}/index.html", history)
        entry = entries.of(made.steps, made.page, folder=folder, fingerprint=fingerprint, waiting=waiting)
        feed = site_pages.feed(
            entry.title,
            list(site_pages.turns(entry))[::-1][: site_pages.FED],
            address=f"{place}/feed.xml",
            base=self.order.base,
            up="../../",
        )
        self.target.write(f"{place}/feed.xml", feed)
        self.target.write(f"{place}/{ENTRY}", json.dumps(entry.to_dict(), indent=1) + "\n")
        self.target.tidy(place)
        return entry


def _made_by_many(desk: Desk, waiting: Iterator[list[Revision]], jobs: int) -> Iterator[ArticleEntry]:
    """The same by several processes: articles are handed out as they are finished, so that few wait in memory."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    handed: deque[Future[tuple[ArticleEntry | None, Counter[str]]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_sit_down, initargs=(desk.order,))
    try:
        for revisions in waiting:
            known = desk.known(revisions)
            if known:
                yield known
                continue
            handed.append(pool.submit(_work, revisions))
            if len(handed) >= jobs * AHEAD:
                yield from _taken_back(desk, handed.popleft())
        while handed:
            yield from _taken_back(desk, handed.popleft())
    except BrokenProcessPool:
        raise RevtrackError(
            f"{desk.target.path}: a process that makes pages was ended, by want of memory perhaps: run"
            " `revtrack site` again with fewer --jobs; what is finished is not made again"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _taken_back(desk: Desk, done: Future[tuple[ArticleEntry | None, Counter[str]]]) -> Iterator[ArticleEntry]:
    entry, counts = done.result()
    desk.target.counts.update(counts)
    if entry:
        desk.target.keep(f"a/{entry.folder}")
        yield entry


_own: list[Desk] = []  # of a process that works for another


def _sit_down(order: Order) -> None:
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked for the site is told, and ends this process
    Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    _own[:] = [Desk(order)]


def _leave_with(asker: int) -> None:
    """End this process once the one it works for is gone: killed, that one could not say so."""
    while os.getppid() == asker:
        time.sleep(1)
    os._exit(1)


def _work(revisions: list[Revision]) -> tuple[ArticleEntry | None, Counter[str]]:
    target = _own[0].target
    target.counts.clear()
    return _own[0].made(revisions), Counter(target.counts)
