"""Whom to ask next: one request at a time to a host, and peace for it after each.

A visit is one request. Whoever takes one has the host to itself until it says `done`; other hosts go on meanwhile.

    agenda.put(visit, due=0.0)
    agenda.take(now)            the visit; None while its host is busy or in peace, or nothing is due
    agenda.done(host, now + 5)
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import NamedTuple


class Visit(NamedTuple):
    """One request to be made for a target, of a host, once it is due.

    `hops` are the addresses that redirected to `url`, the first one first, and `permanent` whether all said it was for
    good. `robots` is the address of a robots.txt that is asked in place of `url`, before it, after so many redirects.
    """

    target: int
    url: str
    host: str
    due: float
    hops: tuple[str, ...] = ()
    permanent: bool = True
    robots: str = ""
    robots_hops: int = 0


@dataclass(slots=True)
class _HostQueue:
    free_at: float = 0.0
    is_busy: bool = False
    visits: list[tuple[float, int, Visit]] = field(default_factory=list)

    def ready(self) -> float:
        return max(self.free_at, self.visits[0][0])


class Agenda:
    """The visits that are still to be made."""

    def __init__(self) -> None:
        self._hosts: dict[str, _HostQueue] = {}
        self._ready: list[tuple[float, str]] = []  # one entry or more a host; what is out of date is passed over
        self._count = 0

    def put(self, visit: Visit) -> None:
        """Add a visit; of several that are due at once, the first one put is the first one made."""
        queue = self._hosts.setdefault(visit.host, _HostQueue())
        heapq.heappush(queue.visits, (visit.due, self._count, visit))
        self._count += 1
        self._announce(visit.host, queue)

    def take(self, now: float, horizon: float | None = None) -> Visit | None:
        """A visit that can be made now, and was due by the horizon; its host is busy from now on."""
        kept: list[tuple[float, str]] = []
        found = None
        while found is None and self._ready and self._ready[0][0] <= now:
            ready, host = heapq.heappop(self._ready)
            queue = self._hosts[host]
            if not self._holds(ready, host):
                continue
            if horizon is not None and queue.visits[0][0] > horizon:
                kept.append((ready, host))
                continue
            found = heapq.heappop(queue.visits)[2]
            queue.is_busy = True
        for one in kept:
            heapq.heappush(self._ready, one)
        return found

    def done(self, host: str, free_at: float) -> None:
        """Give a host back, to be left in peace until a time."""
        queue = self._hosts.setdefault(host, _HostQueue())
        queue.is_busy = False
        queue.free_at = max(queue.free_at, free_at)
        self._announce(host, queue)

    def rest(self, host: str, until: float) -> None:
        """Leave a host in peace until a time; raises nothing where it is busy."""
        queue = self._hosts.setdefault(host, _HostQueue())
        queue.free_at = max(queue.free_at, until)
        self._announce(host, queue)

    def next_time(self, horizon: float | None = None) -> float | None:
        """When the next visit can be made that is due by the horizon; None where there is none, or its host is busy."""
        if horizon is None:
            while self._ready and not self._holds(*self._ready[0]):
                heapq.heappop(self._ready)
            return self._ready[0][0] if self._ready else None
        times = [
            queue.ready()
            for queue in self._hosts.values()
            if queue.visits and not queue.is_busy and (horizon is None or queue.visits[0][0] <= horizon)
        ]
        return min(times, default=None)

    def _holds(self, ready: float, host: str) -> bool:
        """Whether an entry still says when a host can be asked."""
        queue = self._hosts[host]
        return not queue.is_busy and bool(queue.visits) and queue.ready() == ready

    def _announce(self, host: str, queue: _HostQueue) -> None:
        if queue.visits and not queue.is_busy:
            heapq.heappush(self._ready, (queue.ready(), host))
