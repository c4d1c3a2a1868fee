"""Numbers in digits: 1,234; 12,34,567; 1.234.567; 10 000; 10'000; 3,5 percent; 10 1/2; 10½; 21st; 3.2bn; 4 million.

A run of digits that nobody wrote as a number (a version 2.0.1, an address 10.0.0.1, forty digits in a row) is passed
over as a whole.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from revtrack.text.expressions import expression
from revtrack.text.numerals import chain, spelled
from revtrack.text.numerals.numeral import Numeral, letters, share

# Longer strings of digits are not numbers written to be read.
LONGEST = 40
# Digits without separators beyond these are an account or an identity.
_LONGEST_BARE, _LONGEST_COUNTED = 12, 15
_CURRENCIES = ("$", "\u00a3", "\u20ac", "\u00a5")
# More tens than these behind "e" alone, as in "6e53", are letters of a code.
_MOST_POWER = 20
GLYPHS = {
    "¼": "0.25",
    "½": "0.5",
    "¾": "0.75",
    "⅓": "0.333333",
    "⅔": "0.666667",
    "⅛": "0.125",
    "⅜": "0.375",
    "⅝": "0.625",
    "⅞": "0.875",
}
_GLYPHS = "".join(GLYPHS)

_ENGLISH = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
_INDIAN = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
_CONTINENTAL = r"[0-9]{1,3}(?:(?:\.[0-9]{3}){2,}(?:,[0-9]{1,2})?|\.[0-9]{3},[0-9]{2})(?![0-9.])"
# A decimal comma where the sign of the money, or what follows, leaves no other reading: "€4,5", "R12,50",
# "3,5 percent", "13,5m", "R4,4bn", "2,5kg".
_COMMA = (
    r"(?:(?<=€)|(?<=€ )|(?<=\bR))[0-9]{1,3},[0-9]{1,2}(?![0-9]|[,.][0-9])"
    r"|[0-9]{1,3},[0-9]{1,2}(?= ?(?:%|per ?cent\b|(?:[mb]|tr)illion\b)|(?:[mkt]|bn|tn|km|kg|cm|mm|ha|kW|MW|GW)\b)"
)
_SPACED = r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]| [0-9]|,[0-9]|-[0-9]|s\b)(?:\.[0-9]+)?"
_SWISS = r"[1-9][0-9]{0,2}(?:'[0-9]{3})+(?![0-9'])(?:\.[0-9]+)?"
_USUAL = r"[0-9]+(?:\.[0-9]+)?"
# Nearly all numbers are written so, and then no other way of writing them fits.
_PLAIN = expression(rf"(?P<usual>{_ENGLISH}|{_USUAL}(?![0-9]|[.,' ][0-9]))")
_NUMBER = expression(
    f"(?P<continental>{_CONTINENTAL})|(?P<comma>{_COMMA})|(?P<usual>{_ENGLISH}|{_INDIAN}|{_SPACED}|{_SWISS}|{_USUAL})"
)
_RUN = expression(r"[0-9][0-9.,]*")
_BEFORE_POINT = " ($£€-+~<>\n"
_DOTTED = expression(r"\.[0-9]")
# "2e10", "1.5 x 10^8": more than two digits of power name nothing that is written about.
_POWER = expression(r"(?:[eE]| ?[x\u00d7*] ?10\^)(?P<power>[+-]?[0-9]{1,2})(?!\w)")
_ORDINAL = expression(r"(st|nd|rd|th)(?![\w])")
_FRACTION = expression(r"(?P<part>[0-9]{1,3})/(?P<whole>[0-9]{1,4})(?![/\w]|[.,-][0-9])")
_MIXED = expression(rf"[ -](?P<part>[0-9]{{1,2}})/(?P<whole>[0-9]{{1,2}})(?![/\w])| ?(?P<glyph>[{_GLYPHS}])")
# The parts that people divide things into; "9/11" and "10/31" are days.
_WHOLES = (2, 3, 4, 5, 6, 7, 8, 10, 16, 20, 32, 50, 64, 100, 1000)


def read(plain: str, start: int, stop: int) -> tuple[Numeral | None, int]:
    """The number at the first digit of a run, if it is one, and where to look on."""
    if plain[start] in GLYPHS:
        return Numeral(start, start + 1, Decimal(GLYPHS[plain[start]]), "fraction"), start + 1
    match = _PLAIN.match(plain, start, stop) or _NUMBER.match(plain, start, stop)
    if not match or _is_too_long(match[0], plain, match.end()) or _DOTTED.match(plain, match.end(), stop):
        run = _RUN.match(plain, start, stop)
        return None, run.end() if run else start + 1
    fraction = _FRACTION.match(plain, start, stop) if plain.startswith("/", match.end()) else None
    if fraction:
        return _fraction(fraction), fraction.end()
    number = Numeral(start, match.end(), _value(match), "digits")
    return _with_tail(plain, _below_one(plain, number), stop), match.end()


def _below_one(plain: str, number: Numeral) -> Numeral:
    """The number with the point in front with nothing before it: ".5"."""
    start = number.start
    if plain[start - 1 : start] != "." or not plain[start : number.end].isdigit():
        return number
    if start > 1 and plain[start - 2] not in _BEFORE_POINT:
        return number
    return number._replace(start=start - 1, value=number.value.scaleb(start - number.end))


def _is_too_long(text: str, plain: str, end: int) -> bool:
    """Whether digits are too many for a number; without separators up to 15 are one only where something follows."""
    if not text.isdigit() or len(text) <= _LONGEST_BARE:
        return len(text) > LONGEST
    counts = plain[end : end + 1] == " " and plain[end + 1 : end + 2].isalpha()
    return len(text) > _LONGEST_COUNTED or not (counts or plain[end - len(text) - 1 : end - len(text)] in _CURRENCIES)


def _value(match: re.Match[str]) -> Decimal:
    text = match[0].replace(" ", "")
    if match["usual"]:
        return Decimal(text.replace(",", "").replace("'", ""))
    return Decimal(text.replace(".", "").replace(",", "."))


def _fraction(match: re.Match[str]) -> Numeral | None:
    part, whole = int(match["part"]), int(match["whole"])
    if not 0 < part < whole or (whole not in _WHOLES and part > 1):
        return None
    return Numeral(match.start(), match.end(), share(part, whole), "fraction")


def _with_tail(plain: str, number: Numeral, stop: int) -> Numeral:
    """What follows the digits directly: an ordinal's ending, a fraction, scales, a letter."""
    ordinal = _ORDINAL.match(plain, number.end, stop)
    if ordinal and ordinal[1] == _ending(number.value):
        return number._replace(end=ordinal.end(), form="ordinal")
    parted = any(map(str.isnumeric, plain[number.end : number.end + 2]))
    mixed = _MIXED.match(plain, number.end, stop) if parted else None
    if mixed and number.value == number.value.to_integral_value():
        grown = _mixed(number, mixed)
        if grown:
            return _scaled(plain, grown, stop)
    power = _POWER.match(plain, number.end, stop)
    bare = power and power[0][0] in "eE" and "." not in plain[number.start : number.end]
    if power and not (bare and abs(int(power["power"])) > _MOST_POWER):
        return number._replace(end=power.end(), value=number.value.scaleb(int(power["power"])))
    letter = _letters().match(plain, number.end, stop)
    if letter:
        scale = Decimal(letters()[(letter[letter.lastindex or 0]).lower()])
        return number._replace(end=letter.end(), value=number.value * scale, scale=scale, letter=letter.start())
    return _scaled(plain, spelled.with_part(plain, number, stop), stop)


