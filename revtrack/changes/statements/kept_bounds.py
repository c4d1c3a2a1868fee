"""Words that bound a date alike in both versions: "until" and "till", "prior to" and "before"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from revtrack.model import Date, Side, Span
from revtrack.text.date_bounds import BoundWords
from revtrack.versions.aligned import Aligned
from revtrack.versions.identity import bound_words, same_bound, same_date
from revtrack.versions.way import SIDES, Region


def spans(aligned: Aligned, region: Region, dates: Mapping[Side, Sequence[Date]], near: int) -> dict[Side, list[Span]]:
    """Where they are on each side; a date is looked for among the `near` dates before and after its own place."""
    found: dict[Side, list[Span]] = {"old": [], "new": []}
    old, new = (list(_touched(aligned, region, side, dates[side])) for side in SIDES)
    for at, (a, before) in enumerate(old):
        for b, after in new[max(0, at - near) : at + near + 1]:
            if same_date(a, b) and same_bound(before, after):
                found["old"].append(before.phrase or before.span)
                found["new"].append(after.phrase or after.span)
    return found


def _touched(aligned: Aligned, region: Region, side: Side, dates: Sequence[Date]) -> Iterator[tuple[Date, BoundWords]]:
    """The bounded dates whose bounds have changed words."""
    for date in dates:
        words = bound_words(aligned.side(side), date)
        if words.shades and region.touched(side, words.phrase or words.span):
            yield date, words
