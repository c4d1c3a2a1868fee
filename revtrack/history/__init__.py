"""A claim's life and where it comes from, over the revisions of an article: `lives` and `blame`."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.model import Diff, Revision
from revtrack.model.lives import Life, Origin

__all__ = ["blame", "lives"]


def lives(steps: Sequence[tuple[Revision, Diff]]) -> list[Life]:
    """The life of each claim, then of each statement that changed.

    A step is a revision and what changed in it, the first one's diff from an empty text.
    """
    from revtrack.history import life, statement_lives

    return [*life.of(steps), *statement_lives.of(steps)]


def blame(steps: Sequence[tuple[Revision, Diff]]) -> list[Origin]:
    """For each claim of the last revision given, in text order, which one brought it; then for each statement."""
    from revtrack.history import origins

    return origins.of(steps)
