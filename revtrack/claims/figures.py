"""Figures: "at least 12 people", "$3.2 million", "5 to 7 percent", "two-thirds of voters", "34-27".

A number becomes a figure with what stands around it: sign, currency and unit (`amounts`), a second number (`pairs`),
bound (`bounds`), counted noun (`counted`) and denominator (`rates`). What is part of a date, a name, a model, an
address or a list is no figure (`unlike_figures`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from revtrack.claims import amounts, bounds, counted, pairs, rates, unlike_figures
from revtrack.claims.amounts import Amount
from revtrack.claims.known_paragraphs import KnownParagraphs
from revtrack.claims.pairs import Measure
from revtrack.model import Block, Bound, Date, Figure
from revtrack.text import Reading, numerals

_DASHES = ("-", "\u2013")


def find(reading: Reading, dates: Sequence[Date], known: KnownParagraphs | None = None) -> list[Figure]:
    """The figures of an article in text order, with ids f1, f2, ...; numbers inside dates are none.

    `known` are paragraphs of another version, which need not be read again.
    """
    found: list[Figure] = []
    dated = [(date.start, date.end) for date in dates]
    for block in reading.spoken():
        taken = known.claims(Figure, reading, block) if known else None
        if taken is None:
            inside = dated[bisect_left(dated, (block.start, 0)) : bisect_left(dated, (block.end, 0))]
            found += _read(reading, block, inside)
        else:
            found += taken
    return [replace(figure, id=f"f{number}") for number, figure in enumerate(found, 1)]


def _read(reading: Reading, block: Block, dates: list[tuple[int, int]]) -> Iterator[Figure]:
    for measure, first in pairs.join(reading.plain, list(_amounts(reading.plain, block, dates))):
        bound = bounds.around(reading.plain, block, measure.start, measure.end)
        if measure.low == 1 and not measure.unit and unlike_figures.is_pronoun(reading.plain, first, block, bound):
            continue
        yield _figure(reading, block, measure, bound)


def _amounts(plain: str, block: Block, dates: list[tuple[int, int]]) -> Iterator[Amount]:
    """The numbers of a block with sign, currency and unit, those that are no figures left out."""
    at, last, named = 0, block.start, -1
    for numeral in numerals.find(plain, block.start, block.end):
        while at < len(dates) and dates[at][1] <= numeral.start:
            at += 1
        if at < len(dates) and dates[at][0] < numeral.end:
            continue
        dated = dates[at - 1][1] if at else block.start
        ceiling = dates[at][0] if at < len(dates) else block.end
        # "July 18-21" is a range of days even where the date ends behind "18".
        if at and plain[dated : numeral.start] in _DASHES:
            continue
        found = amounts.read(plain, numeral, block, max(last, dated))
        if found.end > ceiling:
            continue
        last = found.end
        if unlike_figures.holds(plain, found, block) or unlike_figures.goes_on(plain, named, found, block):
            named = found.end
        else:
            yield found


def _figure(reading: Reading, block: Block, measure: Measure, bound: Bound) -> Figure:
    plain = reading.plain
    noun = None if measure.score else counted.noun(plain, block, measure)
    per = rates.per(plain, block, measure)
    value, low, high, named = _limits(measure, bound)
    return Figure(
        "",
        measure.start,
        measure.end,
        reading.text[measure.start : measure.end],
        reading.sentence_at(measure.start),
        value,
        low,
        high,
        measure.unit,
        noun,
        per,
        named,
        measure.ordinal,
    )


def _limits(measure: Measure, bound: Bound) -> tuple[Decimal | None, Decimal | None, Decimal | None, Bound]:
    if measure.low != measure.high or measure.score:
        return None, measure.low, measure.high, "exact" if measure.score else "range"
    low = None if bound in ("less_than", "at_most") else measure.low
    high = None if bound in ("more_than", "at_least") else measure.high
    return measure.low, low, high, bound
