"""A notification: what became of one story, the three gravest things first, and where to read on.

    Ferry runs aground off Orrin
    - people hurt: at least 12 -> at least 21 (+75%); in no notice
    https://watch.paper.example/a/news.example__ferry/r1-2.html

The leads are those of the page of the diff. Everything in it is text of somebody else's page: each channel escapes it
in its own way.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from revtrack.archive.archive import Archive
from revtrack.articles import times
from revtrack.errors import InputError, UnknownError
from revtrack.ledger.search_words import speakers
from revtrack.model import SEVERITIES, Change, Diff, Revision
from revtrack.report import diff_page, leads, site_pages
from revtrack.report.leads import Lead
from revtrack.versions import phrases
from revtrack.watch.notifiers import Notifier
from revtrack.watch.targets import WatchEvent

SCHEMA = "revtrack.notification/1"
_HAPPENED = {
    "new": "is new",
    "revised": "was changed",
    "aside": "could not be read",
    "gone": "was taken down",
    "back": "is there again",
    "moved": "has moved",
    "duplicate": "is at two addresses",
    "forbidden": "may not be fetched",
    "failing": "gives no answer",
}


class GraveThing(NamedTuple):
    """One of the gravest things: a line for a person, and how serious it is."""

    severity: str
    text: str


class Notification(NamedTuple):
    """What one message says; `id` is the same however often it is sent, times are ISO 8601 in UTC.

    `old` and `new` are the commits that were compared, `versions` says it for people, `more` counts the changes that
    were asked for beyond `things`. A digest has its text in `detail` and its page in `html`.
    """

    id: str
    time: str
    kind: str
    article: str
    headline: str
    happened: str
    url: str
    link: str
    things: tuple[GraveThing, ...] = ()
    more: int = 0
    verdict: str = ""
    detail: str = ""
    versions: str = ""
    old: str = ""
    new: str = ""
    html: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As webhooks and commands get it."""
        said = self._asdict() | {"things": [thing._asdict() for thing in self.things]}
        del said["html"]
        return {"schema": SCHEMA, **said}


def written(one: Notification) -> str:
    """A notification as it is kept until it is sent."""
    return json.dumps(one)


def read(text: str) -> Notification:
    """A notification as it was kept."""
    found = Notification(*json.loads(text))
    return found._replace(things=tuple(GraveThing(*thing) for thing in found.things))


def of(
    archive: Archive, notifier: Notifier, events: Sequence[WatchEvent], now: float, base_url: str = ""
) -> Notification | None:
    """What is to be told of events of one story, the oldest first; None where nothing of it was asked for."""
    last = events[-1]
    digest = hashlib.sha256(f"{notifier.name} {[tuple(one[:5]) for one in events]}".encode("utf-8", "replace"))
    plain = Notification(
        digest.hexdigest()[:32],
        times.of_seconds(int(now)),
        last.kind,
        last.article,
        last.article or last.url,
        _HAPPENED[last.kind],
        last.url,
        last.url,
        detail=last.detail,
    )
    others = [one for one in events if one.kind not in ("new", "revised")]
    found = _of_changes(archive, notifier, events, plain, base_url)
    if found:
        return found
    return _of_event(archive, notifier, plain, base_url) if others or last.kind == "new" else None


def _of_changes(
    archive: Archive, notifier: Notifier, events: Sequence[WatchEvent], plain: Notification, base_url: str
) -> Notification | None:
    """What is told of the revisions among the events."""
    commits = [one.revision for one in events if one.kind == "revised" and one.revision]
    try:
        revisions = archive.source.revisions(archive.source.find_article(plain.article)) if commits else []
    except UnknownError:
        return None  # taken back meanwhile
    places = [place for place, one in enumerate(revisions) if one.commit in commits and place > 0]
    if not places:
        return None
    # What was changed and changed back within the hour is found one step at a time.
    pairs = [(min(places) - 1, max(places)), *((place - 1, place) for place in reversed(places))]
    for old, new in dict.fromkeys(pairs):
        try:
            diff = archive.diff(revisions[old].article, revisions[old].number, revisions[new].number)
        except InputError:
            continue  # not a text
        asked = [index for index, change in enumerate(diff.changes) if is_asked_for(change, notifier)]
        if asked:
            since = revisions[max(places)].number if new != max(places) else 0
            return _told(plain, diff, asked, (revisions[old], revisions[new]), since, base_url)
    return None


