"""The log: revisions by time, each with its changes since the one before, counted and in one line.

Entries come one by one, each as soon as its two texts are compared, so that a log of a whole archive begins at once. A
diff that was kept needs no claims read. A revision whose bytes are not a text is listed too, with the reason in place
of its changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from revtrack.archive.cache import ReadingCache
from revtrack.errors import InputError
from revtrack.model import Claims, Diff, Revision
from revtrack.model.archive_answers import LogEntry
from revtrack.versions import phrases

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource

AT_HAND = 100  # articles whose last revision is kept in memory; of the others it is asked for again


def entries(
    source: RevisionSource, revisions: Sequence[Revision], start: str = "", end: str = ""
) -> Iterator[LogEntry]:
    """An entry for each revision published from `start` to `end`, in the order given."""
    before = {one.article: one for one in revisions if one.time < start}
    listed = [one for one in revisions if one.time >= start and (not end or one.time <= end)]
    asked: list[Revision] = []
    for one in listed:
        asked += [older, one] if (older := before.pop(one.article, None)) else [one]
    log = _Log(source)
    try:
        for one, data in zip(asked, source.read_many(asked), strict=True):
            entry = log.entry(one, data)
            if one.time >= start:
                yield entry
    finally:
        log.cache.flush()


class _Log:
    """The entries of revisions that come by time, those of many articles mixed."""

    def __init__(self, source: RevisionSource) -> None:
        self.source, self.cache = source, ReadingCache(source)
        self._before: dict[str, Revision] = {}
        self._at_hand: dict[str, tuple[bytes, Claims | None]] = {}  # of what is before

    def entry(self, revision: Revision, data: bytes) -> LogEntry:
        """What changed in a revision since the last readable one of its article."""
        old = self._before.get(revision.article)
        try:
            self.cache.text(revision, data)
            diff, after = self._compared(old, revision, data) if old else (None, None)
        except InputError as error:
            return LogEntry(revision, {}, f"not compared: {error}")
        self._before[revision.article] = revision
        self._at_hand.pop(revision.article, None)
        self._at_hand[revision.article] = data, after
        if len(self._at_hand) > AT_HAND:
            del self._at_hand[next(iter(self._at_hand))]  # of the article that was not revised for longest
        if diff is None:
            return LogEntry(revision, {}, self._alone(revision))
        return LogEntry(revision, diff.summary, _line(diff))

    def _alone(self, revision: Revision) -> str:
        """Why a revision is compared with none."""
        if revision.number > 1:
            return "nothing before it to compare with"
        if revision.commit in self.source.cut_off():
            return "first version here: earlier ones are not in this shallow clone (`git fetch --unshallow`)"
        return "first version"

    def _compared(self, old: Revision, new: Revision, data: bytes) -> tuple[Diff, Claims | None]:
        """What changed, and the claims of the new revision if they had to be read for it."""
        known = self.cache.known_diff(old, new)
        if known:
            return known, None
        older, before = self._at_hand.get(old.article, (None, None))
        before = before or self.cache.claims(old, self.source.read(old) if older is None else older)
        after = self.cache.claims(new, data, before)
        return self.cache.diff(old, new, before, after), after


def _line(diff: Diff) -> str:
    """The most serious change, and how many more there are."""
    if not diff.changes:
        return "no claim changed"
    more = len(diff.changes) - 1
    return diff.changes[0].message + (f" (and {phrases.count(more, 'more change')})" if more else "")
