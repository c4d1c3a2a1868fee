"""The revisions of an article one after another, each with what changed in it: what `log`, `history`, `blame` tell of.

Each text is read and understood once. A revision whose bytes are no text is passed over, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from revtrack.archive.cache import NOTHING, Kept
from revtrack.errors import InputError
from revtrack.model import Claims, Diff, Revision
from revtrack.shell import operands, output

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource

Taken = tuple[Revision, Diff]
Wanted = Callable[[Claims], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """A revision and its diff to the one before; without a diff, why there is none."""

    revision: Revision
    diff: Diff | None
    reason: str = ""


def of(archive: RevisionSource, revisions: Sequence[Revision], wanted: Wanted | None = None) -> Iterator[Step]:
    """A step for each revision of one article; the first readable one's diff is from an empty text.

    One whose claims are not `wanted` is as if it were not there.
    """
    known = Kept(archive)
    before, old = NOTHING, None
    for revision, data in zip(revisions, archive.read_many(revisions), strict=True):
        try:
            after = known.claims(revision.blob, operands.decoded(revision, data), before)
        except InputError as error:
            yield Step(revision, None, str(error))
            continue
        if wanted and not wanted(after):
            continue
        diff = known.diff(old.blob, revision.blob, before, after) if old else Diff(NOTHING, after, (), ())
        yield Step(revision, replace(diff, old=old, new=revision))
        before, old = after, revision
    known.flush()


def told(archive: RevisionSource, revisions: Sequence[Revision]) -> list[Taken]:
    """The steps of the revisions that are texts; of one that is none the reader is told. Raises InputError."""
    taken: list[Taken] = []
    for step in of(archive, revisions):
        if step.diff:
            taken.append((step.revision, step.diff))
        else:
            output.note(f"revision {step.revision.number} is left out: {step.reason}")
    if not taken:
        raise InputError(f"{revisions[-1].article}: none of its revisions is a text: look at them with `revtrack show`")
    return taken
