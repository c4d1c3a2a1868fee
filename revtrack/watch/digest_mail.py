"""The digest of a period as a notification: what `revtrack digest` prints, as text and as the page beside it."""

from __future__ import annotations

from revtrack.archive.archive import Archive
from revtrack.articles import times
from revtrack.report import digest_formats, digest_page
from revtrack.watch.notification import Notification
from revtrack.watch.notifiers import Notifier


def of(
    archive: Archive, notifier: Notifier, since: float, until: float, now: float, base_url: str
) -> Notification | None:
    """The digest between two times; None where nothing happened that was asked for."""
    start, end = times.of_seconds(int(since)), times.of_seconds(int(until) - 1)
    digest = archive.digest(since=start, until=end, min_severity=notifier.severity)
    if not digest.changes:
        return None
    page = digest_page.of(digest)
    return Notification(
        f"digest-{notifier.name}-{start}-{end}".translate(str.maketrans("", "", ":- ")),
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