def _told(
    plain: Notification, diff: Diff, asked: list[int], pair: tuple[Revision, Revision], since: int, base_url: str
) -> Notification:
    page = diff_page.of(diff, asked)
    told = [GraveThing(lead.severity, _line(lead)) for lead in page.leads]
    rows = (*page.rows, *page.reworded)
    told = told or [GraveThing(row.severity, row.message) for row in rows[: leads.MOST]]
    old, new = pair
    versions = f"version {old.number} -> {new.number}"
    page_name = f"r{old.number}-{new.number}.html" if new.number == old.number + 1 else "index.html"
    return plain._replace(
        headline=page.title,
        things=tuple(told),
        more=len(asked) - len(told),
        verdict=page.verdict.text,
        versions=f"{versions}; now at version {since}" if since else versions,
        old=old.commit,
        new=new.commit,
        link=_link(base_url, plain.article, page_name) or plain.url,
    )


def _of_event(archive: Archive, notifier: Notifier, plain: Notification, base_url: str) -> Notification | None:
    """What is told of a story as a whole: it is new, gone, moved; words are then looked for in its last text."""
    headline, text = plain.headline, f"{plain.headline} {plain.detail}"
    if plain.article:
        try:
            text = archive.text(plain.article)
            headline = archive.headlines([plain.article]).get(plain.article, headline)
        except (InputError, UnknownError):
            pass  # a file that is not a text, or an article whose first revision was taken back
    wanted = (*notifier.words, *notifier.speakers)
    if wanted and not _holds(text, wanted):
        return None
    return plain._replace(headline=headline, link=_link(base_url, plain.article, "index.html") or plain.url)


def is_asked_for(change: Change, notifier: Notifier) -> bool:
    """Whether a notifier is to tell of a change."""
    return (
        SEVERITIES.index(change.severity) <= SEVERITIES.index(notifier.severity)
        and (not notifier.kinds or change.kind in notifier.kinds)
        and (notifier.acknowledged is None or change.acknowledged == notifier.acknowledged)
        and (not notifier.words or _holds(" ".join(_words(change)), notifier.words))
        and (not notifier.speakers or _holds(" | ".join(speakers(change.to_dict())), notifier.speakers))
    )


def _words(change: Change) -> Iterator[str]:
    yield change.message
    for side in (change.old, change.new):
        if side is not None:
            yield side.text
    yield from speakers(change.to_dict())


def _holds(text: str, wanted: Sequence[str]) -> bool:
    """Whether a text has any of some words or phrases, whatever their case; one that ends with * is a beginning."""
    for one in wanted:
        end = "" if one.endswith("*") else r"(?!\w)"
        words = r"\s+".join(map(re.escape, one.rstrip("*").split()))
        if words and re.search(rf"(?<!\w){words}{end}", text, re.IGNORECASE):
            return True
    return False


def _line(lead: Lead) -> str:
    """A lead in one line of plain text."""
    step = " -> ".join(filter(None, ("".join(run.text for run in side) for side in (lead.old, lead.new))))
    told = ": ".join(filter(None, (lead.subject, step)))
    remark = f" {lead.remark}" if lead.remark else ""
    return "; ".join(filter(None, (f"{told}{remark}", lead.second, lead.standing)))


def _link(base_url: str, article: str, page: str) -> str:
    """The address of a page of the site, empty where nothing is known of a site."""
    if not base_url or not article:
        return ""
    return f"{base_url.rstrip('/')}/a/{quote(site_pages.folder(article))}/{page}"


def more(one: Notification) -> str:
    """How many changes are not told, empty where all are."""
    return f"{phrases.count(one.more, 'other change')} not shown" if one.more > 0 else ""
