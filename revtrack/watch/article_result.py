"""What follows from a page: a first revision, the next one, or nothing, since a capture is not an edit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from revtrack.articles import times
from revtrack.intake import pages
from revtrack.store import naming
from revtrack.watch import copy_verdict, page_reading, schedule, visit_result
from revtrack.watch.copy_verdict import CopyVerdict
from revtrack.watch.page_reading import NoReading, PageReading
from revtrack.watch.targets import NewRevision, Target
from revtrack.watch.visit_result import Look, VisitResult, event
from revtrack.watch.wire_answer import facts

EARLIEST = "1995-01-01T00:00:00Z"  # a page that says it was published before is wrong
_SHORT = 16  # characters of a digest by which a text is known again
Owner = Callable[[str, str], str]
"""Gives the address of the other target that has an address, or a text, already; empty where it is new."""


def of(
    look: Look, owner: Owner, name: str = "", is_elsewhere: Callable[[str], bool] = copy_verdict.nowhere
) -> VisitResult:
    """What follows from a page; `name` is what the watchlist calls its article, `is_elsewhere` knows the headlines of
    other articles of its host."""
    target, answer = look.target, look.answer
    if answer.digest == target.digest and target.reading and not target.status and not look.moved:
        return VisitResult(visit_result.looked(visit_result.remembered(target, answer), look))
    found = page_reading.read(answer)
    if target.kind == "article" and pages.is_front(answer.url):
        return visit_result.gone(look, "leads to the front page", sure=True)
    if isinstance(found, NoReading):
        return visit_result.aside(look, found.reason)
    story = naming.normalised(found.address)
    known = owner(story, text_digest(found.text)) if target.kind == "article" and story != target.story else ""
    if known:
        done = target._replace(due=None, status="duplicate", failures=0, looked=look.now)
        return VisitResult(done, (event("duplicate", target, look.now, f"is the article at {known}"),))
    return _article(look._replace(target=_named(target, found, name)), found, is_elsewhere)


def _article(look: Look, found: PageReading, is_elsewhere: Callable[[str], bool]) -> VisitResult:
    """A page that shows an article of its own."""
    target, now, old = look.target, look.now, look.target.reading
    digest = text_digest(found.text)
    if old is None and not found.is_whole and digest != target.doubt:
        # Cut off, or a site that never writes </html>: another look tells, and nobody need be told of the first.
        again = visit_result.looked(target._replace(doubt=digest, doubt_since=now), look)
        return VisitResult(again._replace(due=now + schedule.FIRST_PAUSE))
    if old:
        old = page_reading.again(old, target.page, target.url)
    verdict = copy_verdict.judge(old, found, is_elsewhere) if old else copy_verdict.EDIT
    if verdict.kind == "edit" and copy_verdict.alternates(target.variants.split(), digest[:_SHORT]):
        verdict = copy_verdict.ALTERNATES
    force = False
    if verdict.kind == "aside":
        force = verdict.in_doubt and digest == target.doubt and now - target.doubt_since >= schedule.DOUBT
        if not force:
            return visit_result.aside(
                look._replace(target=_doubted(target, verdict.in_doubt, digest, now)), verdict.reason
            )
    events = [event("back", target, now)] if target.status == "gone" else []
    if look.moved and naming.normalised(look.answer.url) != naming.normalised(target.url):
        events.append(event("moved", target, now, f"is now at {look.answer.url}"))
    if verdict.kind == "template":
        events.append(event("aside", target, now, verdict.reason))
    revision = None
    if force or verdict.kind == "edit":
        revision = _revision(look, found, force)
        target = target._replace(variants=" ".join((*target.variants.split()[-2:], digest[:_SHORT])))
        events.append(event("revised" if old else "new", target, now, facts=revision.facts))
    target = visit_result.remembered(target, look.answer)._replace(
        url=look.answer.url if look.moved else target.url,
        status=_standing(target, verdict),
        reading=found,
        doubt="",
        doubt_since=0.0,
    )
    target = visit_result.looked(target, look)
    page = page_reading.kept(look.answer) if target.due is not None else b""
    return VisitResult(target._replace(page=page), tuple(events), revision)


def _standing(target: Target, verdict: CopyVerdict) -> str:
    """What stood in an article's place: nothing, unless it shows two texts in turn, of which this one is known."""
    alternating = copy_verdict.ALTERNATES.reason
    return alternating if verdict.kind == "same" and target.status == alternating else ""


def published(claimed: str, before: float, now: float) -> str:
    """When a text was published: the time its page states where that can be, else when it was fetched.

    An edit lies between two looks at a page, so a time outside of these is not its own.
    """
    fetched = times.of_seconds(int(now))
    earliest = times.of_seconds(int(before)) if before else EARLIEST
    return claimed if earliest < claimed <= fetched else fetched


def text_digest(text: str) -> str:
    """What a text is known by, whatever of it is typography, time or counter."""
    return hashlib.sha256("\n".join(copy_verdict.lines(text)).encode("utf-8", "replace")).hexdigest()


def _named(target: Target, found: PageReading, name: str) -> Target:
    """The target with its place in the archive, which stays the one it was found under."""
    article = target.article or (naming.of_name(name) if name else naming.of_address(found.address))
    return target._replace(article=article, story=target.story or naming.normalised(found.address))


def _doubted(target: Target, in_doubt: bool, digest: str, now: float) -> Target:
    if in_doubt and digest == target.doubt:
        return target
    return target._replace(doubt=digest if in_doubt else "", doubt_since=now if in_doubt else 0.0)


def _revision(look: Look, found: PageReading, force: bool) -> NewRevision:
    return NewRevision(
        look.target.article,
        found.text,
        published(found.claimed, look.target.looked, look.now),
        times.of_seconds(int(look.now)),
        found.by,
        found.address,
        facts(look.answer, found.claimed, look.record),
        force,
    )
