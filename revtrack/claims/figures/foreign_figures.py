"""Figures in German, French, Spanish, Italian, Portuguese and Dutch: "8.000 Soldaten", "1,5 Millionen Euro", "3,2 %".

The point parts thousands there and the comma decimals (in French a blank parts thousands). What is written in neither
way, like "3.5", has two readings and is left out, and so is what a language that is not known may read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import cast

from revtrack import lexicon
from revtrack.model import Block, Bound, Figure
from revtrack.text import Reading
from revtrack.text.expressions import expression

_DIGITS = r"[0-9]{1,3}(?:[.' \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
_SIGNS = {"\u20ac": "EUR", "$": "USD", "\u00a3": "GBP", "%": "percent"}
_YEAR = expression(r"(?:1[5-9]|20)[0-9]{2}")
_FEW_DIGITS = 9
# Digits go on beside these: "3,5", "8 000".
_BESIDE, _BEFORE = expression(r"[.,' ][0-9]"), expression(r"[0-9][.,' ]$")
# Words that begin like these are scales in many languages: "miljoner", "tusen", "mrd".
_SCALES = expression(r" ?(?:mi|mr|ml|bi|tu|ty|tr|ta|ti|ez)[a-z]*", re.IGNORECASE)


def find(reading: Reading, block: Block, dates: Sequence[tuple[int, int]], language: str) -> Iterator[Figure]:
    """The figures of a block in one of the languages of `foreign_numbers`; numbers inside dates are none."""
    for match in _pattern(language).finditer(reading.plain, block.start, block.end):
        start, end = match.span("figure")
        size, text = _size(match, language), match["number"]
        unit = _unit(match, language)
        if size is None or any(first < end and start < last for first, last in dates):
            continue
        if _YEAR.fullmatch(text) and not unit and not match["scale"]:
            continue
        bound = cast(Bound, _words(language, "bound").get((match["bound"] or "").lower(), "exact"))
        low = None if bound in ("less_than", "at_most") else size
        high = None if bound in ("more_than", "at_least") else size
        sentence = reading.sentence_at(start)
        yield Figure("", start, end, reading.text[start:end], sentence, size, low, high, unit, None, None, bound, False)


def is_certain(plain: str, figure: Figure) -> bool:
    """Whether a figure in no known language can be read in one way: no separator, nor any scale but a million."""
    digits = figure.text.removesuffix(" million").strip("$\u20ac\u00a3% ")
    if _BESIDE.match(plain, figure.end) or _BEFORE.search(plain, max(0, figure.start - 2), figure.start):
        return False
    return digits.isdecimal() and len(digits) <= _FEW_DIGITS and _SCALES.match(plain, figure.end) is None


def _size(match: re.Match[str], language: str) -> Decimal | None:
    text = match["number"]
    spelled = _words(language, "number").get(text.lower())
    if spelled:
        size = Decimal(spelled)
    elif len(text) > 1 and text[0] == "0" and "," not in text:
        return None
    else:
        size = Decimal(re.sub(r"[.' \u00a0\u202f]", "", text).replace(",", "."))
    scales = _words(language, "scale")
    for word in re.findall(r"\w+", match["scale"] or ""):
        size *= Decimal(scales.get(word.lower(), "1"))
    return -size if match["sign"] else size


def _unit(match: re.Match[str], language: str) -> str | None:
    written = re.sub(r"^(?:d[ei] |d')", "", (match["unit"] or match["before"] or "").strip())
    return _SIGNS.get(written) or _words(language, "unit").get(written.lower())


@cache
def _words(language: str, kind: str) -> dict[str, str]:
    rows = lexicon.table("foreign_numbers")
    return {word.lower(): value for name, word, what, value in rows if (name, what) == (language, kind)}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A number with its bound, sign, currency, scale and unit."""
    bounds, numbers, scales, units = (_listed(language, kind) for kind in ("bound", "number", "scale", "unit"))
    return expression(
        rf"(?:(?<!\w)(?P<bound>{bounds}) )?"
        rf"(?P<figure>(?P<before>[\u20ac$\u00a3] ?)?(?<![\w.,/:'-])(?P<sign>-)?"
        rf"(?P<number>(?:{_DIGITS})(?![\w/:'-]|[.,][0-9])|(?:{numbers})(?![\w-]))"
        rf"(?P<scale>(?: (?:{scales})(?!\w)\.?){{0,2}})?"
        rf"(?P<unit> ?(?:%|[\u20ac$\u00a3])| (?:d[ei] |d')?(?:{units})(?!\w))?)",
        re.IGNORECASE,
    )


def _listed(language: str, kind: str) -> str:
    return "|".join(sorted(map(re.escape, _words(language, kind)), key=len, reverse=True))
