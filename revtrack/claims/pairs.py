"""Two numbers that are one figure: a range, a score or vote, a ratio, a measure in two units.

"5 to 7 percent", "between 12 and 15", "16- to 24-year-olds"; "34-27", "52 to 48"; "six in 10"; "5ft 10in". A change
("rose from 5 to 7 percent") and a list ("12 and 15") stay two figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from revtrack.claims import bounds
from revtrack.claims.amounts import Amount
from revtrack.text import numerals

_JOINT = re.compile(r" ?(to|[-\u2013\u2014]|or|and|through|-to-|-or-|- to|- or -|- and)[ -]?$")
_RATIO = re.compile(r"(?: in | out of | of every | in every | in an? |-in-|-out-of-)$")
_BETWEEN = re.compile(
    r"between(?: (?:the ages of|ages|about|around|roughly|an?|the|an estimated|some|\+/-))*[ ]?$", re.IGNORECASE
)
_DASHES = ("-", "\u2013")
# What makes a score of "3-6": an outcome behind, a contest before, another set beside.
_OUTCOME = re.compile(
    r"[ -](?:wins?|loss|lead|votes?|ruling|defeat|victory|decision|draw|majority|margin)\b|, [0-9]+-[0-9]"
)
_CONTEST = re.compile(
    r"\b(?:beat|beaten|won|wins?|lost|loses?|losing|drew|draws?|defeat\w*|led|leads?|trail\w*|took|takes|figures of"
    r"|voted?|ruled|score\w*)\b[^.;]{0,32}$|[0-9]-[0-9]+, $"
)
_LONGEST_GAP = 12
_REACH = 48
# "Two in 30 counties" names two things; a share is of few or of a round number.
_FEW = 10
_PARTS = {("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16, ("yard", "foot"): 3}
_NEXT_BELOW = {"foot": 12, "stone": 14}


class Measure(NamedTuple):
    """A figure without its surroundings; `low` and `high` are None for a score."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    ordinal: bool = False
    share: bool = False
    score: bool = False


def join(plain: str, amounts: list[Amount]) -> Iterator[tuple[Measure, Amount]]:
    """Single numbers and pairs in text order, each with the number it begins with."""
    n = 0
    while n < len(amounts):
        first = amounts[n]
        second = amounts[n + 1] if n + 1 < len(amounts) else None
        pair = _pair(plain, first, second) if second and second.start - first.end <= _LONGEST_GAP else None
        n += 2 if pair else 1
        yield pair or _single(first), first


def _single(one: Amount) -> Measure:
    return Measure(one.start, one.end, one.value, one.value, one.unit, one.ordinal, one.share)


def _pair(plain: str, first: Amount, second: Amount) -> Measure | None:
    gap = plain[first.end : second.start]
    if first.ordinal or second.ordinal:
        return None
    compound = _compound(plain, first, second, gap)
    if compound:
        return compound
    if _RATIO.match(gap) and not first.unit and not second.unit and _is_ratio(first, second, gap):
        share = numerals.share(first.value, second.value)
        return Measure(first.start, second.end, share, share, None, share=True)
    if gap == " of " and first.share and second.value == 1 and second.unit == "percent":
        return Measure(first.start, second.end, first.value, first.value, "percent")
    joint = _JOINT.match(gap)
    if not joint or (first.unit and second.unit and first.unit != second.unit):
        return None
    return _range(plain, first, second, joint[1].strip("- ") or joint[1])


def _compound(plain: str, first: Amount, second: Amount, gap: str) -> Measure | None:
    """A measure in two units: "5 feet 2 inches", "12st 4lb", "5-foot-10", "6'2"."""
    if gap not in ("-", " ", "", ", ", " and ") or not first.unit or second.value < 0:
        return None
    parts = _PARTS.get((first.unit, second.unit or ""))
    end = second.end
    if not parts and second.unit is None and gap in ("-", " ", "") and first.unit in _NEXT_BELOW:
        parts = _NEXT_BELOW[first.unit]
        marked = gap != "-" and plain[end : end + 1] == '"'
        # "6 feet 2 men" is no measure, "6 foot 2" is.
        if gap == " " and not marked and plain[end : end + 2].strip(" -")[:1].isalnum():
            return None
        end += marked
    if not parts or second.value >= parts:
        return None
    value = first.value + numerals.share(second.value, parts)
    return Measure(first.start, end, value, value, first.unit)


def _is_ratio(first: Amount, second: Amount, gap: str) -> bool:
    if not 0 < first.value <= second.value or first.share or second.share:
        return False
    if "in" not in gap.replace("-", " ").split() or first.value == 1 or second.value <= _FEW:
        return True
    return str(int(second.value)).strip("0") in ("1", "2", "5")


def _range(plain: str, first: Amount, second: Amount, joint: str) -> Measure | None:
    before = plain[max(0, first.start - _REACH) : first.start]
    if joint in ("and", "through") and not (joint == "and" and _BETWEEN.search(before)):
        return None
    low, high = first.scaled_like(second), second.value
    step = second.scale if low > first.value else 1
    if joint == "or" and (first.unit or high - low != step):
        return None
    unit = first.unit or second.unit
    small = first.is_small and second.is_small
    if small and joint in _DASHES and (low >= high or (first.is_tight(plain) and _is_score(plain, second, before))):
        return Measure(first.start, second.end, None, None, None, score=True)
    if joint == "to" and (bounds.is_change(before) or (first.unit == second.unit == "percent" and low > 0)):
        return None
    if low < high:
        return Measure(first.start, second.end, low, high, unit)
    if _is_vote(first, second, joint):
        return Measure(first.start, second.end, None, None, unit, score=True)
    return None


def _is_score(plain: str, second: Amount, before: str) -> bool:
    return _OUTCOME.match(plain, second.end) is not None or _CONTEST.search(before) is not None


def _is_vote(first: Amount, second: Amount, joint: str) -> bool:
    if second.unit == "percent" and (not first.unit or joint in _DASHES):
        return joint != "or"
    return joint in ("to", *_DASHES) and not first.unit and not second.unit and first.is_small and second.is_small
