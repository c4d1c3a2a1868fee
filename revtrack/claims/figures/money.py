"""Currencies: the sign or code before a number ("$", "HK$", "Rs", "EUR"), and pounds that are money, not a weight."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from revtrack import lexicon
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.text.expressions import expression

_TO_BE_MONEY = 1000
_FEWEST_WON = 100
_LONGEST = 5
_COUNTRIES = ("GB ", "UK ", "US ", "AU ", "NZ ", "CA ", "HK ")
# The naira in "N1,285", "N4.1 million", "N96m"; "N78" is a road in Ireland, "N95" a mask.
_AMOUNT = expression(r"\d+[,.]\d|\d+ ?(?:[kmb]|bn|tn|thousand|[mbt]rillion|[mb]illion)\b", re.IGNORECASE)
# Words before "10,000 pounds" that may tell that they were paid.
_LEAD = 7


def before(plain: str, start: int, floor: int) -> tuple[int, str | None]:
    """Where the currency right before `start` begins, and its ISO 4217 code; a blank may part them."""
    end = start - 1 if plain[start - 1 : start] == " " else start
    for begin in range(max(floor, end - _LONGEST), end):
        code = _signs().get(plain[begin:end])
        if code and (not plain[begin].isalpha() or _stands_free(plain, begin, end, start, floor)):
            if plain[begin:end] == "N" and not _AMOUNT.match(plain, start):
                return start, None
            return _with_country(plain, begin, floor), code
    return start, None


def _with_country(plain: str, begin: int, floor: int) -> int:
    """Where a sign begins with the country before it: "GB £20 billion"."""
    apart = begin - 3 >= floor and plain[begin - 3 : begin] in _COUNTRIES and not plain[begin].isalpha()
    return begin - 3 if apart and not plain[begin - 4 : begin - 3].isalnum() else begin


def _stands_free(plain: str, begin: int, end: int, start: int, floor: int) -> bool:
    """Whether letters are a currency, not the end of a word; "R" is the rand in "R500", not in "Type R 500"."""
    if begin > floor and plain[begin - 1].isalnum():
        return False
    return end - begin > 1 or end == start


def is_sign(sign: str) -> bool:
    """Whether a character by itself is the sign of a currency: "$-5"."""
    return sign in _signs()


def is_verb(coin: str, value: Decimal) -> bool:
    """Whether "won" is what somebody did: "the 12 won praise"; nobody counts so few South Korean won."""
    return coin == "won" and value < _FEWEST_WON


def of_pounds(words: FigureWords, start: int, end: int, value: Decimal, scale: Decimal) -> str:
    """The unit of "pounds": millions of them are money, and so is what somebody paid; "pounds of beef" never."""
    if words.plain.startswith(" of ", end):
        return "pound"
    paid = not lexicon.words("money_words").isdisjoint(words.texts_before(start, _LEAD))
    return "GBP" if scale > _TO_BE_MONEY or (value >= 1 and paid) else "pound"


@cache
def _signs() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.table("currencies") if row[2] == "before"}
