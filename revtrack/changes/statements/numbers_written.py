"""Numbers, and what stands with them, however they are written: "$3m" and "$3 million", "7pm" and "7 p.m.", "3 May".

Each is a unit of words with one key; what the number counts stays outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedWord
from revtrack.changes.statements.pairing import MeaningUnit
from revtrack.text import numerals
from revtrack.text.expressions import expression
from revtrack.text.numerals import Numeral

_CLOCK = expression(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)?")
_GLUED = expression(r"(\d[\d.,]*)([a-z\u00b5\u03bc]+[23\u00b2\u00b3]?)")
_PLURAL_YEARS = expression(r"'?(\d*\d0)'?s")
_DECADES = {
    f"{word}ies": str(tens * 10)
    for tens, word in enumerate(("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), start=2)
}
_ROMAN = {"II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8", "IX": "9"}
_MONEY = {"$": "dollar", "\u00a3": "pound", "\u20ac": "euro", "\u00a5": "yen"}
_MONEY_WORDS = {"dollar": "dollar", "dollars": "dollar", "pound": "pound", "pounds": "pound", "euro": "euro"}
_MONEY_WORDS |= {"euros": "euro", "yen": "yen"}
_NUMBERED = frozenset(("no", "number", "nr", "#"))
_TIMES = frozenset(("once", "twice", "thrice"))
_TALLIED = frozenset(("votes", "goals", "points", "games", "sets", "frames", "runs", "seats"))
_BEHIND_ORDINAL = frozenset(("of", "the"))


def figures_written(row: Sequence[EditedWord], part: range) -> Iterator[MeaningUnit]:
    """The numbers in a part of a row, with and without their currency, month or hour."""
    values = dict(_numbers(row, part))
    for start, (end, value) in values.items():
        yield _unit(start, end, f"#{value}")
        yield from _with_neighbours(row, part, start, end, value)
        yield from _tally(row, values, start, end, value)
    for index in part:
        yield from _in_one_word(row, part, index)


def _unit(start: int, end: int, key: str) -> MeaningUnit:
    return MeaningUnit(start, end, frozenset((key,)))


def _numbers(row: Sequence[EditedWord], part: range) -> Iterator[tuple[int, tuple[int, str]]]:
    """Each number with the words it begins and ends with, and its value."""
    starts, ends, text = {}, {}, ""
    for index in part:
        text += " " if text else ""
        starts[len(text)] = index
        text += row[index].text.lower() if row[index].text.isalpha() else row[index].text
        ends[len(text)] = index + 1
    for numeral in numerals.find(text, 0, len(text)):
        if numeral.start in starts and numeral.end in ends and row[starts[numeral.start]].key not in _TIMES:
            yield starts[numeral.start], (ends[numeral.end], _value(numeral))
    for index in part:
        if row[index].key == "one":
            yield index, (index + 1, "1")
        elif row[index].text in _ROMAN:
            yield index, (index + 1, _ROMAN[row[index].text])


def _value(numeral: Numeral) -> str:
    return f"{numeral.value.normalize():f}{'th' if numeral.form == 'ordinal' else ''}"


def _tally(
    row: Sequence[EditedWord], values: dict[int, tuple[int, str]], start: int, end: int, value: str
) -> Iterator[MeaningUnit]:
    """The two sides of a vote or a game: "9-3", "9 to 3", "9 votes to 3"."""
    at = end + 1 if end < len(row) and row[end].key in _TALLIED else end
    at += at < len(row) and row[at].key == "to"
    if at in values and row[at - 1].key not in _TALLIED:  # a dash is no word of its own
        last, other = values[at]
        yield _unit(start, last, f"tally {value}-{other}")


def _with_neighbours(row: Sequence[EditedWord], part: range, start: int, end: int, value: str) -> Iterator[MeaningUnit]:
    before = row[start - 1].key if start > part.start else ""
    behind = row[end].key if end < part.stop else ""
    if before in _MONEY:
        yield _unit(start - 1, end, f"#{value} {_MONEY[before]}")
    if behind in _MONEY_WORDS:
        yield _unit(start, end + 1, f"#{value} {_MONEY_WORDS[behind]}")
    if before in _NUMBERED:
        yield _unit(start - 1, end, f"number {value}")
    day = value.removesuffix("th")
    if month := _months().get(before.rstrip(".")):
        yield _unit(start - 1, end, f"day {month} {day}")
    at = end
    while at < part.stop and row[at].key in _BEHIND_ORDINAL and value.endswith("th"):
        at += 1
    if at < part.stop and (month := _months().get(row[at].key)):
        first = start - 1 if before == "the" else start
        yield _unit(first, at + 1, f"day {month} {day}")
    if behind.replace(".", "") in ("am", "pm") and (clock := _CLOCK.fullmatch(row[start].key)):
        yield _unit(start, end + 1, _hour(clock, behind.replace(".", "")))


def _in_one_word(row: Sequence[EditedWord], part: range, index: int) -> Iterator[MeaningUnit]:
    key = row[index].key
    if key in _DECADES:
        yield _unit(index, index + 1, f"decade {_DECADES[key]}")
    if not key or not (key[0].isdigit() or key[0] == "'"):
        months, days = _months(), _days()
        if key in months and row[index].text[:1].isupper():
            yield _unit(index, index + 1, f"month {months[key]}")
        elif key in days and row[index].text[:1].isupper():
            yield _unit(index, index + 1, f"weekday {days[key]}")
        return
    if (clock := _CLOCK.fullmatch(key)) and clock[3]:
        yield _unit(index, index + 1, _hour(clock, clock[3]))
    if decade := _PLURAL_YEARS.fullmatch(key):
        yield _unit(index, index + 1, f"decade {decade[1]}")
    if (glued := _GLUED.fullmatch(key)) and (unit := _unit_names().get(glued[2])):
        yield _unit(index, index + 1, f"#{glued[1]} {unit}")
    behind = row[index + 1] if index + 1 < part.stop else None
    if behind and key[0].isdigit() and (unit := _unit_names().get(behind.text, _unit_names().get(behind.key))):
        yield _unit(index, index + 2, f"#{key} {unit}")


def _hour(clock: re.Match[str], half: str) -> str:
    return f"clock {clock[1]}:{clock[2] or '00'} {half}"


@cache
def _months() -> dict[str, str]:
    return {row[0].lower(): row[1] for row in lexicon.table("months")}


@cache
def _days() -> dict[str, str]:
    return {row[0].lower(): row[1] for row in lexicon.table("weekdays")}


@cache
def _unit_names() -> dict[str, str]:
    """Units by their signs, and by their names in both numbers and spellings."""
    names = {row[0]: row[1] for row in lexicon.table("unit_symbols")}
    for name in set(names.values()):
        other = f"{name[:-2]}er" if name.endswith(("metre", "litre")) else name
        names |= {name: name, f"{name}s": name, other: name, f"{other}s": name}
    return names | {"feet": "foot", "inches": "inch"}
