"""The revisions of an article one after another, each with what changed in it: the walk of `log`, `history`, `blame`.

Each text is read once. A revision whose bytes are not a text is passed over, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from revtrack.archive.cache import NOTHING, ReadingCache
from revtrack.errors import InputError
from revtrack.model import Claims, Diff, Revision

if TYPE_CHECKING:
    from revtrack.archive.progress import Progress
    from revtrack.archive.source import RevisionFiles, RevisionSource
    from revtrack.model.archive_answers import Unread

Compared = tuple[Revision, Diff]


@dataclass(frozen=True, slots=True)
class RevisionDiff:
    """A revision and its diff to the one before; without a diff, why there is none."""

    revision: Revision
    diff: Diff | None
    reason: str = ""


def of(
    source: RevisionFiles, revisions: Sequence[Revision], wanted: Callable[[Claims], bool] | None = None
) -> Iterator[RevisionDiff]:
    """Each revision of one article with its diff; that of the first readable one is from an empty text.

    A revision whose claims are not `wanted` is left out, as if it did not exist.
    """
    cache = ReadingCache(source)
    before, old = NOTHING, None
    try:
        for revision, data in zip(revisions, source.read_many(revisions), strict=True):
            try:
                after = cache.claims(revision, data, before)
            except InputError as error:
                yield RevisionDiff(revision, None, str(error))
                continue
            if wanted and not wanted(after):
                continue
            diff = cache.diff(old, revision, before, after) if old else Diff(NOTHING, after, (), ())
            yield RevisionDiff(revision, replace(diff, old=old, new=revision))
            before, old = after, revision
    finally:
        cache.flush()  # also what was read before somebody stopped it


def compared(
    source: RevisionSource, revisions: Sequence[Revision], progress: Progress | None = None
) -> tuple[list[Compared], tuple[Unread, ...]]:
    """The revisions that are texts with their diffs, and those that are not; raises InputError where none is."""
    from revtrack.archive.progress import told
    from revtrack.model.archive_answers import Unread

    found: list[Compared] = []
    unread: list[Unread] = []
    for one in told(progress, "Reading revisions", of(source, revisions), len(revisions)):
        if one.diff:
            found.append((one.revision, one.diff))
        else:
            unread.append(Unread(one.revision, one.reason))
    if not found:
        raise InputError(
            f"{revisions[-1].article}: none of its revisions is a text: inspect them with `revtrack show --bytes`"
        )
    return found, tuple(unread)


def between(source: RevisionSource, old: Revision, new: Revision) -> Diff:
    """What changed between two revisions; raises InputError where one is not a text."""
    cache = ReadingCache(source)
    files = source.read_many((old, new))
    before = cache.claims(old, next(files))
    after = cache.claims(new, next(files), before)
    diff = cache.diff(old, new, before, after)
    cache.flush()
    return replace(diff, old=old, new=new)


def text(source: RevisionSource, revision: Revision) -> str:
    """The text of a revision; raises InputError where it has none."""
    cache = ReadingCache(source)
    found = cache.text(revision, source.read(revision))
    cache.flush()
    return found


def claims(source: RevisionSource, revision: Revision) -> Claims:
    """What a revision claims; raises InputError where it is not a text."""
    cache = ReadingCache(source)
    found = cache.claims(revision, source.read(revision))
    cache.flush()
    return found
