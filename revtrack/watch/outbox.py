"""What people still have to be told, in `watch.sqlite`: each message is made once, and crossed off once it is out.

A notifier hears of every event once: its number is kept, in the transaction in which the event is put to its story. A
story that was told of waits for its hour; then the message is made, in one transaction with the events leaving. It is
crossed off after it was sent. A run that is killed in between sends it again, the same message with the same id.
"""

from __future__ import annotations

from revtrack.watch import notification
from revtrack.watch.follows import HOUR
from revtrack.watch.notification import Notification
from revtrack.watch.notifiers import Notifier
from revtrack.watch.targets import WatchEvent
from revtrack.watch.watch_state import WatchState

KEPT = 200  # messages of a notifier that are kept after they were sent: an Atom feed shows the last ones


class Outbox:
    """The messages of one notifier; raises StoreError where they cannot be kept."""

    def __init__(self, state: WatchState, notifier: Notifier, now: float) -> None:
        """A notifier that is new hears of what happens from now on."""
        self._state, self._notifier, self._name = state, notifier, notifier.name
        with state.writing():
            query = "INSERT OR IGNORE INTO notifier VALUES (?, ?, ?)"
            state.db.execute(query, (self._name, state.last_event(), now))
        [self._heard] = state.db.execute("SELECT heard FROM notifier WHERE name = ?", (self._name,)).fetchone()

    def hear(self) -> None:
        """Put what happened since to the stories it belongs to; what waits for the store is heard of later."""
        last = self._state.last_event()
        waiting = self._state.first_waiting() if last > self._heard else None
        last = last if waiting is None else waiting - 1
        if last <= self._heard:
            return
        with self._state.writing():
            for event in self._state.events(self._notifier.events, after=self._heard):
                if event.id <= last:
                    row = (self._name, event.id, event.article or event.url)
                    self._state.db.execute("INSERT OR IGNORE INTO untold VALUES (?, ?, ?)", row)
            self._state.db.execute("UPDATE notifier SET heard = ? WHERE name = ?", (last, self._name))
        self._heard = last

    def next_story(self) -> tuple[float, str] | None:
        """When the next story can be told of, and which; None where there is none."""
        query = """SELECT max(coalesce(story_told.time + ?, 0), 0) AS ripe, untold.story FROM untold
                   LEFT JOIN story_told USING (notifier, story) WHERE untold.notifier = ?
                   GROUP BY untold.story ORDER BY ripe, min(untold.event) LIMIT 1"""
        row = self._state.db.execute(query, (HOUR, self._name)).fetchone()
        return (float(row[0]), str(row[1])) if row else None

    def untold(self, story: str | None = None) -> list[WatchEvent]:
        """What happened to a story, or to all, and was not told yet, oldest first."""
        query = "SELECT event FROM untold WHERE notifier = ?1 AND (?2 IS NULL OR story = ?2) ORDER BY event"
        numbers = [number for (number,) in self._state.db.execute(query, (self._name, story))]
        return [event for number in numbers for event in self._state.events(after=number - 1, most=1)]

    def tell(self, story: str, message: Notification | None, now: float) -> None:
        """Take the events of a story out and the message in, where there is one."""
        with self._state.writing():
            self._state.db.execute("DELETE FROM untold WHERE notifier = ? AND story = ?", (self._name, story))
            if message:
                self._state.db.execute("INSERT OR REPLACE INTO story_told VALUES (?, ?, ?)", (self._name, story, now))
                self._put(message, now)

    def digested(self) -> float:
        """Up to when there was a digest."""
        [time] = self._state.db.execute("SELECT digested FROM notifier WHERE name = ?", (self._name,)).fetchone()
        return float(time)

    def digest(self, message: Notification | None, until: float, now: float) -> None:
        """Take its events out and a digest in, where there is anything to say; the next one begins where it ends."""
        with self._state.writing():
            self._state.db.execute("DELETE FROM untold WHERE notifier = ?", (self._name,))
            self._state.db.execute("UPDATE notifier SET digested = ? WHERE name = ?", (until, self._name))
            if message:
                self._put(message, now)

    def next_due(self) -> tuple[float, Notification] | None:
        """The message that is to be sent next, and when."""
        query = "SELECT due, body FROM message WHERE notifier = ? AND due IS NOT NULL ORDER BY due, number LIMIT 1"
        row = self._state.db.execute(query, (self._name,)).fetchone()
        return (float(row[0]), notification.read(row[1])) if row else None

    def sent(self, message: str) -> None:
        """A message is out."""
        with self._state.writing():
            self._state.db.execute("UPDATE message SET due = NULL WHERE id = ?", (message,))
            query = """DELETE FROM message WHERE notifier = ?1 AND due IS NULL AND number <=
                       (SELECT max(number) FROM message WHERE notifier = ?1) - ?2"""
            self._state.db.execute(query, (self._name, KEPT))

    def failures(self, message: str) -> int:
        """How often a message could not be sent."""
        row = self._state.db.execute("SELECT failures FROM message WHERE id = ?", (message,)).fetchone()
        return int(row[0]) if row else 0

    def failed(self, message: str, due: float) -> None:
        """A message could not be sent, and is to be sent later."""
        with self._state.writing():
            query = "UPDATE message SET due = ?, failures = failures + 1 WHERE id = ?"
            self._state.db.execute(query, (due, message))

    def latest(self, most: int) -> list[Notification]:
        """The latest messages, newest first, sent or not."""
        query = "SELECT body FROM message WHERE notifier = ? ORDER BY number DESC LIMIT ?"
        return [notification.read(body) for (body,) in self._state.db.execute(query, (self._name, most))]

    def _put(self, message: Notification, now: float) -> None:
        query = "INSERT OR IGNORE INTO message (id, notifier, body, due, failures) VALUES (?, ?, ?, ?, 0)"
        self._state.db.execute(query, (message.id, self._name, notification.written(message), now))
