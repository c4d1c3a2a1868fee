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
    before, after = dated(diff.before, diff.old), dated(diff.after, diff.new)
    old, new = _dates(before), _dates(after)
    return replace(
        diff,
        before=before,
        after=after,
        changes=tuple(_change(change, old, new) for change in diff.changes),
        furniture=tuple(_change(change, old, new) for change in diff.furniture),
    )


def _dates(found: Claims) -> dict[str, Date]:
    return {claim.id: claim for claim in found.claims if isinstance(claim, Date)}


def _change(change: Change, old: dict[str, Date], new: dict[str, Date]) -> Change:
    if change.kind != "date":
        return change
    return replace(change, old=_known(change.old, old), new=_known(change.new, new))


def _known(claim: AnyClaim | Passage | None, dates: dict[str, Date]) -> AnyClaim | Passage | None:
    return dates.get(claim.id, claim) if isinstance(claim, Date) else claim
