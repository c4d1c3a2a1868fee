"""A number with sign, currency and unit: "-5 degrees", "$3.2bn", "10,000 won", "5-point", "half a mile", "30C"."""

from __future__ import annotations

import re
from decimal import Decimal

from revtrack import lexicon
from revtrack.claims.figures import money, units
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression
from revtrack.text.numerals import Numeral

_MINUS = expression(r"(?:(?<![\w./)%+])-|(?<!or )(?<!\w)minus )$", re.IGNORECASE)
# How many words on either side tell what points and degrees are: about a sentence (as far as 120 and 80 code points).
_BEFORE, _BEHIND = 27, 16
# Words before "4m" that may tell of growth: "grew by 4m".
_LEAD = 4
# How far back the quotation is looked for that the sign behind "15\"" may close, in code points.
_QUOTED = 300
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


def read(words: FigureWords, numeral: Numeral, floor: int) -> Amount:
    """The number with what is right before it, down to `floor`, and behind it."""
    if numeral.form == "ordinal":
        return Amount(numeral.start, numeral.end, numeral.value, None, True, False, numeral.scale, False)
    plain = words.plain
    start, value, unit = _currency(plain, numeral, floor)
    if unit is None and numeral.letter >= 0 and not _is_scale(words, numeral):
        numeral = numeral.without_letter()
        value = numeral.value
    end, behind = _unit(words, numeral)
    unit = unit or behind
    noun = unit is None and plain[end : end + 1] == " "
    start, value = _signed(plain, start, value, noun=noun, floor=floor, bullet=words.block.start)
    if unit == "pound" and "pound" in plain[numeral.end : end].lower():
        unit = money.of_pounds(words, start, end, value, numeral.scale)
    if unit is None and plain[end : end + 1] == '"' and numeral.form != "words" and _is_inches(words, end):
        end, unit = end + 1, "inch"
    if unit in _HEAT and plain[numeral.end : end].strip() in _HEAT_LETTERS and not _is_heat(words, start, end):
        end, unit = numeral.end, None
    if unit == "point" and _is_polled(words, start, end):
        unit = "percentage point"
    return Amount(start, end, value, unit, False, numeral.form == "fraction", numeral.scale, numeral.form == "words")


def _currency(plain: str, numeral: Numeral, floor: int) -> tuple[int, Decimal, str | None]:
    """Where the number begins with its currency, and its value: the sign may be between them, as in "$-5"."""
    start = numeral.start
    if plain[start - 1 : start] == "-" and start > floor + 1 and money.is_sign(plain[start - 2]):
        begin, code = money.before(plain, start - 1, floor)
        return begin, -numeral.value, code
    begin, code = money.before(plain, start, floor)
    return begin, numeral.value, code


def _unit(words: FigureWords, numeral: Numeral) -> tuple[int, str | None]:
    """Where the number ends with its unit, and the unit's name; "10-fold" has none."""
    plain, stop = words.plain, words.block.end
    end, unit = units.behind(plain, numeral.end, stop, digits=numeral.form in ("digits", "fraction"))
    if unit == "KRW" and money.is_verb(plain[numeral.end : end].strip(), numeral.value):
        return numeral.end, None
    if unit is None and numeral.form == "fraction":
        end, unit = _of_unit(words, end)
    if unit is None:
        fold = next((fold for fold in ("fold", "-fold") if plain.startswith(fold, end)), "")
        end += 0 if plain[end + len(fold) : end + len(fold) + 1].isalnum() else len(fold)
    return end, unit


def _signed(plain: str, start: int, value: Decimal, *, noun: bool, floor: int, bullet: int) -> tuple[int, Decimal]:
    """The sign before number and currency: "-5", "minus five"; not a bullet, nor the word before a counted noun."""
    minus = _MINUS.search(plain, max(floor, start - 6), start) if value > 0 else None
    if not minus or (noun and (minus[0] != "-" or minus.start() == bullet)):
        return start, value
    return minus.start(), -value


def _is_scale(words: FigureWords, numeral: Numeral) -> bool:
    """Whether the letter behind a number without currency is a scale, not a unit: "10M", "4m people", but "48m"."""
    letter = words.plain[numeral.letter : numeral.end].strip()
    if words.plain[numeral.letter] == " " and letter in "BKM":
        return False
    if len(letter) > 1 or letter in "kKMB":
        return True
    if letter not in ("m", "b"):
        return False
    # The second number of a range of money has no sign of its own: "£5-10m".
    if words.before("money_range", numeral.start) or words.behind("millions", numeral.end):
        return True
    grown = lexicon.words("growth_words").intersection(words.texts_before(numeral.start, _LEAD))
    return bool(grown) and not words.behind("length", numeral.end)


def _of_unit(words: FigureWords, end: int) -> tuple[int, str | None]:
    """The unit that a share is a part of: "half a mile", "three-quarters of an inch", "half-point"."""
    match = words.behind("part_of", end)
    if not match:
        return end, None
    found, unit = units.behind(words.plain, words.end(match), words.block.end, digits=False)
    return (found, unit) if unit else (end, None)


def _is_heat(words: FigureWords, start: int, end: int) -> bool:
    """Whether "30C" without a sign of degrees is a temperature, not a name like "18F"."""
    if words.plain[start] in "-m" or words.before("heat", start):
        return True
    return bool(_around(words, start, end) & lexicon.words("heat_words"))


def _is_inches(words: FigureWords, end: int) -> bool:
    """Whether the sign behind a number is that of inches, not the end of a quotation: 'a 15" screen'."""
    floor = max(words.block.start, end - _QUOTED)
    return words.plain.count('"', floor, end) % 2 == 0 and words.plain[end + 1 : end + 2] in (" ", "-", ",", ".", "")


def _around(words: FigureWords, start: int, end: int) -> set[str]:
    return {*words.texts_before(start, _BEFORE), *words.texts_behind(end, _BEHIND)}


def _is_polled(words: FigureWords, start: int, end: int) -> bool:
    """Whether points are those of a poll or a share of votes, not of an index or a game, by the words around."""
    around = _around(words, start, end)
    if around & lexicon.words("index_words"):
        return False
    return bool(around & lexicon.words("poll_words")) or any(word.endswith("%") for word in around)
