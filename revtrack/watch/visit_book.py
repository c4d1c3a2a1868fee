"""The book of visits: what every answer said is entered into the state, and what is new goes on into the store.

What was entered is safe. A text first waits in the state, in the transaction of its visit, and then goes to the store,
which knows a text that it was given before: a run may be killed between any two steps and nothing is lost or doubled.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urljoin

from revtrack.archive import import_run
from revtrack.errors import InputError, RefusedError, RevtrackError
from revtrack.git.lock import HeldElsewhereError
from revtrack.store import Store
from revtrack.watch import article_result, copy_verdict, robots_rules, safe_addresses, schedule, visit_result
from revtrack.watch.agenda import Visit
from revtrack.watch.follows import Follow
from revtrack.watch.targets import AskedCapture, HostState, Target, WatchEvent
from revtrack.watch.visit_result import Look, VisitResult
from revtrack.watch.watch_state import WatchState
from revtrack.watch.watchlist import Watchlist
from revtrack.watch.wire_answer import NoAnswer, WireAnswer

MOST_HOPS = 5
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_UNREACHED = 3  # times in a row that a host gave no answer, after which all of it is left alone


class Evidence(Protocol):
    """Where raw answers are kept."""

    def keep(self, answer: WireAnswer, time: float) -> str:
        """Write an answer down, on the disk; gives the id of its record."""


def silent(_: WatchEvent) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class VisitBook:
    """The state of the targets, and the store of their texts; `tell` hears of every event once it is entered.

    With `captures` the Internet Archive will be asked to save what is kept.
    """

    store: Store
    state: WatchState
    evidence: Evidence | None = None
    tell: Callable[[WatchEvent], None] = silent
    captures: bool = False
    names: dict[str, str] = field(default_factory=dict)

    def follow(self, follows: Sequence[Follow], now: float) -> None:
        """Bring the targets up to the watchlist: what is new in it is due at once."""
        self.names = {one.url: one.name if one.kind == "page" else "" for one in follows}
        with self.state.writing():
            for one in follows:
                known = self.state.find(one.url, one.kind)
                if known is None:
                    self.state.add(Target(0, one.url, one.url, one.kind, now, now, one.every))
                elif known.every != one.every or known.follow != one.url or known.due is None:
                    self.state.save(known._replace(due=now, every=one.every, follow=one.url))

    def visits(self, follows: Sequence[Follow]) -> Iterator[Visit]:
        """The visits to all that the watchlist leads to and that is to be looked at again."""
        wanted = {one.url for one in follows}
        for number, url, due, follow in self.state.due():
            if follow in wanted:
                yield Visit(number, url, safe_addresses.host_of(url), due)

    def is_followed(self, visit: Visit) -> bool:
        """Whether the watchlist, as it is now, still leads to the target of a visit."""
        return self.state.follow_of(visit.target) in self.names

    def conditions(self, visit: Visit) -> dict[str, str]:
        """The headers that ask for a page only if it is another one than the last."""
        target = self.state.target(visit.target)
        asked = {"If-None-Match": target.etag, "If-Modified-Since": target.modified}
        return {} if visit.hops else {name: value for name, value in asked.items() if value}

    def further(self, visit: Visit, answer: WireAnswer | NoAnswer, now: float) -> Visit | None:
        """The next visit on the way to the answer: after a redirect, or after a robots.txt; None where this is it."""
        if visit.robots:
            return self._after_robots(visit, answer, now)
        there = _location(answer)
        if not there or len(visit.hops) >= MOST_HOPS or there in (*visit.hops, visit.url):
            return None
        hops = (*visit.hops, visit.url)
        permanent = visit.permanent and isinstance(answer, WireAnswer) and answer.status in _PERMANENT
        return visit._replace(url=there, host=safe_addresses.host_of(there), hops=hops, permanent=permanent)

    def peace(self, visit: Visit, answer: WireAnswer | NoAnswer, now: float, plan: Watchlist) -> float:
        """How many seconds the host of a visit is left alone from now on; it is entered as well."""
        known = self.state.host(visit.host)
        unreached = isinstance(answer, NoAnswer) and not answer.final
        failures = known.failures + 1 if unreached else 0
        rules = self.state.robots(safe_addresses.origin_of(visit.robots or visit.url), now)
        pause = max(plan.delay, robots_rules.verdict(rules[0], visit.url).delay if rules and rules[0] else 0.0)
        if failures >= _UNREACHED:
            pause = max(pause, schedule.put_off(failures - _UNREACHED + 1, visit.host))
        if isinstance(answer, WireAnswer) and answer.status in (*visit_result.BUSY, 503):
            pause = max(pause, schedule.asked_for(answer.headers.get("retry-after", ""), now) or 0.0)
        with self.state.writing():
            self.state.save_host(visit.host, HostState(now + pause, failures))
        return pause

    def enter(self, visit: Visit, answer: WireAnswer | NoAnswer, now: float, plan: Watchlist) -> tuple[Target, ...]:
        """Write down what an answer says; gives who is to be visited again, and who was found.

        A text that is new waits until `keep_waiting` is called, outside of any transaction.
        """
        target = self.state.target(visit.target)
        result = self._result(target, visit, answer, now, plan)
        with self.state.writing():
            found = tuple(self._enter(result, visit.due, now))
        for event in result.events:
            if event.kind not in ("new", "revised"):
                self.tell(event)
        return result.target, *found

    def keep_waiting(self) -> None:
        """Give the store the texts that wait for it; raises StoreError."""
        for number, one in self.state.waiting():
            try:
                added = self.store.add(
                    one.text.encode("utf-8", "replace"),
                    one.article,
                    at=one.at,
                    by=one.by or import_run.NO_AUTHOR,
                    source=one.source,
                    facts=one.facts,
                    now=one.fetched,
                    force=one.force,
                )
            except HeldElsewhereError:
                return  # somebody else is adding much: they wait until the next answer
            except (InputError, RefusedError) as error:
                with self.state.writing():
                    self.state.refused(number, str(error))
            else:
                with self.state.writing():
                    self.state.kept(number, added.revision.commit)
                    if self.captures:
                        asked = AskedCapture(number, added.revision.commit, dict(one.facts).get("Fetched-From", ""))
                        self.state.save_capture(asked, asked)
            for event in self.state.events(after=number - 1, most=1):
                self.tell(event)

    def _result(
        self, target: Target, visit: Visit, answer: WireAnswer | NoAnswer, now: float, plan: Watchlist
    ) -> VisitResult:
        if isinstance(answer, NoAnswer):
            return visit_result.of_failure(target, answer, now)
        if answer.status in _REDIRECTS:
            return visit_result.failed(target, "redirects in a circle or nowhere", now)
        record = self._evidence(target, answer, now)
        look = Look(target, answer, now, plan, moved=bool(visit.hops) and visit.permanent, record=record)
        known = visit_result.of_status(look)
        if known:
            return known
        try:
            return self._of_page(look)
        except (RevtrackError, sqlite3.Error):
            raise
        except Exception as error:
            # One page must not end a run that nobody looks after.
            reason = f"could not be read: please report this fault of revtrack ({type(error).__name__})"
            return visit_result.failed(target, reason, now)

    def _of_page(self, look: Look) -> VisitResult:
        """What follows from a feed or a page."""
        target, answer = look.target, look.answer
        if target.kind in ("feed", "sitemap"):
            return visit_result.of_feed(look)

        def owner(story: str, text: str) -> str:
            return self.state.owner(story, text, safe_addresses.host_of(answer.url), target.id)

        def is_elsewhere(line: str) -> bool:
            return self.state.is_headline(line, safe_addresses.host_of(target.url), but=target.id)

        return article_result.of(look, owner, self.names.get(target.follow, ""), is_elsewhere)

    def _evidence(self, target: Target, answer: WireAnswer, now: float) -> str:
        """Keep the raw answer where it is one that was not kept before."""
        if self.evidence is None or answer.status != 200 or answer.digest == target.digest:
            return ""
        return self.evidence.keep(answer, now)

    def _enter(self, result: VisitResult, due: float, now: float) -> Iterator[Target]:
        """Save a result; gives the targets that it found, due when the visit was: a run with an end makes them too."""
        target = result.target
        reading = target.reading
        text = article_result.text_digest(reading.text) if reading and result.revision else ""
        host = safe_addresses.host_of(target.url)
        self.state.save(target, text, host if text else "")
        if reading and text and (copy := copy_verdict.lines(reading.text)):
            self.state.add_headline(copy[0], host, target.id)
        for event in result.events:
            number = self.state.record(event)
            if result.revision and event.kind in ("new", "revised"):
                self.state.wait(number, result.revision)
        for url in result.articles:
            if len(url) <= safe_addresses.LONGEST and not self.state.is_known(url):
                yield self.state.add(Target(0, url, target.follow, "article", due, now))
        for url in result.sitemaps:
            if self.state.find(url, "sitemap") is None:
                yield self.state.add(Target(0, url, target.follow, "sitemap", due, now, target.every))

    def _after_robots(self, visit: Visit, answer: WireAnswer | NoAnswer, now: float) -> Visit:
        """The visit itself, once the rules are known; or the next address of a robots.txt that redirects."""
        there = _location(answer)
        if there and visit.robots_hops < MOST_HOPS:
            host = safe_addresses.host_of(there)
            return visit._replace(robots=there, host=host, robots_hops=visit.robots_hops + 1)
        rules = robots_rules.text_of(answer.status, answer.body) if isinstance(answer, WireAnswer) else None
        until = now + (robots_rules.FRESH if rules is not None else robots_rules.AGAIN)
        with self.state.writing():
            self.state.save_robots(safe_addresses.origin_of(visit.url), rules, until)
        return visit._replace(robots="", robots_hops=0, host=safe_addresses.host_of(visit.url))


def _location(answer: WireAnswer | NoAnswer) -> str:
    """Where an answer redirects to, empty where it does not."""
    if isinstance(answer, NoAnswer) or answer.status not in _REDIRECTS:
        return ""
    try:
        there = urljoin(answer.url, answer.headers.get("location", "")).partition("#")[0]
        return "" if there == answer.url or not safe_addresses.host_of(there) else there
    except ValueError:
        return ""
