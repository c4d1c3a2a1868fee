"""Figures: "at least 12 people", "$3.2 million", "5 to 7 percent", "two-thirds of voters", "34-27".

A number becomes a figure with the words around it: sign, currency and unit (`amounts`), a second number (`ranges`),
bound (`bounds`), counted noun (`counted_noun`) and denominator (`rates`). Amounts that nobody counted ("dozens of
people") have a span and no value (`vague_amounts`). What is part of a date, a name, a model, an
address or a list is not a figure (`not_figures`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from revtrack.claims.figures import (
    amounts,
    bounds,
    counted_noun,
    figure_words,
    not_figures,
    odds,
    ranges,
    rates,
    vague_amounts,
)
from revtrack.claims.figures.amounts import Amount
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.claims.figures.ranges import Measure
from revtrack.claims.known_paragraphs import KnownParagraphs
from revtrack.claims.numbering import numbered
from revtrack.model import Block, Bound, Date, Figure
from revtrack.text import Reading, numerals
from revtrack.text.numerals import Numeral

_DASHES = ("-", "\u2013")


def find(
    reading: Reading, dates: Sequence[Date], known: KnownParagraphs | None = None, language: str = "en"
) -> list[Figure]:
    """The figures of an article in text order, with ids f1, f2, ...; numbers inside dates are none.

    `known` are paragraphs of another version, which need not be read again.
    """
    found: list[Figure] = []
    dated = [(date.start, date.end) for date in dates]
    for block in reading.spoken():
        taken = known.claims(Figure, reading, block, len(found)) if known else None
        if taken is None:
            inside = dated[bisect_left(dated, (block.start, 0)) : bisect_left(dated, (block.end, 0))]
            found += _read_in(language, reading, block, inside)
        else:
            found += taken
    return numbered(found, "f")


def _read_in(language: str, reading: Reading, block: Block, dates: list[tuple[int, int]]) -> Iterator[Figure]:
    """The figures of a block in its language; what may be read in two ways in an unknown one is left out."""
    if language == "en":
        return _read(reading, block, dates)
    from revtrack.claims.figures import foreign_figures

    if language != "und":
        return foreign_figures.find(reading, block, dates, language)
    return (one for one in _read(reading, block, dates) if foreign_figures.is_certain(reading.plain, one))


def _read(reading: Reading, block: Block, dates: list[tuple[int, int]]) -> Iterator[Figure]:
    numbers = list(numerals.find(reading.plain, block.start, block.end))
    betting = odds.stand_in(reading.plain, block)
    if not (numbers or betting or vague_amounts.stand_in(reading.plain, block)):
        return
    words = figure_words.read(reading, block)
    counted = list(_counted(reading, words, numbers, dates))
    if betting:
        counted = _with_odds(reading, words, counted)
    taken = sorted([*dates, *((figure.start, figure.end) for figure in counted)])
    yield from sorted([*counted, *_vague(reading, words, taken)], key=lambda figure: figure.start)


def _with_odds(reading: Reading, words: FigureWords, counted: list[Figure]) -> list[Figure]:
    """The figures with the odds, which take the place of a share: "2/5"."""
    found = [_figure(reading, words, measure, "exact") for measure in odds.find(words)]
    starts = {figure.start for figure in found}
    return [*(figure for figure in counted if figure.start not in starts), *found]


def _vague(reading: Reading, words: FigureWords, taken: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    """The amounts that nobody counted, those left out that are part of a date or a number."""
    for amount in vague_amounts.find(words):
        before = bisect_left(taken, (amount.end, 0)) - 1
        if before >= 0 and taken[before][1] > amount.start:
            continue
        measure = Measure(amount.start, amount.end, amount.low, amount.high, amount.unit)
        yield _figure(reading, words, measure, "vague")


def _counted(
    reading: Reading, words: FigureWords, numbers: list[Numeral], dates: list[tuple[int, int]]
) -> Iterator[Figure]:
    for measure, first in ranges.join(words, list(_amounts(words, numbers, dates))):
        bound = bounds.around(words, measure.start, measure.end)
        if measure.low != 1 or measure.unit or not not_figures.is_pronoun(words, first, bound):
            yield _figure(reading, words, measure, bound)


def _amounts(words: FigureWords, numbers: list[Numeral], dates: list[tuple[int, int]]) -> Iterator[Amount]:
    """The numbers of a block with sign, currency and unit, without those that are not figures."""
    block = words.block
    at, last, named = 0, block.start, -1
    for numeral in numbers:
        while at < len(dates) and dates[at][1] <= numeral.start:
            at += 1
        if at < len(dates) and dates[at][0] < numeral.end:
            continue
        dated = dates[at - 1][1] if at else block.start
        ceiling = dates[at][0] if at < len(dates) else block.end
        # "July 18-21" is a range of days even where the date ends behind "18".
        if at and words.plain[dated : numeral.start] in _DASHES:
            continue
        found = amounts.read(words, numeral, max(last, dated))
        if found.end > ceiling:
            continue
        last = found.end
        if not_figures.holds(words, found) or not_figures.goes_on(words, named, found):
            named = found.end
        else:
            yield found


def _figure(reading: Reading, words: FigureWords, measure: Measure, bound: Bound) -> Figure:
    noun = None if measure.score else counted_noun.noun(words, measure)
    per = rates.per(words, measure)
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
    if bound == "vague":
        return None, measure.low, measure.high, bound
    if measure.low != measure.high or measure.score:
        return None, measure.low, measure.high, "exact" if measure.score else "range"
    low = None if bound in ("less_than", "at_most") else measure.low
    high = None if bound in ("more_than", "at_least") else measure.high
    return measure.low, low, high, bound
