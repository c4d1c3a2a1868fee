"""What reports of an article's history are made of: its revisions read and understood once, and diffs of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from revtrack import changes, claims
from revtrack.commands import operands, output
from revtrack.errors import InputError

if TYPE_CHECKING:
    from revtrack.model import Diff, Revision
    from revtrack.report.lives import Step
    from revtrack.store import Archive

# Of more revisions than this not every pair is compared: their number grows with the square.
ALL_PAIRS = 12


def steps(archive: Archive, revisions: Sequence[Revision]) -> list[Step]:
    """Some revisions of one article, each compared with the one before; one that is no text is told and left out."""
    from revtrack.report.lives import Step

    found: list[Step] = []
    for revision, data in zip(revisions, archive.read_many(revisions), strict=True):
        try:
            after = claims.of(operands.decoded(revision, data))
        except InputError as error:
            output.note(f"left out: {error}")
            continue
        diff = changes.between(found[-1].claims, after) if found else None
        found.append(Step(revision, after, diff))
    return found


def overall(made: Sequence[Step]) -> Diff | None:
    """The first revision compared with the last, where they are no neighbours."""
    return changes.between(made[0].claims, made[-1].claims) if len(made) > 2 else None


def others(made: Sequence[Step]) -> Iterator[tuple[int, int, Diff]]:
    """All other pairs by number, nearest first, of an article with few revisions."""
    if len(made) > ALL_PAIRS:
        return
    pairs = sorted(combinations(range(len(made)), 2), key=lambda pair: (pair[1] - pair[0], pair))
    for old, new in pairs:
        if 1 < new - old < len(made) - 1:
            diff = changes.between(made[old].claims, made[new].claims)
            yield made[old].revision.number, made[new].revision.number, diff
