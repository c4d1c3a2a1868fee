"""Watching a store: the library behind the `watch` commands.

watching = Watching(revtrack.open("desk"))
watching.add("https://news.example/rss.xml")
watching.run(once=True)
for event in watching.events(): ...
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from revtrack.archive.archive import Archive
from revtrack.articles import times
from revtrack.errors import InputError, RefusedError, StoreError
from revtrack.git import lock
from revtrack.store import Store
from revtrack.watch import follows, safe_addresses, toml_values, watch_file, watch_state
from revtrack.watch.clocks import Clock, SystemClock
from revtrack.watch.errands import Errand
from revtrack.watch.follows import Follow, FollowKind
from revtrack.watch.notifiers import Notifier
from revtrack.watch.raw_answers import RawAnswers
from revtrack.watch.targets import EventKind, FollowState, WatchEvent
from revtrack.watch.visit_book import VisitBook, silent
from revtrack.watch.watch_run import JOBS, WatchRun
from revtrack.watch.watch_state import WatchState
from revtrack.watch.watchlist import Watchlist
from revtrack.watch.wire import Wire, WireLimits

LOCK = "watch.lock"


class RunCounts(NamedTuple):
    """What a run did: requests made, articles found, revisions kept of others, captures set aside."""

    requests: int = 0
    new: int = 0
    revised: int = 0
    aside: int = 0


class OtherRunError(StoreError):
    """Another run is at work on the store."""


class Watching:
    """The watchlist of a store and what came of it; every method raises InputError or StoreError where it fails."""

    def __init__(self, archive: Archive) -> None:
        """Raises RefusedError for a repository that keeps articles as files."""
        if not isinstance(archive.source, Store):
            raise RefusedError(
                f"{archive.path}: revtrack only reads this: watch from a store, made with `revtrack init`"
            )
        self._archive, self._store = archive, archive.source
        self.file = self._store.path.parent / watch_file.NAME

    def watchlist(self) -> Watchlist:
        """What `watch.toml` says."""
        return watch_file.read(self.file)

    def add(
        self, urls: Iterable[str], *, kind: FollowKind | None = None, every: str = "", name: str = "", contact: str = ""
    ) -> tuple[Follow, ...]:
        """Follow further addresses; gives those that were not followed before."""
        known = {one.url for one in self.watchlist().follows}
        private = self.watchlist().allow_private
        new = []
        for url in dict.fromkeys(urls):
            objection = safe_addresses.objection(url, allow_private=private)
            if objection:
                raise InputError(f"{url}: {objection}: {self._way_out(url, objection)}")
            if url not in known:
                new.append(_follow(url, kind, every, name))
        if len(new) > 1 and name:
            raise InputError("--name: is for one address: add the others without it")
        if contact:
            watch_file.set_contact(self.file, contact)
        watch_file.add(self.file, new)
        return tuple(new)

    def _way_out(self, url: str, objection: str) -> str:
        if objection == safe_addresses.PRIVATE:
            return f"if a test system is meant, write allow-private = true into {self.file}"
        return f"did you mean https://{url}?" if "://" not in url else "name one such as https://news.example/rss.xml"

    def remove(self, names: Iterable[str]) -> tuple[Follow, ...]:
        """Stop following addresses, or what the file calls them; what was kept stays."""
        there = self.watchlist().follows
        gone = []
        for name in names:
            found = [one for one in there if name in (one.url, one.name)]
            if not found:
                raise InputError(f"{name}: is not followed: see `revtrack watch list`")
            gone += found
        watch_file.remove(self.file, (one.url for one in gone))
        return tuple(gone)

    def standing(self) -> Iterator[tuple[Follow, FollowState]]:
        """Every address that is followed, and where it stands."""
        with watch_state.opened(self._store.path) as state:
            for one in self.watchlist().follows:
                yield one, state.standing(one.url)

    def unsent(self) -> Iterator[tuple[Notifier, int, int]]:
        """Every notifier, how many of its messages wait to be sent, and how often one of them failed."""
        with watch_state.opened(self._store.path) as state:
            for one in self.watchlist().notifiers:
                yield one, *state.unsent(one.name)

    def events(self, kinds: Iterable[EventKind] = (), after: int = 0) -> Iterator[WatchEvent]:
        """What happened, oldest first."""
        with watch_state.opened(self._store.path) as state:
            yield from state.events(kinds, after)

    def run(
        self,
        *,
        once: bool = False,
        everything: bool = False,
        seconds: float | None = None,
        jobs: int = JOBS,
        warc: Path | None = None,
        wayback: bool = False,
        tell: Callable[[WatchEvent], None] = silent,
        clock: Clock | None = None,
        limits: WireLimits | None = None,
        names: Mapping[str, str] | None = None,
    ) -> RunCounts:
        """Ask whoever is due, until nothing is (`once`), for some seconds, or for ever.

        Raises InputError where the file names no contact, OtherRunError where a run is at work already. `clock`,
        `limits` and `names` (IP addresses of hosts that no name server knows) are for tests.
        """
        plan = self._ready_plan(wayback)
        evidence = RawAnswers(warc) if warc else None
        wire = Wire(plan.contact, allow_private=plan.allow_private, limits=limits, names=names)
        with _alone(self._store.path / LOCK), watch_state.opened(self._store.path) as state:
            before = state.last_event()
            book = VisitBook(self._store, state, evidence, tell)
            time = clock or SystemClock()
            reread = _Rereading(self.file, tell, time)

            def errands(plan: Watchlist) -> tuple[Errand, ...]:
                plan = plan._replace(wayback=plan.wayback or wayback)
                book.captures = bool(plan.wayback)
                return self._errands(plan, state, time.now(), tell, names or {})

            def make(opened: Wire) -> WatchRun:
                return WatchRun(book, plan, opened, time, jobs, reread=reread, errands=errands)

            try:
                requests = asyncio.run(_run(make, wire, once, everything, seconds))
            finally:
                if evidence:
                    evidence.close()
            kinds = [event.kind for event in state.events(after=before)]
            self._store.tidy()
        return RunCounts(requests, kinds.count("new"), kinds.count("revised"), kinds.count("aside"))

    def notify(self, name: str = "", *, now: float | None = None, names: Mapping[str, str] | None = None) -> str:
        """Send a sample through a notifier, named by its name; gives why it could not be sent, empty where it was.

        The sample is the last story that was changed, or an invented one.
        """
        from revtrack.watch import samples, sending

        plan = self._ready_plan()
        found = next((one for one in plan.notifiers if one.name == name), None)
        if found is None:
            known = [one.name for one in plan.notifiers]
            hint = f"did you mean {toml_values.nearest(name, known)!r}?" if known else "write a [[notify]] first"
            raise InputError(f"{self.file}: no [[notify]] is called {name!r}: {hint}")
        time = SystemClock().now() if now is None else now
        one = samples.of(self._archive, found, plan, time, list(self.events(("revised",))))
        latest = (one,)
        outgoing = sending.Outgoing(
            found, one, plan.contact, self.file.parent, time, plan.base_url, latest, names or {}
        )
        return asyncio.run(sending.send(outgoing)).reason

    def _ready_plan(self, wayback: bool = False) -> Watchlist:
        """The watchlist, if a run can go by it: with a contact, and with every secret where it says."""
        plan = self.watchlist()
        plan = plan._replace(wayback=plan.wayback or wayback)
        if not plan.contact:
            raise InputError(f'{self.file}: names no contact for the hosts: write contact = "desk@paper.example" in it')
        for notifier in plan.notifiers:
            for place in notifier.secrets:
                try:
                    place.read(self.file.parent)
                except InputError as error:
                    raise InputError(f"{self.file}: [[notify]] {notifier.name}: {error}") from None
        if plan.wayback:
            from revtrack.watch import wayback as captures

            captures.keys(plan.wayback, self.file.parent)
        if plan.witness:
            from revtrack.watch import tip_stamps

            tip_stamps.needed_witness()
        return plan

    def _errands(
        self,
        plan: Watchlist,
        state: WatchState,
        now: float,
        tell: Callable[[WatchEvent], None],
        names: Mapping[str, str],
    ) -> tuple[Errand, ...]:
        """What is to be done beside a run."""
        folder = self.file.parent
        errands: list[Errand] = []
        if plan.notifiers:
            from revtrack.watch.telling import Telling, TellingRoom

            room = TellingRoom(self._archive, state, plan, folder, tell, names)
            errands += [Telling(one, room, now) for one in plan.notifiers]
        if plan.wayback:
            from revtrack.watch.wayback import WaybackErrand

            errands.append(WaybackErrand(self._store, state, plan, folder, tell, names))
        if plan.witness:
            from revtrack.watch.tip_stamps import ANCHORS, TipStamps

            errands.append(TipStamps(self._store, state, folder / ANCHORS, plan.witness, tell))
        return tuple(errands)


class _Rereading:
    """Gives the watchlist when its file was edited, and tells what is wrong with it, once."""

    def __init__(self, file: Path, tell: Callable[[WatchEvent], None], clock: Clock) -> None:
        self._file, self._tell, self._clock = file, tell, clock
        self._seen = self._edited()

    def __call__(self) -> Watchlist | None:
        edited = self._edited()
        if edited == self._seen:
            return None
        self._seen = edited
        try:
            return watch_file.read(self._file)
        except InputError as error:
            now = times.of_seconds(int(self._clock.now()))
            self._tell(WatchEvent(0, now, "failing", str(self._file), detail=f"{error}; going on as before"))
            return None

    def _edited(self) -> int:
        try:
            return self._file.stat().st_mtime_ns
        except OSError:
            return 0


async def _run(run: Callable[[Wire], WatchRun], wire: Wire, once: bool, everything: bool, seconds: float | None) -> int:
    """Open the network and run; gives how many requests were made."""
    async with wire as opened:
        made = run(opened)
        await made.run(once=once, everything=everything, seconds=seconds)
        return made.requests


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let no other run be at work meanwhile; raises OtherRunError."""
    with ExitStack() as held:
        try:
            held.enter_context(lock.hold(path, 0.0))
        except lock.HeldElsewhereError:
            raise OtherRunError(f"{path.parent}: another run watches for this store: wait for it, or stop it") from None
        yield


def _follow(url: str, kind: FollowKind | None, every: str, name: str) -> Follow:
    kind = kind or follows.kind_of(url)
    seconds = follows.seconds(every) if every else follows.EVERY[kind]
    if seconds is None or seconds < follows.SHORTEST:
        raise InputError(f"{every}: is not an interval of a minute or more: write it like 15m, 1h or 3d")
    return Follow(url, kind, seconds, name)
