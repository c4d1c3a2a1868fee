"""A run: whoever is due is asked, one request at a time to a host, and what was found is written down.

One task is one request. A robots.txt that has to be read first, and an address that redirects, are visits of their
own, so that the peace of every host is kept in one place, the agenda. Only the loop waits, by the clock it was
given: sixty days in a test take as long as their requests.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from revtrack.watch import robots_rules, safe_addresses
from revtrack.watch.agenda import Agenda, Visit
from revtrack.watch.clocks import Clock
from revtrack.watch.follows import Watchlist
from revtrack.watch.targets import Target
from revtrack.watch.visit_book import VisitBook
from revtrack.watch.wire_answer import NoAnswer, WireAnswer

JOBS = 16
PATIENCE = 150.0  # seconds that a run with an end waits for a host that wants peace
_PAGES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"


class Asking(Protocol):
    """A way to the network."""

    async def ask(self, url: str, headers: Mapping[str, str]) -> WireAnswer | NoAnswer:
        """What a host answers."""


class WireRequest(NamedTuple):
    """What is asked of a host in a visit."""

    visit: Visit
    url: str
    headers: dict[str, str]


Active = dict["asyncio.Task[WireAnswer | NoAnswer]", Visit]


@dataclass(slots=True)
class WatchRun:
    """One run; the lock on the state is held by whoever makes it."""

    book: VisitBook
    plan: Watchlist
    wire: Asking
    clock: Clock
    jobs: int = JOBS
    agenda: Agenda = field(default_factory=Agenda)
    requests: int = 0

    async def run(self, *, once: bool = False, everything: bool = False, seconds: float | None = None) -> None:
        """Ask until nothing is due (`once`), or until the time is over, or for ever; raises StoreError.

        `everything` asks whoever is followed once, due or not.
        """
        start = self.clock.now()
        end = start + seconds if seconds is not None else None
        horizon = start if once or everything else None
        self._begin(start, everything)
        active: Active = {}
        try:
            while end is None or self.clock.now() < end:
                self._start(active, horizon)
                until = self._next_time(horizon, end)
                if not active and until is None:
                    break
                await self.clock.wait(set(active), until if len(active) < self.jobs else end)
                for task in [task for task in active if task.done()]:
                    self._answered(active.pop(task), task.result())
        finally:
            for task in active:
                task.cancel()
            await asyncio.gather(*active, return_exceptions=True)

    def _begin(self, now: float, everything: bool) -> None:
        """Finish what the run before left, and put everybody who is followed on the agenda."""
        self.book.keep_waiting()
        self.book.follow(self.plan.follows, now)
        for host, free_at in self.book.state.hosts():
            self.agenda.rest(host, free_at)
        for target in self.book.followed(self.plan.follows):
            self._put(target, now if everything else target.due)

    def _put(self, target: Target, due: float | None) -> None:
        if due is not None:
            self.agenda.put(Visit(target.id, target.url, safe_addresses.host_of(target.url), due))

    def _next_time(self, horizon: float | None, end: float | None) -> float | None:
        """When to look at the agenda again; a run with an end does not wait long for a host that wants peace."""
        found = self.agenda.next_time(horizon)
        if horizon is not None and found is not None and found > self.clock.now() + PATIENCE:
            found = None
        if end is not None and horizon is None:
            return end if found is None else min(found, end)
        return found

    def _start(self, active: Active, horizon: float | None) -> None:
        """Start as many requests as may run at one time."""
        now = self.clock.now()
        while len(active) < self.jobs and (visit := self.agenda.take(now, horizon)):
            request = self._request(visit, now)
            if request:
                self.requests += 1
                active[asyncio.create_task(self.wire.ask(request.url, request.headers))] = request.visit

    def _request(self, visit: Visit, now: float) -> WireRequest | None:
        """What a visit asks, None where it asks nothing: it is then done already."""
        if visit.robots:
            return WireRequest(visit, visit.robots, {})
        objection = safe_addresses.objection(visit.url, allow_private=self.plan.allow_private)
        if objection:
            self._refused(visit, NoAnswer(visit.url, objection, final=True), now)
            return None
        origin = safe_addresses.origin_of(visit.url)
        rules = self.book.state.robots(origin, now)
        if rules is None:
            robots = f"{origin}/robots.txt"
            return WireRequest(visit._replace(robots=robots), robots, {})
        if rules[0] is None:
            self._refused(visit, NoAnswer(visit.url, "has a robots.txt that cannot be had now"), now)
            return None
        if not robots_rules.verdict(rules[0], visit.url).allowed:
            self._refused(visit, NoAnswer(visit.url, "its robots.txt does not allow it", final=True), now)
            return None
        return WireRequest(visit, visit.url, {"Accept": _PAGES} | self.book.conditions(visit))

    def _refused(self, visit: Visit, why: NoAnswer, now: float) -> None:
        """Give up a visit whose host need not be asked."""
        entered = self.book.enter(visit, why, now, self.plan)
        self.agenda.done(visit.host, now)
        for target in entered:
            self._put(target, target.due)

    def _answered(self, visit: Visit, answer: WireAnswer | NoAnswer) -> None:
        """Write down what an answer says, and go on from there."""
        now = self.clock.now()
        with self.book.state.writing():
            again = self.book.further(visit, answer, now)
            free_at = now + self.book.peace(visit, answer, now, self.plan)  # by the rules that may just have come
            entered = () if again else self.book.enter(visit, answer, now, self.plan)
        self.book.keep_waiting()
        self.agenda.done(visit.host, free_at)
        if again:
            self.agenda.put(again)
        for target in entered:
            self._put(target, target.due)
