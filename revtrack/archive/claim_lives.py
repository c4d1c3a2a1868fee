"""The life of each claim of an article, and the revision that each claim of a version comes from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from revtrack import history
from revtrack.archive import kept_histories
from revtrack.errors import InputError
from revtrack.model.archive_answers import Blame, History, Unread

if TYPE_CHECKING:
    from revtrack.archive.progress import Progress
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Kind, Revision
    from revtrack.model.lives import Life


def lives(
    source: RevisionSource, article: str, kinds: Collection[Kind], match: str, progress: Progress | None = None
) -> History:
    """The history of an article, of the claims of some kinds (or all) that have all the words of `match`."""
    revisions = source.revisions(article)
    all_lives, reasons = _all_lives(source, revisions, progress)
    words = match.casefold().split()
    found = tuple(life for life in all_lives if _fits(life, kinds, words))
    read = tuple(one for one in revisions if one.number not in reasons)
    left_out = tuple(Unread(one, reasons[one.number]) for one in revisions if one.number in reasons)
    return History(read[-1].article, read, found, left_out)


def _all_lives(
    source: RevisionSource, revisions: Sequence[Revision], progress: Progress | None
) -> tuple[Sequence[Life], dict[int, str]]:
    """The lives of all claims, and why which revisions are left out, by number."""
    kept = kept_histories.of(source, revisions)
    if kept:
        return kept.lives, dict(kept.left_out)
    from revtrack.archive import revision_diffs

    compared, unread = revision_diffs.compared(source, revisions, progress)
    found = history.lives(compared)
    reasons = {one.revision.number: one.reason for one in unread}
    kept_histories.keep(source, revisions, found, list(reasons.items()))
    return found, reasons


def blame(source: RevisionSource, revision: Revision, kinds: Collection[Kind]) -> Blame:
    """The origin of each claim of a revision; raises InputError where it is not a text."""
    from revtrack.archive import revision_diffs

    earlier = [one for one in source.revisions(revision.article) if one.number < revision.number]
    compared, left_out = revision_diffs.compared(source, [*earlier, revision])
    if compared[-1][0] != revision:
        raise InputError(f"{revision.article}@{revision.number}: is not a text: name another revision")
    origins = tuple(one for one in history.blame(compared) if not kinds or one.life.kind in kinds)
    return Blame(revision, origins, left_out)


def _fits(life: Life, kinds: Collection[Kind], words: list[str]) -> bool:
    said = " ".join([life.subject, *(value for stage in life.stages for value in stage.values)]).casefold()
    return (not kinds or life.kind in kinds) and all(word in said for word in words)
