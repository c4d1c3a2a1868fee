"""Changed dates, times and durations: "Thursday" became "Friday"; "Jan. 5" for "January 5" is not a change.

So did "until Friday" and "from Friday", or "two weeks before" and "two weeks after" the vote: their bound changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack import lexicon
from revtrack.changes import message, value_changes
from revtrack.model import AnyClaim, Change, Claims, Date, Label, Passage, Span
from revtrack.text.date_bounds import BoundWords
from revtrack.text.fold import fold
from revtrack.versions.aligned import Aligned
from revtrack.versions.identity import bound_words, reach, same_bound, same_date
from revtrack.versions.way import Region

# Bounds of any number: those that leave more open, and the others.
_SIDES = frozenset(("at_least", "more_than"))
_FISCAL_REACH = 16
# How many changed dates of a sentence are searched for one that was split in two.
MOST_IN_SENTENCE = 20
_NUMBER_BOUNDS = _SIDES | {"about", "at_most", "less_than"}


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed dates."""
    found = value_changes.find(
        aligned, value_changes.Comparison(Date, same_date, same_date, _alike, _measure, counts, labels, message.date)
    )
    parted = _parted(found)
    return [change for change in found if not any(change is one for one in parted)]


def _parted(changes: Sequence[Change]) -> list[Change]:
    """Changes of a date that stands whole on one side and in two parts on the other.

    "A Mass on Friday at 10 a.m." and "a Mass at 10 a.m. Friday" are on one day.
    """
    found: list[Change] = []
    for side, other in (("old", "new"), ("new", "old")):
        kept: dict[int, list[Change]] = {}
        for change in changes:
            here = getattr(change, side)
            if here and getattr(change, other) and len(kept.setdefault(here.sentence, [])) < MOST_IN_SENTENCE:
                kept[here.sentence].append(change)
        for loose in changes:
            date = getattr(loose, side)
            for change in kept.get(date.sentence, ()) if date and not getattr(loose, other) else ():
                if _words(getattr(change, side), date) == _words(getattr(change, other)):
                    found += [loose, change]
    return found


def _words(*dates: AnyClaim | Passage) -> list[str]:
    """The words of dates in order of the alphabet, without those that join them."""
    words = (word for date in dates for word in fold(date.text).lower().replace(",", " ").split())
    return sorted(word for word in words if word not in ("at", "on", "in", "the", "of"))


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
    if not _touched(region, reach(old), reach(new)):
        return ()
    found: list[Label] = []
    before, after = bound_words(aligned.before, old), bound_words(aligned.after, new)
    bounded = not same_bound(before, after) and _touched(region, before.span, after.span)
    other = not _same(aligned, old, new) and _touched(region, old.span, new.span)
    if other or (bounded and _excluded(before, after)):
        found.append("value")
    if bounded:
        found.append("bound")
    return tuple(found)


def _same(aligned: Aligned, old: Date, new: Date) -> bool:
    """Whether two dates are the same; "FY24" is "fiscal 2024", and "daily" is "every day"."""
    if same_date(old, new):
        return True
    if old.type == new.type == "set":
        return _often(old) == _often(new)
    years = _fiscal_year(aligned.before, old), _fiscal_year(aligned.after, new)
    return years[0] is not None and years[0] == years[1]


def _often(date: Date) -> str:
    """How often a date recurs, in one of the ways to say so."""
    words = fold(date.text).lower().replace("each ", "every ")
    return next((row[0] for row in lexicon.table("date_words") if row[1] == "daily" and row[3:] == (words,)), words)


def _fiscal_year(claims: Claims, date: Date) -> str | None:
    """The year of "FY24" and of "fiscal 2024"."""
    value = date.value or ""
    if value.startswith("FY"):
        return value[2:]
    before = claims.text[max(0, date.start - _FISCAL_REACH) : date.start].lower().rstrip()
    return value if before.endswith(("fiscal", "fiscal year")) else None


def _excluded(old: BoundWords, new: BoundWords) -> bool:
    """Whether two bounds leave no length in common: "almost a week" is shorter than "more than a week"."""
    sides = [_SIDES.isdisjoint(words.shades) for words in (old, new)]
    return sides[0] != sides[1] and all(words.shades and words.shades[0] in _NUMBER_BOUNDS for words in (old, new))


def _touched(region: Region, old: Span, new: Span) -> bool:
    return bool(region.touched("old", old) or region.touched("new", new))
