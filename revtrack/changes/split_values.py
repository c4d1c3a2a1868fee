"""One value on one side that is two on the other: "Monday-Friday", "from Monday to Friday"; "9-3", "9 votes to 3".

A range of dates and a score say no more than their two ends, so that nothing changed where the ends are the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from revtrack.model import Date, Figure, Side
from revtrack.text import numerals
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import OTHER

Value = TypeVar("Value", Figure, Date)

# What may stand between two ends: "Monday to Friday", "9 votes to 3"; a change "from 5 to 7" is never one range.
_BETWEEN = expression(r"(?: [a-z]+)? (?:to|until|till|through|thru) (?:the )?|\s?[-\u2013\u2014]\s?")
_LONGEST_GAP = 16


def without_same(aligned: Aligned, old: list[Value], new: list[Value]) -> tuple[list[Value], list[Value]]:
    """The values of a region without the wholes whose two parts stand on the other side."""
    left: dict[Side, list[Value]] = {"old": old, "new": new}
    sides: tuple[Side, Side] = ("old", "new")
    for side in sides:
        wholes = [(claim, ends) for claim in left[side] if (ends := _ends(claim))]
        if not wholes:
            continue
        parts = dict(_parts(aligned, OTHER[side], left[OTHER[side]]))
        for claim, ends in wholes:
            pair = parts.pop(ends, None)
            if pair:
                left[side] = [one for one in left[side] if one is not claim]
                left[OTHER[side]] = [one for one in left[OTHER[side]] if one not in pair]
    return left["old"], left["new"]


def _ends(claim: Figure | Date) -> Hashable:
    """The two ends of a range of dates or of a score."""
    if isinstance(claim, Date):
        ends = (claim.value or "").split("/")
        return tuple(ends) if len(ends) == 2 else None
    if claim.value is not None or claim.low is not None or claim.high is not None:
        return None
    text = fold(claim.text)
    sides = tuple(numeral.value for numeral in numerals.find(text, 0, len(text)))
    return sides if len(sides) == 2 else None


def _parts(aligned: Aligned, side: Side, claims: Sequence[Value]) -> Iterator[tuple[Hashable, tuple[Value, Value]]]:
    text = aligned.side(side).text
    for first, second in pairwise(sorted(claims, key=lambda claim: claim.start)):
        if first.value is None or second.value is None or second.start - first.end > _LONGEST_GAP:
            continue
        if _BETWEEN.fullmatch(text[first.end : second.start]):
            yield (first.value, second.value), (first, second)
