"""The errand of one notifier: it hears what happens, makes messages of it, and sends them one after another."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from revtrack.archive.archive import Archive
from revtrack.articles import times
from revtrack.watch import atom_file, digest_mail, notification, schedule, sending
from revtrack.watch.notification import Notification
from revtrack.watch.notifiers import Notifier
from revtrack.watch.outbox import Outbox
from revtrack.watch.sending import Outgoing, Sent
from revtrack.watch.targets import WatchEvent
from revtrack.watch.watch_state import WatchState
from revtrack.watch.watchlist import Watchlist

_TOLD = 3  # failures of one message, after which it is an event


class TellingRoom(NamedTuple):
    """What all notifiers share: the store and its state, the watchlist, and the folder in which it lies."""

    archive: Archive
    state: WatchState
    plan: Watchlist
    folder: Path
    tell: Callable[[WatchEvent], None]
    names: Mapping[str, str] = {}


class Telling:
    """Tells what one notifier is to tell."""

    def __init__(self, notifier: Notifier, room: TellingRoom, now: float) -> None:
        self._notifier, self._room = notifier, room
        self._outbox = Outbox(room.state, notifier, now)

    def next_time(self, now: float) -> float | None:
        """When a message is to be made, or to be sent."""
        due = self._outbox.next_due()
        found = [due[0]] if due else []
        self._outbox.hear()
        if self._notifier.digest:
            return min([*found, self._outbox.digested() + self._notifier.digest])
        story = self._outbox.next_story()
        return min([*found, *([story[0]] if story else [])], default=None)

    def begin(self, now: float) -> Coroutine[Any, Any, tuple[Notification, Sent]] | None:
        """Make the messages that are due, and send the first one."""
        if self._notifier.digest:
            self._digest(now)
        else:
            while (story := self._outbox.next_story()) and story[0] <= now:
                events = self._outbox.untold(story[1])
                room = self._room
                made = notification.of(room.archive, self._notifier, events, now, room.plan.base_url)
                self._outbox.tell(story[1], made, now)
        due = self._outbox.next_due()
        return self._send(due[1], now) if due and due[0] <= now else None

    def finish(self, outcome: tuple[Notification, Sent], now: float) -> None:
        """Cross a message off, or put it off; after three times it is an event that it cannot be sent."""
        one, sent = outcome
        if not sent.reason:
            self._outbox.sent(one.id)
            return
        failures = self._outbox.failures(one.id) + 1
        with self._room.state.writing():
            self._outbox.failed(one.id, now + max(sent.wait, schedule.put_off(failures, one.id)))
            if failures == _TOLD:
                self.tell_of_failure(sent.reason, now)

    def tell_of_failure(self, reason: str, now: float) -> None:
        """Record that nobody is told at present, and why."""
        what = f"notify {self._notifier.name}"
        event = WatchEvent(0, times.of_seconds(int(now)), "failing", what, detail=f"{reason}; it is tried again")
        self._room.state.record(event)
        self._room.tell(event)

    def _digest(self, now: float) -> None:
        since = self._outbox.digested()
        until = since + self._notifier.digest
        if until > now:
            return
        until += (now - until) // self._notifier.digest * self._notifier.digest  # what was missed is one digest
        events, room = self._outbox.untold(), self._room
        made = digest_mail.of(room.archive, self._notifier, events, (since, until), now, room.plan.base_url)
        self._outbox.digest(made, until, now)

    async def _send(self, one: Notification, now: float) -> tuple[Notification, Sent]:
        return one, await sending.send(self.outgoing(one, now))

    def outgoing(self, one: Notification, now: float) -> Outgoing:
        """A notification with what its channel needs."""
        room = self._room
        latest = tuple(self._outbox.latest(atom_file.MOST)) if self._notifier.channel == "atom" else ()
        return Outgoing(
            self._notifier, one, room.plan.contact, room.folder, now, room.plan.base_url, latest, room.names
        )
