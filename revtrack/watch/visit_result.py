"""What follows from an answer: what is known of the target now, what happened, what is kept, what is to be followed.

Nothing is asked and nothing is written here; the run does both, all of one result at once.
"""

from __future__ import annotations

from typing import NamedTuple

from revtrack.articles import times
from revtrack.watch import feeds, schedule
from revtrack.watch.follows import DAY
from revtrack.watch.targets import EventKind, NewRevision, Target, WatchEvent
from revtrack.watch.watchlist import Watchlist
from revtrack.watch.wire_answer import NoAnswer, WireAnswer

GONE = (404, 410, 451)
BUSY = (408, 425, 429)
_WALLS = {401: "asks for a password", 402: "asks for payment", 403: "refuses to be read", 407: "asks for a password"}
_MISSING = "missing"  # the status of what was not found once: a server under repair says 404 too
LONGEST_TRIED = 31 * DAY  # how long an article that gives no answer is asked
_TOLD = 3  # failures in a row, after which it is an event


class VisitResult(NamedTuple):
    """The target as it stands now, and what comes of it."""

    target: Target
    events: tuple[WatchEvent, ...] = ()
    revision: NewRevision | None = None
    articles: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


class Look(NamedTuple):
    """One look at a target: the last answer of it, when it came, and the watchlist it is looked at for.

    `moved` says that its address has another one for good; `record` is the id under which the raw answer is kept.
    """

    target: Target
    answer: WireAnswer
    now: float
    plan: Watchlist
    moved: bool = False
    record: str = ""


def of_status(look: Look) -> VisitResult | None:
    """What follows from a status alone; None for a page that has to be read."""
    target, answer, now = look.target, look.answer, look.now
    if answer.status in BUSY or answer.status >= 500:
        wanted = schedule.asked_for(answer.headers.get("retry-after", ""), now)
        return failed(target, f"answers with status {answer.status}", now, wanted)
    if answer.status == 304:
        events = (event("back", target, now),) if target.status == "gone" else ()
        return VisitResult(looked(target._replace(status=""), look), events)
    if answer.status in GONE:
        return gone(look, f"answers with status {answer.status}", sure=answer.status != 404)
    if answer.status != 200:
        return aside(look, f"{_WALLS.get(answer.status, 'gives no page')} (status {answer.status})")
    return None


def of_failure(target: Target, failure: NoAnswer, now: float) -> VisitResult:
    """What follows where there was no answer."""
    return forbidden(target, failure.reason, now) if failure.final else failed(target, failure.reason, now)


def of_feed(look: Look) -> VisitResult:
    """What a feed or a sitemap names."""
    target, answer = look.target, look.answer
    if answer.digest == target.digest and not look.moved:
        return VisitResult(looked(remembered(target, answer), look))
    found = feeds.read(answer.body, answer.url)
    if isinstance(found, str):
        return failed(target, found, look.now)
    if look.moved:
        target = target._replace(url=answer.url)
    return VisitResult(looked(remembered(target, answer), look), articles=found.articles, sitemaps=found.sitemaps)


def looked(target: Target, look: Look) -> Target:
    """The target after a look that was answered well, with the time of the next."""
    if target.kind == "article":
        due = schedule.next_look(target.found, look.now, look.plan.looks)
    else:
        due = schedule.next_round(target.due if target.due is not None else look.now, look.now, target.every)
    return target._replace(due=due, looked=look.now, failures=0)


def remembered(target: Target, answer: WireAnswer) -> Target:
    """The target with what the next request can ask by: "only if it is not this any more"."""
    etag, modified = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
    return target._replace(etag=etag[:500], modified=modified[:100], digest=answer.digest)


def aside(look: Look, reason: str) -> VisitResult:
    """What was fetched is not kept; it is an event once, however often it comes again."""
    target = look.target
    events = () if target.status == reason else (event("aside", target, look.now, reason),)
    return VisitResult(looked(target._replace(status=reason), look), events)


def gone(look: Look, reason: str, *, sure: bool) -> VisitResult:
    """An article was taken down; what may be a fault of the server is looked at once more before it is told."""
    target, now = look.target, look.now
    if target.reading is None:
        return aside(look, reason)
    if target.status == "gone":
        return VisitResult(looked(target, look))
    if not sure and target.status != _MISSING:
        again = looked(target._replace(status=_MISSING), look)
        return VisitResult(again._replace(due=now + schedule.FIRST_PAUSE))
    return VisitResult(looked(target._replace(status="gone"), look), (event("gone", target, now, reason),))


def failed(target: Target, reason: str, now: float, wanted: float | None = None) -> VisitResult:
    """There is nothing to read this time; it is tried again later, after the peace that was asked for."""
    failures = target.failures + 1
    pause = max(wanted or 0.0, schedule.put_off(failures, target.url))
    events = (event("failing", target, now, reason),) if failures == _TOLD else ()
    is_over = target.kind == "article" and now - target.found > LONGEST_TRIED
    return VisitResult(target._replace(due=None if is_over else now + pause, failures=failures), events)


def forbidden(target: Target, reason: str, now: float) -> VisitResult:
    """An address may not be asked: by robots.txt, or since it is private. It is thought of again in a day."""
    said = f"forbidden: {reason}"
    events = () if target.status == said else (event("forbidden", target, now, reason),)
    return VisitResult(target._replace(due=now + schedule.LONGEST_PAUSE, status=said), events)


def event(
    kind: EventKind, target: Target, now: float, detail: str = "", facts: tuple[tuple[str, str], ...] = ()
) -> WatchEvent:
    """Something that happened to a target; it gets its number when it is written down."""
    return WatchEvent(0, times.of_seconds(int(now)), kind, target.url, target.article, detail, facts=facts)
