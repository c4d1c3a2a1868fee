"""A number with sign, currency and unit: "-5 degrees", "$3.2bn", "10,000 won", "5-point", "half a mile", "30C"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from revtrack import lexicon
from revtrack.claims import money, units
from revtrack.model import Block
from revtrack.text.numerals import Numeral

_MINUS = re.compile(r"(?:(?<![\w./)%+])-|(?<!or )(?<!\w)minus )$", re.IGNORECASE)
_PART_OF_UNIT = re.compile(r"(?: of)? an? (?=[A-Za-z])")
# Behind "4m" a plural says that it means millions: "4m people", "12m new jobs", not "100m hurdles".
_COUNTED = re.compile(r" (?:[a-z]+ )?(?:people|children|men|women|(?!hurdles|races|as\b|is\b|was\b|its\b)[a-z]+s)\b")
# "£5-10m": the second number of a range of money has no sign of its own.
_OF_MONEY = re.compile(r"[$\u00a3\u20ac][0-9.,]+(?: ?[-\u2013] ?| to | and )$")
_LENGTH = re.compile(r" (?:tall|long|high|higher|wide|deep|deeper|away|above|below|apart|from|in length|in height)\b")
_FOLD = re.compile(r"-?fold(?!\w)")
_WORD = re.compile(r"[a-z&]+|%")
_BEFORE, _BEHIND = 120, 80
_LEAD = 24
_HEAT_LETTERS = ("C", "F", "c", "f")
_HEAT = ("degree celsius", "degree fahrenheit")


class Amount(NamedTuple):
    """A number, its value with scale applied, and its unit: an ISO 4217 code or a name in the singular."""

    start: int
    end: int
    value: Decimal
    unit: str | None
    ordinal: bool
    share: bool
    scale: Decimal
    word: bool

    @property
    def is_small(self) -> bool:
        return self.value == self.value.to_integral_value() and self.value < 1000 and not self.unit

    def is_tight(self, plain: str) -> bool:
        return plain[self.end : self.end + 1] in ("-", "\u2013")

    def scaled_like(self, other: Amount) -> Decimal:
        """The value with the scale that only the second number of a range carries: "20 to 40 million"."""
        return self.value * other.scale if self.scale == 1 and other.scale > 1 and self.value < 1000 else self.value


def read(plain: str, numeral: Numeral, block: Block, floor: int) -> Amount:
    """The number with what stands right before it, down to `floor`, and behind it."""
    if numeral.form == "ordinal":
        return Amount(numeral.start, numeral.end, numeral.value, None, True, False, numeral.scale, False)
    start, value, unit = _currency(plain, numeral, floor)
    if unit is None and numeral.letter >= 0 and not _is_scale(plain, numeral, block):
        numeral = numeral.without_letter()
        value = numeral.value
    end, behind = _unit(plain, numeral, block)
    unit = unit or behind
    noun = unit is None and plain[end : end + 1] == " "
    start, value = _signed(plain, start, value, noun=noun, floor=floor, bullet=block.start)
    if unit == "pound" and "pound" in plain[numeral.end : end].lower():
        unit = money.of_pounds(plain, start, end, value, numeral.scale)
    if unit in _HEAT and plain[numeral.end : end].strip() in _HEAT_LETTERS and not _is_heat(plain, start, end, block):
        end, unit = numeral.end, None
    if unit == "point" and _is_polled(plain, start, end, block):
        unit = "percentage point"
    return Amount(start, end, value, unit, False, numeral.form == "fraction", numeral.scale, numeral.form == "words")


def _currency(plain: str, numeral: Numeral, floor: int) -> tuple[int, Decimal, str | None]:
    """Where the number begins with its currency, and its value: the sign may stand between, as in "$-5"."""
    start = numeral.start
    if plain[start - 1 : start] == "-" and start > floor + 1 and money.is_sign(plain[start - 2]):
        begin, code = money.before(plain, start - 1, floor)
        return begin, -numeral.value, code
    begin, code = money.before(plain, start, floor)
    return begin, numeral.value, code


def _unit(plain: str, numeral: Numeral, block: Block) -> tuple[int, str | None]:
    """Where the number ends with its unit, and the unit's name; "10-fold" has none."""
    figures = numeral.form in ("digits", "fraction")
    end, unit = units.behind(plain, numeral.end, block.end, digits=figures)
    if unit == "KRW" and money.is_verb(plain[numeral.end : end].strip(), numeral.value):
        return numeral.end, None
    if unit is None and numeral.form == "fraction":
        end, unit = _of_unit(plain, end, block)
    fold = _FOLD.match(plain, end, block.end) if unit is None else None
    return (fold.end() if fold else end), unit


def _signed(plain: str, start: int, value: Decimal, *, noun: bool, floor: int, bullet: int) -> tuple[int, Decimal]:
    """The sign before number and currency: "-5", "minus five"; not a bullet, nor the word before a counted noun."""
    minus = _MINUS.search(plain, max(floor, start - 6), start) if value > 0 else None
    if not minus or (noun and (minus[0] != "-" or minus.start() == bullet)):
        return start, value
    return minus.start(), -value


def _is_scale(plain: str, numeral: Numeral, block: Block) -> bool:
    """Whether the letter behind a number without currency is a scale, not a unit: "10M", "4m people", but "48m"."""
    letter = plain[numeral.letter : numeral.end].strip()
    if plain[numeral.letter] == " " and letter in "BKM":
        return False
    if len(letter) > 1 or letter in "kKMB":
        return True
    if letter not in ("m", "b"):
        return False
    lead = plain[max(block.start, numeral.start - _LEAD) : numeral.start].lower()
    if _OF_MONEY.search(lead) or _COUNTED.match(plain, numeral.end, block.end):
        return True
    grown = lexicon.words("growth_words") & set(_WORD.findall(lead))
    return bool(grown) and not _LENGTH.match(plain, numeral.end, block.end)


def _of_unit(plain: str, end: int, block: Block) -> tuple[int, str | None]:
    """The unit that a share is a part of: "half a mile", "three-quarters of an inch", "half-point"."""
    match = _PART_OF_UNIT.match(plain, end, block.end)
    if not match:
        return end, None
    found, unit = units.behind(plain, match.end() - 1, block.end, digits=False)
    return (found, unit) if unit else (end, None)


def _is_heat(plain: str, start: int, end: int, block: Block) -> bool:
    """Whether "30C" without a sign of degrees is a temperature, not a name like "18F"."""
    return plain[start] in "-m" or bool(_around(plain, start, end, block) & lexicon.words("heat_words"))


def _around(plain: str, start: int, end: int, block: Block) -> set[str]:
    return set(_WORD.findall(plain[max(block.start, start - _BEFORE) : min(block.end, end + _BEHIND)].lower()))


def _is_polled(plain: str, start: int, end: int, block: Block) -> bool:
    """Whether points are those of a poll or a share of votes, not of an index or a game, by the words around."""
    found = _around(plain, start, end, block)
    return not found & lexicon.words("index_words") and bool(found & lexicon.words("poll_words") or "%" in found)
