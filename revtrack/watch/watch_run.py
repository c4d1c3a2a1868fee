"""A run: whoever is due is asked, one request at a time to a host, and what was found is written down.

One task is one request. A robots.txt that has to be read first, and an address that redirects, are visits of their
own, so that the peace of every host is kept in one place, the agenda. Only the loop waits, by the clock it was
given: sixty days in a test take as long as their requests.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from revtrack.watch import errands, robots_rules, safe_addresses
from revtrack.watch.agenda import Agenda, Visit
from revtrack.watch.clocks import Clock
from revtrack.watch.errands import Errand, ErrandTasks
from revtrack.watch.targets import Target
from revtrack.watch.visit_book import VisitBook
from revtrack.watch.watchlist import Watchlist
from revtrack.watch.wire_answer import NoAnswer, WireAnswer

JOBS = 16
REREAD = 600.0
PATIENCE = 150.0  # seconds that a run with an end waits for a host that wants peace
_PAGES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"


class Asking(Protocol):
    """A way to the network."""

    async def ask(self, url: str, headers: Mapping[str, str]) -> WireAnswer | NoAnswer:
        """What a host answers."""


def no_errands(_: Watchlist) -> Sequence[Errand]:
    """Nothing is to be done beside."""
    return ()


class WireRequest(NamedTuple):
    """What is asked of a host in a visit."""

    visit: Visit
    url: str
    headers: dict[str, str]


Active = dict["asyncio.Task[WireAnswer | NoAnswer]", Visit]


@dataclass(slots=True)
class WatchRun:
    """One run; the lock on the state is held by whoever makes it.

    `reread` gives the watchlist where it was edited meanwhile; a run without end asks every REREAD seconds.
    """

    book: VisitBook
    plan: Watchlist
    wire: Asking
    clock: Clock
    jobs: int = JOBS
    agenda: Agenda = field(default_factory=Agenda)
    reread: Callable[[], Watchlist | None] | None = None
    errands: Callable[[Watchlist], Sequence[Errand]] = no_errands
    requests: int = 0

    async def run(self, *, once: bool = False, everything: bool = False, seconds: float | None = None) -> None:
        """Ask until nothing is due (`once`), or until the time is over, or for ever; raises StoreError.

        `everything` asks whoever is followed once, due or not.
        """
        start = self.clock.now()
        end = start + seconds if seconds is not None else None
        horizon = start if once or everything else None
        self._begin(start, everything)
        beside = ErrandTasks(self.errands(self.plan), self.clock)
        active: Active = {}
        looked_up = start
        leaving: float | None = None  # since when nobody is left to ask
        try:
            while end is None or self.clock.now() < end:
                if self.clock.now() >= looked_up + REREAD and horizon is None:
                    looked_up = self.clock.now()
                    if self._look_up_the_plan(looked_up):
                        beside.renew(self.errands(self.plan))
                self._start(active, horizon)
                errand = beside.go_on()
                until = self._next_time(horizon, end, looked_up)
                if not active and until is None:
                    leaving = self.clock.now() if leaving is None else leaving
                    if not beside.active and (errand is None or errand > leaving + errands.PATIENCE):
                        break
                if horizon is not None and errand is not None and errand > (leaving or start) + errands.PATIENCE:
                    errand = None
                times = [until if len(active) < self.jobs else end, errand]
                wake = min((one for one in times if one is not None), default=None)
                await self.clock.wait(set(active) | beside.active, wake)
                for task in [task for task in active if task.done()]:
                    self._answered(active.pop(task), task.result())
            beside.go_on()
        finally:
            for task in active:
                task.cancel()
            await asyncio.gather(*active, return_exceptions=True)
            await beside.end()

    def _begin(self, now: float, everything: bool) -> None:
        """Finish what the run before left, and put everybody who is followed on the agenda."""
        self.book.keep_waiting()
        for host, free_at in self.book.state.hosts():
            self.agenda.rest(host, free_at)
        self.book.follow(self.plan.follows, now)
        for visit in self.book.visits(self.plan.follows):
            self.agenda.put(visit._replace(due=now) if everything else visit)

    def _look_up_the_plan(self, now: float) -> bool:
        """Go by the watchlist as it is now, if it was edited; what is followed no more is dropped at its turn."""
        new = self.reread() if self.reread else None
        if new is None:
            return False
        known = {one.url for one in self.plan.follows}
        self.plan = new
        self.book.follow(new.follows, now)
        for visit in self.book.visits([one for one in new.follows if one.url not in known]):
            self.agenda.put(visit)
        return True

    def _put(self, target: Target) -> None:
        if target.due is not None:
            self.agenda.put(Visit(target.id, target.url, safe_addresses.host_of(target.url), target.due))

    def _next_time(self, horizon: float | None, end: float | None, looked_up: float) -> float | None:
        """When to look at the agenda again; None where the run is over. One with an end waits long for nobody."""
        found = self.agenda.next_time(horizon)
        if horizon is not None:
            return found if found is not None and found <= self.clock.now() + PATIENCE else None
        times = [found, end, looked_up + REREAD if self.reread else None]
        return min((one for one in times if one is not None), default=None)

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
        if not self.book.is_followed(visit):
            self.agenda.done(visit.host, now)
            return None
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
            self._put(target)

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
            self._put(target)
