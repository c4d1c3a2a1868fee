"""A number in a text, and the words and letters that numbers are made of."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal

from revtrack import lexicon
from revtrack.model.named_tuple import NamedTuple

Form = Literal["digits", "words", "ordinal", "fraction"]

PLACES = Decimal("0.000001")


class Numeral(NamedTuple):
    """A number in a text: its value, and the scale that its last word or letter gave it ("40 million").

    `letter` tells where a scale of one letter begins, which might also be a unit ("4m"); it is `end` without one.
    """

    start: int
    end: int
    value: Decimal
    form: Form
    scale: Decimal = Decimal(1)
    letter: int = -1

    def without_letter(self) -> Numeral:
        """The number with its letter read as something else: "48m" is 48 metres."""
        return Numeral(self.start, self.letter, self.value / self.scale, self.form)


class Word(NamedTuple):
    """A number word: its value, and how it joins others (see the table)."""

    value: int
    kind: str


@cache
def words() -> dict[str, Word]:
    """The table of number words, without the letters that only follow digits."""
    return {word: Word(int(value), kind) for word, value, kind in lexicon.table("number_words") if kind != "letter"}


@cache
def letters() -> dict[str, int]:
    """Scales written as one to three letters right behind digits: "3bn", "10k"."""
    return {word: int(value) for word, value, kind in lexicon.table("number_words") if kind == "letter"}


def share(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """A part of a whole to six places: two thirds are 0.666667."""
    return (Decimal(part) / Decimal(whole)).quantize(PLACES).normalize()
