"""What reports of an article's history are made of: its revisions read and understood once, and diffs of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from revtrack import changes, claims
from revtrack.commands import operands, output
from revtrack.errors import InputError

if TYPE_CHECKING:
    from revtrack.model import Claims, Diff, Revision
    from revtrack.report.lives import Step
    from revtrack.store import Archive

# Of more revisions than this not every pair is compared: their number grows with the square.
ALL_PAIRS = 12


def steps(
    archive: Archive, revisions: Sequence[Revision], wanted: Callable[[Claims], bool] = lambda claims: True
) -> list[Step]:
    """Some revisions of one article, each compared with the one before of those wanted.

    One that is no text is told and left out.
    """
    from revtrack.report.lives import Step

    found: list[Step] = []
    for revision, data in zip(revisions, archive.read_many(revisions), strict=True):
        try:
            after = claims.of(operands.decoded(revision, data))
        except InputError as error:
            output.note(f"left out: {error}")
            continue
        if not wanted(after):
            continue
        diff = compared(found[-1], Step(revision, after, None)) if found else None
        found.append(Step(revision, after, diff))
    return found


def overall(made: Sequence[Step]) -> Diff | None:
    """The first revision compared with the last, where they are no neighbours."""
    return compared(made[0], made[-1]) if len(made) > 2 else None


def compared(old: Step, new: Step) -> Diff:
    """Two revisions compared, with what is known of both."""
    return replace(changes.between(old.claims, new.claims), old=old.revision, new=new.revision)


def others(made: Sequence[Step]) -> Iterator[tuple[int, int, Diff]]:
    """All other pairs by number, nearest first, of an article with few revisions."""
    if len(made) > ALL_PAIRS:
        return
    pairs = sorted(combinations(range(len(made)), 2), key=lambda pair: (pair[1] - pair[0], pair))
    for old, new in pairs:
        if 1 < new - old < len(made) - 1:
            yield made[old].revision.number, made[new].revision.number, compared(made[old], made[new])
