"""The digest of a period: what changed in each revision published in it, and how that was acknowledged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from revtrack.archive import house_file, resolved_dates, revision_diffs
from revtrack.archive.progress import Progress, quiet
from revtrack.gate import house, line_places, settlements
from revtrack.gate.house import House
from revtrack.model import SEVERITIES, Claims, Severity
from revtrack.model.archive_answers import Unread
from revtrack.model.digests import Acknowledgement, Digest, DigestChange
from revtrack.report import diff_page
from revtrack.versions import desk

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.finding import Settlement
    from revtrack.model import AnyClaim, Change, Diff, Passage, Revision


def of(
    source: RevisionSource,
    period: tuple[str, str],
    articles: Collection[str],
    least: Severity,
    progress: Progress | None = None,
) -> Digest:
    """The digest from the first to the last time of a period, of some articles or (none named) of all."""
    report, rules = progress or quiet, house_file.of(source)
    by_article = [own for own in source.by_article() if not articles or own[0].article in articles]
    above = desk.shared_folders([own[-1].article for own in by_article])
    revised = [part for part in (_within(own, *period) for own in by_article) if part]
    changes: list[DigestChange] = []
    left_out: list[Unread] = []
    revisions = minor = 0
    for done, part in enumerate(revised):
        report("Reading articles", done, len(revised))
        for one in revision_diffs.of(source, part):
            if one.diff is None:
                left_out.append(Unread(one.revision, one.reason))
            elif one.diff.old and one.revision.time >= period[0]:
                revisions += 1
                found = list(_changes(resolved_dates.dated_diff(one.diff), one.revision, rules, above))
                serious = [one for one in found if SEVERITIES.index(one.severity) <= SEVERITIES.index(least)]
                minor += len(found) - len(serious)
                changes += serious
    report("Reading articles", len(revised), len(revised))
    changes.sort(key=lambda one: (SEVERITIES.index(one.severity), one.time, one.article, one.change))
    return Digest(*period, len(revised), revisions, tuple(changes), minor, tuple(left_out))


def _within(revisions: Sequence[Revision], start: str, end: str) -> Sequence[Revision]:
    """The revisions of one article in a period after the one before them; empty where none was revised in it."""
    first = bisect_left(revisions, start, key=lambda one: one.time)
    behind = bisect_right(revisions, end, key=lambda one: one.time)
    part = revisions[max(0, first - 1) : behind]
    return part if first < behind and len(part) > 1 else ()


def _changes(diff: Diff, new: Revision, rules: House, above: int) -> Iterator[DigestChange]:
    """The changes of a revision whose predecessor readers could see."""
    if not house.is_published(rules, diff.before.text, "", new.time).holds:
        return
    headline, own_desk = diff_page.title(diff.after), desk.of(diff.after, new, above)
    settled = settlements.of(diff, new.note)
    for number, (change, settlement) in enumerate(zip(diff.changes, settled, strict=True), 1):
        yield DigestChange(
            article=new.article,
            headline=headline,
            desk=own_desk,
            by=new.by,
            old=diff.old.number if diff.old else 0,
            new=new.number,
            time=new.time,
            change=number,
            kind=change.kind,
            labels=change.labels,
            severity=change.severity,
            message=change.message,
            before=_words(diff.before, change.old),
            after=_words(diff.after, change.new),
            acknowledgement=_acknowledgement(change, settlement),
            reason=settlement.reason if settlement else "",
        )


def _acknowledgement(change: Change, settlement: Settlement | None) -> Acknowledgement:
    if settlement:
        return settlement.by
    return "update" if change.update else "silent"


def _words(claims: Claims, claim: AnyClaim | Passage | None) -> str | None:
    if claim is None:
        return None
    return " ".join(line_places.wording(claims, claim.span, claim.sentence).split())
