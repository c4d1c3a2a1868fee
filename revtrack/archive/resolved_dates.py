"""Dates of stored revisions with the day they mean, since the store knows when a revision was published."""

from __future__ import annotations

from dataclasses import replace

from revtrack import claims
from revtrack.model import AnyClaim, Change, Claims, Date, Diff, Passage, Revision


def dated(found: Claims, revision: Revision | None) -> Claims:
    """The claims of a revision with the days that its dates mean; those of a file as they are."""
    return claims.dated(found, revision.time) if revision else found


def dated_diff(diff: Diff) -> Diff:
    """A diff with the days that the dates of its two revisions mean, in its changes too."""
    return replace(
        diff,
        before=dated(diff.before, diff.old),
        after=dated(diff.after, diff.new),
        changes=dated_changes(diff),
        furniture=tuple(_change(change, diff) for change in diff.furniture),
    )


def dated_changes(diff: Diff) -> tuple[Change, ...]:
    """The changes alone of such a diff: of its other dates nobody asks what they mean."""
    return tuple(_change(change, diff) for change in diff.changes)


def _change(change: Change, diff: Diff) -> Change:
    if change.kind != "date":
        return change
    old, new = _dated(change.old, diff.before, diff.old), _dated(change.new, diff.after, diff.new)
    return replace(change, old=old, new=new)


def _dated(claim: AnyClaim | Passage | None, of: Claims, revision: Revision | None) -> AnyClaim | Passage | None:
    if not isinstance(claim, Date) or not revision:
        return claim
    from revtrack.claims.dates import calendar

    return calendar.meant(claim, of, revision.time)
