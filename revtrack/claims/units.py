"""A number with its currency or unit: "$3.2bn", "10,000 won", "5-point", "7 percent", "200 kilometres per hour"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from revtrack import lexicon
from revtrack.model import Block
from revtrack.text.numerals import Numeral

_LONGEST = 24
_SIGN = re.compile(r"(?<![\w./])[-+\u2212]$")
_WORD = re.compile(r"[ -]?(%|\u00b0[CF]\b|[A-Za-z$.]+(?:[ -][A-Za-z/]+){0,2})")
_AGED = re.compile(r"[ -](?:years?|months?|weeks?|days?)[ -](?:old|of age)\b")
# Behind these a number of points is one of a poll or a share of votes, not of an index or a game.
_POLLED = re.compile(r"(?i:\b(?:poll|lead|led|percent|voter|margin|favou?rab|approv|ahead|survey|win|higher))|%")
_INDEX = re.compile(r"\b(?:index|Dow|Nasdaq|FTSE|S&P|stocks?|shares|scored|game|season)\b")


@dataclass(frozen=True, slots=True)
class Amount:
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

    def is_pronoun(self, plain: str) -> bool:
        """Bare "one", which stands for somebody more often than for a number."""
        return self.word and self.value == 1 and not self.unit and plain[self.start : self.end].lower() == "one"

    def scaled_like(self, other: Amount) -> Decimal:
        """The value with the scale that only the second number of a range carries: "20 to 40 million"."""
        return self.value * other.scale if self.scale == 1 and other.scale > 1 and self.value < 1000 else self.value


def amount(plain: str, numeral: Numeral, block: Block) -> Amount | None:
    """The number with what stands right before and behind it; None where its letter is no scale."""
    start, unit = _currency(plain, numeral.start, block)
    end, value = numeral.end, numeral.value
    scale = _scale(plain, numeral)
    if numeral.short and not unit:
        letter = plain[numeral.end - 1].lower()
        if letter in "mb" and plain[numeral.end - 2 : numeral.end].lower() != "bn":
            digits = plain[numeral.start : numeral.end].rstrip("mbMB ")
            value, scale = Decimal(digits.replace(",", "").replace(" ", "")), Decimal(1)
            end = numeral.start + len(digits)
    if unit is None and numeral.form != "ordinal":
        end, unit = _behind(plain, end, block)
    if unit == "percentage point" or unit is None or unit in ("percent", "point", "degree", "degree celsius"):
        start, value = _signed(plain, start, value, block)
    if unit == "point" and _is_polled(plain, start, end, block):
        unit = "percentage point"
    ordinal, share = numeral.form == "ordinal", numeral.form == "fraction"
    return Amount(start, end, value, unit, ordinal, share, scale, numeral.form == "words")


def _scale(plain: str, numeral: Numeral) -> Decimal:
    text = plain[numeral.start : numeral.end].lower()
    words = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("bn", 10**9))
    return next((Decimal(value) for word, value in words if text.endswith(word)), Decimal(1))


def _currency(plain: str, start: int, block: Block) -> tuple[int, str | None]:
    begin = max(block.start, start - 6)
    before = plain[begin:start]
    bare = before.rstrip(" ")
    if len(before) - len(bare) > 1 or not bare:
        return start, None
    for sign, code in _signs():
        if bare.endswith(sign) and not (sign[0].isalpha() and bare[: -len(sign)][-1:].isalnum()):
            return begin + len(bare) - len(sign), code
    return start, None


def _behind(plain: str, end: int, block: Block) -> tuple[int, str | None]:
    stop = min(block.end, end + _LONGEST + 12)
    match = _WORD.match(plain, end, stop)
    if not match:
        return end, None
    aged = _AGED.match(plain, end, block.end)
    if aged:
        return (aged.end(), "year") if aged[0].startswith((" year", "-year")) else (aged.end(), None)
    words = match[1].lower().replace("-", " ")
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        phrase = " ".join(parts[:count])
        unit = _units().get(phrase) or _units().get(_singular(phrase))
        if unit and not plain[match.start(1) + len(phrase) : match.start(1) + len(phrase) + 1].isalpha():
            return match.start(1) + len(phrase.rstrip(".")), unit
    return end, None


def _singular(phrase: str) -> str:
    bare = phrase.rstrip(".")
    return bare[:-1] if bare.endswith("s") else bare


def _signed(plain: str, start: int, value: Decimal, block: Block) -> tuple[int, Decimal]:
    sign = _SIGN.search(plain, max(block.start, start - 2), start)
    if not sign or sign[0] == "+":
        return start, value
    return start - 1, -value


def _is_polled(plain: str, start: int, end: int, block: Block) -> bool:
    begin, stop = max(block.start, start - 120), min(block.end, end + 80)
    return not _INDEX.search(plain, begin, stop) and _POLLED.search(plain, begin, stop) is not None


@cache
def _signs() -> tuple[tuple[str, str], ...]:
    rows = [(row[0], row[1]) for row in lexicon.table("currencies") if row[2] == "before"]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def _units() -> dict[str, str]:
    words = {row[0]: row[1] for row in lexicon.table("currencies") if row[2] == "behind"}
    return words | lexicon.mapping("units")
