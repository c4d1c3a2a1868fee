"""Numbers spelled out: "one hundred and twelve", "two and a half million", "a dozen", "five point five"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from revtrack.text.expressions import expression
from revtrack.text.numerals import chain, shares
from revtrack.text.numerals.numeral import Numeral, words

_ARTICLE = expression(r"(?<![\w'])an?[ -]$", re.IGNORECASE)
_LEAD = expression(r"([\w']+)[ -]$")
_VAGUE = ("few", "many", "multi", "several")
_LISTED = expression(r"\b(?:between|both)[ ]$", re.IGNORECASE)
_COUPLE = expression(r"couple (?:of\b|(?:dozen|hundred|thousand|million|billion)\b)", re.IGNORECASE)
_PART = expression(r"(?: and |-and-)(?=[A-Za-z]+[ -][A-Za-z])")
_REACH = 16


def read(plain: str, start: int, end: int, floor: int, stop: int) -> Numeral | None:
    """The number that begins with the word `plain[start:end]`, or with an article before it from `floor` on."""
    word = plain[start:end].lower()
    kind = words()[word].kind if word in words() else ""
    article = _ARTICLE.search(plain, max(floor, start - 3), start) if kind not in ("unit", "ten") else None
    if kind in ("part", "ordinal"):
        share = shares.parts(plain, article.start(), stop) if article else None
        if not share and word in ("half", "quarter"):
            share = shares.half(plain, start, stop)
        if share or kind == "part":
            return share
    if kind == "unit":
        share = shares.parts(plain, start, stop)
        if share:
            return share
    if kind == "multiple":
        return Numeral(start, end, Decimal(words()[word].value), "words")
    if kind == "few":
        return _couple(plain, start, end, article, stop)
    if kind == "scale" and _is_vague(plain, start, floor):
        return None
    return _number(plain, start, article.start() if article and word == "dozen" else start, stop) if kind else None


def with_part(plain: str, whole: Numeral, stop: int) -> Numeral:
    """A whole number with "and a half" behind it: "two and a half", "a million and a half"."""
    gap = _PART.match(plain, whole.end, stop)
    part = shares.beside_whole(plain, gap.end(), stop) if gap else None
    if not part or whole.value != whole.value.to_integral_value():
        return whole
    # "A million and a half" is a half of a million more.
    unit = whole.scale if whole.value % whole.scale == 0 else 1
    return whole._replace(end=part.end, value=whole.value + part.value * unit)


def _number(plain: str, first: int, start: int, stop: int) -> Numeral | None:
    atom = chain.atom(plain, first, stop)
    if not atom or atom.kind == "scales":
        return None
    listed = _LISTED.search(plain, max(0, start - _REACH), start) is not None
    whole = chain.read(plain, atom, stop, listed=listed)
    if whole.ordinal:
        return Numeral(start, whole.end, whole.value, "ordinal")
    found = Numeral(start, whole.end, whole.value, "words", whole.scale)
    return found if listed else _scaled(plain, with_part(plain, _with_decimals(plain, found, stop), stop), found, stop)


def _scaled(plain: str, found: Numeral, whole: Numeral, stop: int) -> Numeral:
    """The scale behind decimals or a part: "one point five million"."""
    if found.end == whole.end:
        return found
    grown = chain.read(plain, chain.Atom(found.value, found.end, "decimal"), stop)
    return found._replace(end=grown.end, value=grown.value, scale=grown.scale)


def _with_decimals(plain: str, whole: Numeral, stop: int) -> Numeral:
    match = _decimals().match(plain, whole.end, stop)
    if not match or plain[max(0, whole.start - 3) : whole.start].lower() == "at ":
        return whole
    figures = "".join(str(words()[word.lower()].value) for word in match[1].split())
    return whole._replace(end=match.end(), value=whole.value + Decimal(f"0.{figures}"))


@cache
def _decimals() -> re.Pattern[str]:
    names = "|".join(_digit_names())
    return expression(rf" point((?: (?:{names})){{1,12}})\b(?!-)", re.IGNORECASE)


def _digit_names() -> Iterator[str]:
    return (word for word, (value, kind) in words().items() if kind == "unit" and value < 10)


def _couple(plain: str, start: int, end: int, article: re.Match[str] | None, stop: int) -> Numeral | None:
    """Two: "a couple of days", "a couple of hundred", but not the couple who married."""
    if not article or not _COUPLE.match(plain, start, stop):
        return None
    behind = end + 3 if plain.startswith(" of ", end) else end
    grown = chain.read(plain, chain.Atom(Decimal(2), behind, "few"), stop)
    end = grown.end if grown.scale > 1 else end
    return Numeral(article.start(), end, grown.value, "words", grown.scale)


def _is_vague(plain: str, start: int, floor: int) -> bool:
    """Whether a bare scale is not a number: "a few hundred", "several thousand"."""
    lead = _LEAD.search(plain, max(floor, start - _REACH), start)
    return lead is not None and lead[1].lower() in _VAGUE
