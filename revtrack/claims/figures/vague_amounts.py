"""Amounts that nobody counted: "dozens of people", "tens of thousands", "several hundred jobs", "millions of dollars".

Each is a figure without a value, between the least and the most that its words span (`vague_amounts`). "Some",
"several" and "many" alone are none: they say how much of a statement holds, and no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from revtrack import lexicon
from revtrack.claims.figures import money, units
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.model import Block
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import numerals
from revtrack.text.expressions import expression

_SCALES = ("dozen", "hundred", "thousand", "million", "billion", "trillion", "lakh", "crore")
_NUMBER_REACH = 16
# Words that make "thousands" a place in a number: "the thousands separator".
_PLACES = frozenset(("separator", "separators", "digit", "digits", "column", "place"))
# "Scores" are people or things before "of" and behind these; elsewhere they are of tests and games, or a verb.
_SMALL = ("and", "as", "at", "been", "by", "for", "has", "have", "had", "in", "on", "or", "that", "to", "were", "with")
_VERBS = ("drew", "found", "held", "hit", "hurt", "left", "made", "met", "saw", "sent", "took", "when", "while")
_BEFORE_SCORES = frozenset(_SMALL + _VERBS)
_DEATHS = frozenset(("died", "dead", "die", "fled", "hurt", "injured", "killed", "missing", "more", "were", "have"))
_HEADLINES = ("headline", "heading")


class VagueAmount(NamedTuple):
    """The words of an amount with its unit, and the least and the most it spans."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: str | None


def stand_in(plain: str, block: Block) -> bool:
    """Whether a block has any of the words."""
    text = plain[block.start : block.end].casefold()
    if not any(map(text.__contains__, _leads())):
        return False
    return _pattern().search(plain, block.start, block.end) is not None


def find(words: FigureWords) -> Iterator[VagueAmount]:
    """The vague amounts of a block, in order."""
    plain, block = words.plain, words.block
    if not stand_in(plain, block):
        return
    for match in _pattern().finditer(plain, block.start, block.end):
        if _is_none(words, match):
            continue
        low, high = _span(match)
        end, unit = _unit(words, match, low)
        yield VagueAmount(match.start(), end, low, high, unit)


@cache
def _leads() -> tuple[str, ...]:
    """What every amount has in it; looked for before the expression is compiled."""
    return *(row[0] for row in lexicon.table("vague_amounts")), "several ", "a few "


@cache
def _pattern() -> re.Pattern[str]:
    plurals = "|".join(row[0] for row in lexicon.table("vague_amounts"))
    scales = "|".join(_SCALES)
    return expression(
        rf"(?<![\w$\u00a3\u20ac.-])(?:(?P<first>{plurals})(?: of (?P<second>{plurals}))?"
        rf"|(?:several|a few) (?P<scale>{scales})(?: (?P<more>{scales}))?)(?![\w'-])",
        re.IGNORECASE,
    )


def _span(match: re.Match[str]) -> tuple[Decimal, Decimal | None]:
    """The least and the most; what is behind "of" multiplies: tens of thousands are 20 to under 100 thousand."""
    first = match["first"] or f"{match['scale']}s"
    second = match["second"] or (f"{match['more']}s" if match["more"] else None)
    low, high = _spans()[first.lower()]
    if not second:
        return low, high
    scale = _spans()[second.lower()][0] / 2
    return low * scale, None if high is None else (high + 1) * scale - 1


@cache
def _spans() -> dict[str, tuple[Decimal, Decimal | None]]:
    rows = lexicon.table("vague_amounts")
    return {row[0]: (Decimal(row[1]), Decimal(row[2]) if len(row) > 2 else None) for row in rows}


def _is_none(words: FigureWords, match: re.Match[str]) -> bool:
    """Whether the words are part of a number, a name or a term."""
    plain, start, end = words.plain, match.start(), match.end()
    lead, tail = words.texts_before(start, 1), words.texts_behind(end, 2)
    if tail[:1] and tail[0] in _PLACES:
        return True
    if lead == ["in"] and tail[:1] != ["of"]:  # "in thousands", above a table
        return True
    reach = max(words.block.start, start - _NUMBER_REACH)
    if any(number.end == start - 1 for number in numerals.find(plain, reach, start)):
        return True
    if plain[start].isupper() and words.block.role not in _HEADLINES:
        if plain[start:end].istitle() and not words.before("sentence", start):
            return True
        if tail[:1] in (['"'], ["'"]):  # a title in quotation marks
            return True
    return match[0].lower() == "scores" and not _counts(words, start, tail)


def _counts(words: FigureWords, start: int, tail: list[str]) -> bool:
    """Whether "scores" are many: "killed scores of people", "scores were injured"; not "scores of 70"."""
    lead = "" if words.before("sentence", start) else next(iter(words.texts_before(start, 1)), "")
    if lead and lead not in _BEFORE_SCORES and not lead.endswith(("ed", "ing", "ly", ",")):
        return False
    if tail[:1] == ["of"]:
        return len(tail) > 1 and tail[1][0].isalpha() and tail[1] not in ("the", "a", "an")
    return bool(tail) and tail[0] in _DEATHS


def _unit(words: FigureWords, match: re.Match[str], low: Decimal) -> tuple[int, str | None]:
    """Where the amount ends with its unit: "hundreds of miles", "several million dollars"."""
    plain, end = words.plain, match.end()
    of = end + 3 if plain.startswith(" of ", end) else end
    behind, unit = units.behind(plain, of, words.block.end, digits=False)
    if unit is None:
        return end, None
    if unit == "pound":
        unit = money.of_pounds(words, match.start(), behind, low, low)
    return behind, unit
