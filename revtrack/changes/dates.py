"""Changed dates, times and durations: "Thursday" became "Friday"; "Jan. 5" for "January 5" is not a change."""

from __future__ import annotations

from revtrack.changes import message, value_changes
from revtrack.model import Change, Date, Label, Span
from revtrack.versions.aligned import Aligned
from revtrack.versions.identity import BOUND_REACH, duration_bound, same_date
from revtrack.versions.way import Region


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed dates."""
    return value_changes.find(aligned, value_changes.Comparison(Date, same_date, _alike, counts, labels, message.date))


def _alike(old: Date, new: Date) -> bool:
    """Too many dates are of one type for that to make two of them alike."""
    return False


def counts(date: Date) -> bool:
    """Every date that was added or removed is news."""
    return True


def labels(aligned: Aligned, region: Region, old: Date, new: Date) -> tuple[Label, ...]:
    """`value` where two dates of one place differ."""
    if same_date(old, new) and duration_bound(aligned.before, old) == duration_bound(aligned.after, new):
        return ()
    return ("value",) if region.touched("old", _wide(old)) or region.touched("new", _wide(new)) else ()


def _wide(date: Date) -> Span:
    return Span(max(0, date.start - BOUND_REACH), date.end)
