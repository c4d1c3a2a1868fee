"""A digest as a notification: what `revtrack digest` prints of what was found in a period, as text and as a page.

A version counts for the period in which it was found, whatever time its page states: so that each is in one digest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from revtrack.archive.archive import Archive
from revtrack.articles import times
from revtrack.errors import UnknownError
from revtrack.model import Revision
from revtrack.report import digest_formats, digest_page
from revtrack.watch.notification import Notification
from revtrack.watch.notifiers import Notifier
from revtrack.watch.targets import WatchEvent


def of(
    archive: Archive,
    notifier: Notifier,
    events: Sequence[WatchEvent],
    period: tuple[float, float],
    now: float,
    base_url: str,
) -> Notification | None:
    """The digest of the events of a period; None where nothing in it was asked for."""
    found = [one for event in events if event.kind == "revised" and (one := _revision(archive, event))]
    if not found:
        return None
    since, until = (times.of_seconds(int(time)) for time in period)
    names = sorted({one.article for one in found})
    first, last = min(one.time for one in found), max(one.time for one in found)
    digest = archive.digest(since=first, until=last, articles=names, min_severity=notifier.severity)
    wanted = {(one.article, one.number) for one in found}
    changes = tuple(change for change in digest.changes if (change.article, change.new) in wanted)
    if not changes:
        return None
    digest = replace(
        digest, since=since, until=until, articles=len(names), revisions=len(wanted), changes=changes, minor=0
    )
    page = digest_page.of(digest)
    return Notification(
        f"digest-{notifier.name}-{since}-{until}".translate(str.maketrans("", "", ": ")),
        times.of_seconds(int(now)),
        "digest",
        "",
        page.title,
        "",
        base_url,
        base_url,
        detail=digest_formats.text(digest),
        html=digest_formats.html(digest),
    )


def _revision(archive: Archive, event: WatchEvent) -> Revision | None:
    """The revision of an event, None where it was taken back."""
    try:
        return archive.revision(event.article, event.revision)
    except UnknownError:
        return None
