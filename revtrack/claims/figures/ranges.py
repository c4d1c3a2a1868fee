"""Two numbers that are one figure: a range, a score or vote, a ratio, a measure in two units.

"5 to 7 percent", "between 12 and 15", "16- to 24-year-olds"; "34-27", "52 to 48"; "six in 10"; "5ft 10in". A change
("rose from 5 to 7 percent") and a list ("12 and 15") stay two figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from revtrack.claims.figures import bounds
from revtrack.claims.figures.amounts import Amount
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import numerals

# Words before a range that tell a change from one to the other: "ranged from".
_LEAD = 4
_LONGEST_GAP = 12
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


def join(words: FigureWords, amounts: list[Amount]) -> Iterator[tuple[Measure, Amount]]:
    """Single numbers and pairs in text order, each with the number it begins with."""
    n = 0
    while n < len(amounts):
        first = amounts[n]
        second = amounts[n + 1] if n + 1 < len(amounts) else None
        pair = _pair(words, first, second) if second and second.start - first.end <= _LONGEST_GAP else None
        n += 2 if pair else 1
        yield pair or _single(first), first


def _single(one: Amount) -> Measure:
    return Measure(one.start, one.end, one.value, one.value, one.unit, one.ordinal, one.share)


def _pair(words: FigureWords, first: Amount, second: Amount) -> Measure | None:
    if first.ordinal or second.ordinal:
        return None
    gap = words.plain[first.end : second.start]
    compound = _compound(words.plain, first, second, gap)
    if compound:
        return compound
    units = first.unit or second.unit
    if not units and words.between("ratio", first.end, second.start) and _is_ratio(first, second, gap):
        share = numerals.share(first.value, second.value)
        return Measure(first.start, second.end, share, share, None, share=True)
    if gap == " of " and first.share and second.value == 1 and second.unit == "percent":
        return Measure(first.start, second.end, first.value, first.value, "percent")
    if first.unit and second.unit and first.unit != second.unit:
        return None
    return _range(words, first, second, gap) if words.between("range", first.end, second.start) else None


def _compound(plain: str, first: Amount, second: Amount, gap: str) -> Measure | None:
    """A measure in two units: "5 feet 2 inches", "12st 4lb", "5-foot-10", "6'2"."""
    if gap not in ("-", " ", "", ", ", " and ") or not first.unit or second.value < 0:
        return None
    parts = _PARTS.get((first.unit, second.unit or ""))
    end = second.end
    if not parts and second.unit is None and gap in ("-", " ", "") and first.unit in _NEXT_BELOW:
        parts = _NEXT_BELOW[first.unit]
        marked = gap != "-" and plain[end : end + 1] == '"'
        # "6 feet 2 men" is not a measure, "6 foot 2" is.
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


def _range(words: FigureWords, first: Amount, second: Amount, gap: str) -> Measure | None:
    joint = gap.strip("- ") or "-"
    if joint in ("and", "through") and not (joint == "and" and words.before("between", first.start)):
        return None
    low, high = first.scaled_like(second), second.value
    step = second.scale if low > first.value else 1
    if joint == "or" and (first.unit or high - low != step):
        return None
    unit = first.unit or second.unit
    score = Measure(first.start, second.end, None, None, unit, score=True)
    small = first.is_small and second.is_small
    if small and joint in ("-", "\u2013"):
        tight = first.is_tight(words.plain)
        if low >= high or (tight and (words.behind("outcome", second.end) or words.before("contest", first.start))):
            return score._replace(unit=None)
    if joint == "to":
        changed = bounds.is_change(words.texts_before(first.start, _LEAD))
        if changed or (first.unit == second.unit == "percent" and low > 0):
            return None
    if low < high:
        return Measure(first.start, second.end, low, high, unit)
    return score if _is_vote(words, first, second, joint) else None


def _is_vote(words: FigureWords, first: Amount, second: Amount, joint: str) -> bool:
    dashed = joint in ("-", "\u2013")
    if first.unit == second.unit == "percent" and dashed and not words.behind("outcome", second.end):
        return False  # "43%-41%": each is a figure
    if second.unit == "percent" and (not first.unit or dashed):
        return joint != "or"
    return (joint == "to" or dashed) and not first.unit and not second.unit and first.is_small and second.is_small
