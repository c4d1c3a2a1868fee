"""Changed dates, times and durations: "Thursday" became "Friday"; "Jan. 5" for "January 5" is not a change.

So did "until Friday" and "from Friday", or "two weeks before" and "two weeks after" the vote: their bound changed.
"""

from __future__ import annotations

from revtrack.changes import message, value_changes
from revtrack.model import Change, Date, Label, Span
from revtrack.text.date_bounds import BoundWords
from revtrack.versions.aligned import Aligned
from revtrack.versions.identity import bound_words, same_bound, same_date
from revtrack.versions.way import Region

# Bounds of any number: those that leave more open, and the others.
_SIDES = frozenset(("at_least", "more_than"))
_NUMBER_BOUNDS = _SIDES | {"about", "at_most", "less_than"}


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed dates."""
    return value_changes.find(
        aligned, value_changes.Comparison(Date, same_date, same_date, _alike, _measure, counts, labels, message.date)
    )


def _alike(old: Date, new: Date) -> bool:
    """Too many dates are of one type for that to make two of them alike."""
    return False


def _measure(date: Date) -> str:
    """A day may become a month or a year, not a length of time."""
    return date.type


def counts(date: Date) -> bool:
    """Every date that was added or removed is news."""
    return True


def labels(aligned: Aligned, region: Region, old: Date, new: Date) -> tuple[Label, ...]:
    """What two dates of one place earn: another value, another bound, or both."""
    found: list[Label] = []
    before, after = bound_words(aligned.before, old), bound_words(aligned.after, new)
    bounded = not same_bound(before, after) and _touched(region, before.span, after.span)
    if (not same_date(old, new) and _touched(region, old.span, new.span)) or (bounded and _excluded(before, after)):
        found.append("value")
    if bounded:
        found.append("bound")
    return tuple(found)


def _excluded(old: BoundWords, new: BoundWords) -> bool:
    """Whether two bounds leave no length in common: "almost a week" is shorter than "more than a week"."""
    sides = [_SIDES.isdisjoint(words.shades) for words in (old, new)]
    return sides[0] != sides[1] and all(words.shades and words.shades[0] in _NUMBER_BOUNDS for words in (old, new))


def _touched(region: Region, old: Span, new: Span) -> bool:
    return bool(region.touched("old", old) or region.touched("new", new))
