"""A sample of a notification: of the last story that was changed, or of an invented one."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.archive.archive import Archive
from revtrack.articles import times
from revtrack.watch import digest_mail, notification
from revtrack.watch.notification import GraveThing, Notification
from revtrack.watch.notifiers import Notifier
from revtrack.watch.targets import WatchEvent
from revtrack.watch.watchlist import Watchlist

_THINGS = (
    GraveThing("high", "People hurt: at least 12 -> at least 21 (+75%); in no notice"),
    GraveThing("medium", "no longer attributed to harbour master Ada Lind: a rope broke"),
)


def of(archive: Archive, notifier: Notifier, plan: Watchlist, now: float, events: Sequence[WatchEvent]) -> Notification:
    """The sample that is sent; its id is that of no other message."""
    found = None
    if notifier.digest:
        found = digest_mail.of(archive, notifier, events[-20:], (now - notifier.digest, now), now, plan.base_url)
    elif events:
        found = notification.of(archive, notifier, events[-1:], now, plan.base_url)
    moment = times.of_seconds(int(now))
    found = found or Notification(
        "",
        moment,
        "revised",
        "sample",
        "A sample: ferry runs aground off Orrin",
        "was changed",
        "https://news.example/ferry",
        plan.base_url or "https://news.example/ferry",
        _THINGS,
        verdict="2 serious changes are in no notice: 1, 2",
        versions="version 1 -> 2",
    )
    return found._replace(id=f"sample-{moment}".lower().translate(str.maketrans("", "", ":")))
