"""Changed dates, times and durations: "Thursday" became "Friday"; "Jan. 5" for "January 5" is no change."""

from __future__ import annotations

from revtrack.changes import message, values
from revtrack.changes.regions import Aligned, Region
from revtrack.model import Change, Date, Label
from revtrack.text.fold import fold


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed dates."""
    return values.find(aligned, values.Comparison(Date, same, akin, labels, message.date))


def same(old: Date, new: Date) -> bool:
    """The same value where the text decides it, else the same words."""
    if old.value is not None and new.value is not None:
        return (old.type, old.value) == (new.type, new.value)
    return _words(old) == _words(new)


def akin(old: Date, new: Date) -> bool:
    """Too many dates are of one type for that to make two of them the same."""
    return False


def labels(aligned: Aligned, region: Region, old: Date, new: Date) -> tuple[Label, ...]:
    """`value` where two dates of one place differ."""
    return () if same(old, new) else ("value",)


def _words(date: Date) -> str:
    return fold(date.text).lower().replace(".", "").replace(",", "").removeprefix("the ")
