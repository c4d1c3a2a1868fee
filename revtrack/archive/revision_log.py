"""The log: revisions by time, each with its changes since the one before, counted and in one line.

A revision whose bytes are not a text is listed too, with the reason in place of its changes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from revtrack.archive import revision_diffs
from revtrack.model.archive_answers import LogEntry
from revtrack.versions import phrases

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Diff, Revision


def entries(
    source: RevisionSource, revisions: Sequence[Revision], start: str = "", end: str = ""
) -> Iterator[LogEntry]:
    """An entry for each revision published from `start` to `end`, in the order given."""
    by_article: dict[str, list[Revision]] = {}
    for revision in revisions:
        by_article.setdefault(revision.article, []).append(revision)
    found: dict[Revision, LogEntry] = {}
    for own in by_article.values():
        first = bisect_left(own, start, key=lambda one: one.time)
        behind = bisect_right(own, end, key=lambda one: one.time) if end else len(own)
        if first < behind:
            found |= {entry.revision: entry for entry in _compared(source, own[max(0, first - 1) : behind])}
    return (found[one] for one in revisions if one.time >= start and (not end or one.time <= end))


def _compared(source: RevisionSource, revisions: Sequence[Revision]) -> Iterator[LogEntry]:
    """The entries of one article."""
    for one in revision_diffs.of(source, revisions):
        if one.diff is None:
            yield LogEntry(one.revision, {}, f"not compared: {one.reason}")
        elif one.diff.old is None:
            first = one.revision.number == 1
            yield LogEntry(one.revision, {}, "first version" if first else "nothing before it to compare with")
        else:
            yield LogEntry(one.revision, one.diff.summary, _line(one.diff))


def _line(diff: Diff) -> str:
    """The most serious change, and how many more there are."""
    if not diff.changes:
        return "no claim changed"
    more = len(diff.changes) - 1
    return diff.changes[0].message + (f" (and {phrases.count(more, 'more change')})" if more else "")
