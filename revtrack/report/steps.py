"""A revision in an article's history, as the reports of it take it."""

from __future__ import annotations

from dataclasses import dataclass

from revtrack.model import Claims, Diff, Revision


@dataclass(frozen=True, slots=True)
class Step:
    """A revision, what it claims, and how that differs from the one before; None for the first."""

    revision: Revision
    claims: Claims
    diff: Diff | None
