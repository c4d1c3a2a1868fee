"""Number words in a row, multiplied and added: "one hundred and twelve", "4 thousand 3 hundred and 21", "3 lakh crore".

A number is a falling list of terms. A scale multiplies the smaller terms before it; a smaller number behind a scale is
one more term. What would not fall is another number: "five hundred and six hundred" ends behind "five hundred".
"""

from __future__ import annotations

from decimal import Decimal

from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression
from revtrack.text.numerals.numeral import words

_HUNDRED = 100
_WORD = expression(r"[A-Za-z]+")
_SCALE = expression(r"[ -]?([A-Za-z]+)")
_UNIT = expression(r"([ -])([A-Za-z]+)")
_GAP = expression(r", | and |-and-|[ -](?!and\b)")
_DIGITS = expression(r"[1-9][0-9]{0,2}(?![\w.,%/:-]?\w)")


class Atom(NamedTuple):
    """A number below a hundred, a scale by itself, or digits."""

    value: Decimal
    end: int
    kind: str


class Chain(NamedTuple):
    """A whole number: its value, its end, the last scale in it (1 without any), and whether it is an ordinal."""

    value: Decimal
    end: int
    scale: Decimal
    ordinal: bool = False


def read(plain: str, first: Atom, stop: int, *, listed: bool = False) -> Chain:
    """The number that begins with `first`; in a list ("between one hundred and ...") "and" does not go on with it."""
    terms, end, scale = _scaled(plain, [first.value], first.end, stop, glued=first.kind == "digits")
    if first.kind == "scale":
        scale = first.value
    while scale >= _HUNDRED:
        further = _further(plain, terms, end, stop, first.kind, listed)
        if not further:
            break
        terms, end, scale, kind = further
        if kind == "ordinal":
            return Chain(sum(terms, Decimal(0)), end, Decimal(1), True)
    return Chain(sum(terms, Decimal(0)), end, scale, first.kind == "ordinal")


def atom(plain: str, start: int, stop: int) -> Atom | None:
    """The number below a hundred at `start`: "twelve", "twenty-one", "twenty-first"."""
    match = _WORD.match(plain, start, stop)
    word = words().get(match[0].lower()) if match else None
    if not match or not word:
        return None
    second = _UNIT.match(plain, match.end(), stop) if word.kind == "ten" else None
    unit = words().get(second[2].lower()) if second else None
    # "A twenty second delay" is twenty seconds long.
    if second and unit and unit.kind in ("unit", "ordinal") and 0 < unit.value < 10 and second[0] != " second":
        return Atom(Decimal(word.value + unit.value), second.end(), unit.kind)
    return Atom(Decimal(word.value), match.end(), word.kind)


def _scaled(
    plain: str, terms: list[Decimal], end: int, stop: int, *, glued: bool = False
) -> tuple[list[Decimal], int, Decimal]:
    """The terms with the scales right behind them, where those end, and the last of them."""
    scale = Decimal(1)
    while match := _SCALE.match(plain, end, stop):
        word = words().get(match[1].lower())
        tight = match.start(1) == end
        if not word or word.kind not in ("scale", "scales") or (tight and not glued):
            break
        grown = _times(terms, Decimal(word.value))
        if not grown:
            break
        terms, end, scale = grown, match.end(), Decimal(word.value)
    return terms, end, scale


def _times(terms: list[Decimal], size: Decimal) -> list[Decimal] | None:
    """The terms below a scale multiplied by it; None where the list would not fall."""
    if terms[-1] >= size:
        return None
    larger = [term for term in terms if term >= size]
    group = sum(terms[len(larger) :], Decimal(0)) * size
    return None if larger and group >= larger[-1] else [*larger, group]


def _further(
    plain: str, terms: list[Decimal], end: int, stop: int, begun: str, listed: bool
) -> tuple[list[Decimal], int, Decimal, str] | None:
    """One more term behind a scale; with a comma, or digits among words, only one that has a scale of its own."""
    gap = _GAP.match(plain, end, stop)
    if not gap or (listed and "and" in gap[0]):
        return None
    digits = _DIGITS.match(plain, gap.end(), stop) if begun == "digits" and gap[0] in (" ", " and ") else None
    found = Atom(Decimal(digits[0]), digits.end(), "digits") if digits else atom(plain, gap.end(), stop)
    if not found or found.kind not in ("unit", "ten", "ordinal", "digits") or not 0 < found.value < terms[-1]:
        return None
    grown, grown_end, scale = _scaled(plain, [*terms, found.value], found.end, stop, glued=bool(digits))
    if scale == 1 and (_is_scaled(plain, found.end, stop) or not _joins(gap[0], begun, terms[-1])):
        return None
    return grown, grown_end, scale, found.kind


def _is_scaled(plain: str, end: int, stop: int) -> bool:
    """Whether a scale follows that the terms could not take: the number before it begins another one."""
    match = _SCALE.match(plain, end, stop)
    word = words().get(match[1].lower()) if match else None
    return word is not None and word.kind == "scale"


def _joins(gap: str, begun: str, term: Decimal) -> bool:
    """Whether a number without a scale goes on: "one hundred and five", "3 hundred and 21", but "2 million, five"."""
    if begun == "digits":
        return gap == " and " and term < 1000
    return gap != ", "