def _ending(value: Decimal) -> str:
    """The ending of an ordinal: 21st, but 11th; "12st" is a weight."""
    last = int(value) % 100
    return "th" if 10 < last < 14 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")


def _mixed(number: Numeral, match: re.Match[str]) -> Numeral | None:
    if match["glyph"]:
        part = Decimal(GLYPHS[match["glyph"]])
    else:
        above, below = int(match["part"]), int(match["whole"])
        if not 0 < above < below:
            return None
        part = share(above, below)
    return number._replace(end=match.end(), value=number.value + part)


def _scaled(plain: str, number: Numeral, stop: int) -> Numeral:
    grown = chain.read(plain, chain.Atom(number.value, number.end, "digits"), stop)
    return number._replace(end=grown.end, value=grown.value, scale=grown.scale)


@cache
def _letters() -> re.Pattern[str]:
    """One letter right behind the digits, or with a space more of them or a capital: "4m", "3.2 bn", "$5 K"."""
    several = "|".join(sorted((word for word in letters() if len(word) > 1), key=len, reverse=True))
    single = "".join(word for word in letters() if len(word) == 1)
    return expression(rf" ?({several})(?!\w)|([{single}])(?![\w'])|(?<=[0-9]) ((?-i:[mBKM]))(?!\w)", re.IGNORECASE)
