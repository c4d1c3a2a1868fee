"""The unit behind a number: "percent", "km/h", "°C", "5-point", "7-year-old", "pesos", "6'2"."""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon
from revtrack.text.expressions import expression

_PHRASE = expression(r"[ -]([A-Za-z.]+(?:[ -][A-Za-z/]+){0,3})")
_TIGHT_PHRASE = expression(r"([A-Za-z]{3,}(?:[ -][A-Za-z/]+){0,3})")
_SYMBOL = expression(r"[ -]?([A-Za-z%\u2030\u00a2\u00b0\u00ba\u2103\u2109\u00b5\u03bc][A-Za-z0-9\u00b2\u00b3/.]*)")
_DOLLARS = r"(?:US|NZ|HK|AU|CA|[ACS])\$"
_SIGN = expression(rf" ?(z\u0142|kr|K\u010d|{_DOLLARS}|[\u20ac\u00a3$\u20bd\u20b4\u20ba\u00a5\u20ab\u20aa])(?![\w])")
_DEGREE = expression(r"(?: ?[\u00b0\u00ba] ?([CF])| ([cf]))(?!\w)")
_AGED = expression(r"[ -](year|month|week|day)s?[ -](?:olds?|of age)(?!\w)", re.IGNORECASE)
_FEET = expression(r"'(?=[0-9]{1,2}(?:\"|(?![\w']))| [0-9]{1,2}\")")
_FIRST = expression(r"\.?(?:[ -]|$)")
_NEXT_WORD = expression(r" [a-z]")
_DIMENSION = expression(r" (?:thick|long|wide|tall|high|deep|across|in (?:diameter|length|width|height))(?!\w)")
_LONGEST_PHRASE = 40


def behind(plain: str, end: int, stop: int, *, digits: bool) -> tuple[int, str | None]:
    """Where the unit right behind `end` ends, and its name; `end` and None without one."""
    sign = plain[end : end + 1]
    if sign == "%":
        return end + 1, "percent"
    if sign not in (" ", "-"):
        return _tight(plain, end, stop) if digits and sign else (end, None)
    aged = _AGED.match(plain, end, stop)
    if aged:
        return aged.end(), aged[1].lower()
    found = _phrase(plain, end, stop)
    if found:
        return found
    return _symbol(plain, end, stop, tight=False) if digits else (end, None)


def _tight(plain: str, end: int, stop: int) -> tuple[int, str | None]:
    """What follows the digits without a blank: "5km", "15€", "6'2"", "30C", "100USD", "10fold"."""
    feet = _FEET.match(plain, end, stop)
    if feet:
        return feet.end(), "foot"
    found = _phrase(plain, end, stop, _TIGHT_PHRASE)
    if found:
        return found
    return _symbol(plain, end, stop, tight=True)


def _symbol(plain: str, end: int, stop: int, *, tight: bool) -> tuple[int, str | None]:
    degree = _DEGREE.match(plain, end, stop)
    if degree:
        celsius = (degree[1] or degree[2]) in "Cc"
        return degree.end(), "degree celsius" if celsius else "degree fahrenheit"
    sign = _SIGN.match(plain, end, stop)
    if sign:
        return sign.end(), _signs()[sign[1]]
    match = _SYMBOL.match(plain, end, stop)
    text = match[1] if match else ""
    for written in (text, text.rstrip("."), text.split("/", 1)[0]):
        unit, only_tight = _symbols().get(written, (None, False))
        if not match or not unit or (only_tight and not tight):
            continue
        if written != "in" or tight or not _is_preposition(plain, match):
            return match.start(1) + len(written), unit
    return end, None


def _is_preposition(plain: str, match: re.Match[str]) -> bool:
    """Whether "in" goes on with a phrase: "2 in." and "2 in thick" are lengths, "2 in hospital" is none."""
    end = match.start(1) + 2
    if plain[match.start()] == "-":
        return _NEXT_WORD.match(plain, end) is None
    return plain[end : end + 1] not in (".", ",", ")", ";", "") and _DIMENSION.match(plain, end) is None


def _phrase(plain: str, end: int, stop: int, pattern: re.Pattern[str] = _PHRASE) -> tuple[int, str] | None:
    match = pattern.match(plain, end, min(stop, end + _LONGEST_PHRASE))
    if not match:
        return None
    first = match.start(1)
    written = match[1].lower()
    if _FIRST.split(written, maxsplit=1)[0] not in _first_words():
        return None
    cuts = [at for at, sign in enumerate(written) if sign in " -/"] + [len(written)]
    for cut in reversed(cuts):
        phrase = written[:cut].rstrip(".")
        unit = _named(phrase.replace("-", " ")) or _named(phrase)
        if not unit and "." in phrase:  # "sq. miles"
            unit = _named(phrase.replace(".", ""))
        if unit and not plain[first + len(phrase) : first + len(phrase) + 1].isalnum():
            return first + len(phrase), unit
    return None


def _named(phrase: str) -> str | None:
    return _units().get(phrase) or (_units().get(phrase[:-1]) if phrase.endswith("s") else None)


@cache
def _units() -> dict[str, str]:
    """Units and currencies that are spelled out, by what is written in the singular."""
    coins = {row[0]: row[1] for row in lexicon.table("currencies") if row[2] == "behind"}
    return coins | lexicon.mapping("units")


@cache
def _first_words() -> frozenset[str]:
    """The words that a phrase for a unit may begin with, in the singular and the plural."""
    firsts = {_FIRST.split(phrase, maxsplit=1)[0] for phrase in _units()}
    return frozenset(firsts | {f"{first}s" for first in firsts})


@cache
def _symbols() -> dict[str, tuple[str, bool]]:
    codes = {row[0]: (row[1], False) for row in lexicon.table("currencies") if row[2] == "code behind"}
    return codes | {row[0]: (row[1], len(row) > 2) for row in lexicon.table("unit_symbols")}


@cache
def _signs() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.table("currencies") if row[2] == "sign behind"}
