"""The page of an article's history: its revisions, the lives of its claims, and comparisons of revisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from revtrack import changes, history
from revtrack.archive import resolved_dates
from revtrack.model import Diff, Step
from revtrack.model.archive_answers import Unread
from revtrack.report import article_history

if TYPE_CHECKING:
    from revtrack.archive.revision_diffs import Compared

# Of more revisions than this not every pair is compared: their number grows with the square.
ALL_PAIRS = 12


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """An article's history and its page; `overall` compares the first and the last of three or more revisions.

    `left_out` are the revisions that are not texts.
    """

    steps: tuple[Step, ...]
    page: article_history.ArticleHistory
    overall: Diff | None
    left_out: tuple[Unread, ...] = ()

    def other_pairs(self) -> Iterator[tuple[int, int, Diff]]:
        """Diffs of pairs that are neither neighbours nor first and last, nearest first; none in a long history."""
        count = len(self.steps)
        pairs = combinations(range(count if count <= ALL_PAIRS else 0), 2)
        for old, new in sorted(pairs, key=lambda pair: (pair[1] - pair[0], pair)):
            if 1 < new - old < count - 1:
                before, after = self.steps[old], self.steps[new]
                yield before.revision.number, after.revision.number, _compared(before, after)


def of(compared: Sequence[Compared], left_out: tuple[Unread, ...] = ()) -> HistoryPage:
    """The history of an article from its revisions and what changed in each."""
    steps = tuple(
        Step(revision, diff.after, resolved_dates.dated_diff(diff) if place else None)
        for place, (revision, diff) in enumerate(compared)
    )
    overall = _compared(steps[0], steps[-1]) if len(steps) > 2 else None
    return HistoryPage(steps, article_history.of(steps, history.lives(compared)), overall, left_out)


def _compared(old: Step, new: Step) -> Diff:
    diff = changes.between(old.claims, new.claims)
    return resolved_dates.dated_diff(replace(diff, old=old.revision, new=new.revision))
