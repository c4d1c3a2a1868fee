"""Dates in German, French, Spanish, Italian, Portuguese and Dutch: "12. Dezember 2014", "el 3 de mayo", "lundi".

Only days, months and years by the calendar are read: what hangs on the day of writing would need the grammar of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from revtrack import lexicon
from revtrack.model import Block, Date
from revtrack.text import Reading
from revtrack.text.expressions import expression

# The languages that write a month or a weekday with a capital.
_CAPITALS = ("de",)
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
# Four digits are a year behind these; elsewhere they may count.
_BEFORE_YEARS = "in|im Jahr|Jahr|seit|bis|en|depuis|ann\u00e9e|desde|a\u00f1o|nel|dal|anno|em|ano|sinds|jaar"


def find(reading: Reading, block: Block, language: str) -> Iterator[Date]:
    """The dates of a block in one of the languages of `foreign_calendar`."""
    for match in _pattern(language).finditer(reading.plain, block.start, block.end):
        value = _value(match, language)
        if value:
            start, end = match.span("only" if match["only"] else 0)
            yield Date("", start, end, reading.text[start:end], reading.sentence_at(start), "date", value, "on")


def _value(match: re.Match[str], language: str) -> str | None:
    if match["only"]:
        return match["only"]
    if match["numbers"]:
        day, month, year = match["numbers"].split(".")
        return f"{year}-{int(month):02d}-{int(day):02d}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None
    if match["alone"]:
        return f"XXXX-WXX-{_numbers(language, 'weekday')[match['alone'].lower()]}"
    month, day = _numbers(language, "month")[match["month"].lower()], match["day"]
    if day and not 1 <= int(day) <= 31:
        return None
    return f"{match['year'] or 'XXXX'}-{month}" + (f"-{int(day):02d}" if day else "")


@cache
def _numbers(language: str, kind: str) -> dict[str, str]:
    rows = lexicon.table("foreign_calendar")
    return {word.lower(): number for name, word, what, number in rows if (name, what) == (language, kind)}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = [(word, what) for name, word, what, _ in lexicon.table("foreign_calendar") if name == language]
    listed = {
        kind: "|".join(form for word, what in words if what == kind for form in _forms(word, language))
        for kind in ("month", "weekday")
    }
    month, weekday = listed["month"], listed["weekday"]
    before_day = rf"(?:(?P<weekday>{weekday}),? (?:den |dem |le |el |il )?(?=[0-9]))?"
    day = r"(?:(?P<day>[0-9]{1,2})(?:\.|er|\u00ba)? (?:de )?)?"
    return expression(
        rf"(?<![\w.,/-])(?P<numbers>[0-9]{{1,2}}\.[0-9]{{1,2}}\.{_YEAR})(?![\w.])"
        rf"|(?<!\w){before_day}{day}(?P<month>{month})(?:,? (?:de |del )?(?P<year>{_YEAR}))?(?!\w)"
        rf"|(?<!\w)(?P<alone>{weekday})(?!\w)"
        rf"|(?<!\w)(?:{_BEFORE_YEARS}) (?P<only>{_YEAR})(?![\w/:'%-]|[.,][0-9]| ?[\u20ac$\u00a3%])"
    )


def _forms(word: str, language: str) -> tuple[str, ...]:
    """A word as it is written in running text, and at the beginning of a sentence."""
    return (word,) if language in _CAPITALS else (word, word[0].upper() + word[1:])
