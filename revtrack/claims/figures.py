"""Figures: "at least 12 people", "$3.2 million", "5 to 7 percent", "two-thirds of voters", "34-27".

A number becomes a figure with what stands around it: currency or unit (`units`), bound (`bounds`), counted noun
and denominator (`counted`). Two numbers joined by "to" or a dash are one range or one score. What is part of a
date, a name, a model, an address or a list is no figure (`unlike_figures`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from revtrack.claims import bounds, counted, unlike_figures
from revtrack.claims.units import Amount, amount
from revtrack.model import Block, Bound, Date, Figure
from revtrack.text import Reading, numerals

_JOIN = re.compile(r" ?(?:to|[-\u2013\u2014]|or|and|through|-to-|- to -) ?$")
_RATIO = re.compile(r" (?:in|out of|of every|in every) $")
_CONTEST = re.compile(r" (?:win|loss|lead|vote|ruling|defeat|victory|decision)")
_BETWEEN = ("between", "between the ages of", "aged", "between about", "between ages")
_SCORES = ("-", "\u2013")
_FEET_INCHES = Decimal(12)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure without its surroundings."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    ordinal: bool = False
    share: bool = False
    score: bool = False


def find(reading: Reading, dates: Sequence[Date]) -> list[Figure]:
    """The figures of an article in text order, with ids f1, f2, ...; numbers inside dates are none."""
    found: list[Figure] = []
    taken = [(date.start, date.end) for date in dates]
    for block in reading.spoken():
        inside = taken[bisect_left(taken, (block.start, 0)) : bisect_left(taken, (block.end, 0))]
        for read in _joined(reading.plain, list(_amounts(reading.plain, block, inside))):
            found.append(_figure(reading, block, read, len(found) + 1))
    return found


def _amounts(plain: str, block: Block, dates: list[tuple[int, int]]) -> Iterator[Amount]:
    """The numbers of a block with currency and unit, those that are no figures left out."""
    at = 0
    for numeral in numerals.find(plain, block.start, block.end):
        while at < len(dates) and dates[at][1] <= numeral.start:
            at += 1
        if at < len(dates) and dates[at][0] < numeral.end:
            continue
        found = amount(plain, numeral, block)
        if found and not unlike_figures.holds(plain, found, block):
            yield found


def _joined(plain: str, amounts: list[Amount]) -> Iterator[_Reading]:
    """Single figures, and pairs that are one range, score, ratio or compound measure."""
    n = 0
    while n < len(amounts):
        first = amounts[n]
        second = amounts[n + 1] if n + 1 < len(amounts) else None
        pair = _pair(plain, first, second) if second and second.start - first.end <= 12 else None
        n += 2 if pair else 1
        if pair:
            yield pair
        elif not first.is_pronoun(plain):
            yield _Reading(first.start, first.end, first.value, first.value, first.unit, first.ordinal, first.share)


def _pair(plain: str, first: Amount, second: Amount) -> _Reading | None:
    gap = plain[first.end : second.start]
    if first.ordinal or second.ordinal:
        return None
    if _RATIO.match(gap) and not first.unit and not second.unit and 0 < first.value <= second.value:
        share = (first.value / second.value).quantize(numerals.PLACES)
        return _Reading(first.start, second.end, share, share, None, share=True)
    if gap in ("-", " ") and (first.unit, second.unit) == ("foot", "inch"):
        height = (first.value + second.value / _FEET_INCHES).quantize(numerals.PLACES)
        return _Reading(first.start, second.end, height, height, "foot")
    if not _JOIN.match(gap) or (first.unit and second.unit and first.unit != second.unit):
        return None
    return _range(plain, first, second, gap.strip())


def _range(plain: str, first: Amount, second: Amount, joint: str) -> _Reading | None:
    before = plain[max(0, first.start - 24) : first.start].rstrip().lower()
    if joint in ("and", "through") and not before.removesuffix(" +/-").endswith(_BETWEEN):
        return None
    if joint == "or" and (first.unit or second.value != first.value + 1):
        return None
    unit = first.unit or second.unit
    low, high = first.scaled_like(second), second.value
    small = first.is_small and second.is_small
    if small and joint in _SCORES and not unit and (low >= high or first.is_tight(plain)):
        if _is_score(plain, first, second):
            return _Reading(first.start, second.end, None, None, None, score=True)
    if joint == "to" and (bounds.is_change(before) or (first.unit == second.unit == "percent" and low > 0)):
        return None
    if low >= high and not _is_vote(first, second, joint):
        return None
    if low >= high:
        return _Reading(first.start, second.end, None, None, unit, score=True)
    return _Reading(first.start, second.end, low, high, unit)


def _is_score(plain: str, first: Amount, second: Amount) -> bool:
    return first.value >= second.value or _CONTEST.match(plain, second.end) is not None


def _is_vote(first: Amount, second: Amount, joint: str) -> bool:
    if second.unit == "percent" and not first.unit:
        return joint != "or"
    return joint in ("to", *_SCORES) and not first.unit and not second.unit and first.is_small and second.is_small


def _figure(reading: Reading, block: Block, read: _Reading, number: int) -> Figure:
    plain = reading.plain
    bound = bounds.around(plain, block, read.start, read.end)
    noun = None if read.score else counted.noun(plain, block, read.start, read.end, unit=read.unit, share=read.share,
                                                ordinal=read.ordinal, plural=read.low != 1)  # fmt: skip
    per = counted.per(plain, block, read.end)
    value, low, high, named = _limits(read, bound)
    return Figure(
        f"f{number}", read.start, read.end, reading.text[read.start : read.end], reading.sentence_at(read.start),
        value, low, high, read.unit, noun, per, named, read.ordinal,
    )  # fmt: skip


def _limits(read: _Reading, bound: Bound) -> tuple[Decimal | None, Decimal | None, Decimal | None, Bound]:
    if read.low != read.high or read.score:
        return None, read.low, read.high, "range" if not read.score else "exact"
    low = None if bound in ("less_than", "at_most") else read.low
    high = None if bound in ("more_than", "at_least") else read.high
    return read.low, low, high, bound
