"""Numbers as people write them: 10,000; 10 000; 3.2 million; twenty-one; two and a half million; two-thirds; 21st.

`find` gives each with its span and value and nothing of what it counts. Bare "one" is left to the caller: it is
a pronoun more often than a number. Digits (`digits`) and words (`spelled`) are read from left to right, a scale or a
part behind them (`chain`), shares by themselves (`shares`). The table `number_words` holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revtrack.text.expressions import expression
from revtrack.text.numerals import digits, spelled
from revtrack.text.numerals.numeral import PLACES, Form, Numeral, share, words

__all__ = ["PLACES", "Form", "Numeral", "find", "share"]

_GLYPHS = "".join(digits.GLYPHS)
# A digit, or a word that may be one of the number words: they begin with no other letter. What begins with a set, and
# looks behind it from there, passes over all else at once.
_BEGINNING = expression(rf"[0-9{_GLYPHS}bcdefhlmnoqstzBCDEFHLMNOQSTZ](?:(?<=[0-9{_GLYPHS}])|(?<!\w.)[A-Za-z]*(?!\w))")
# "(three hundred and seventy-five thousand)"
_LONGEST_REPETITION = 50


def find(plain: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers of `plain[start:end]`, in order."""
    while match := _beginning(plain, start, end):
        if match[0].isalpha():
            numeral = spelled.read(plain, match.start(), match.end(), start, end)
            start = match.end()
        else:
            numeral, start = digits.read(plain, match.start(), end)
        if numeral:
            numeral = _with_repetition(plain, numeral, end)
            start = numeral.end
            yield numeral


def _with_repetition(plain: str, numeral: Numeral, end: int) -> Numeral:
    """The number with the same number in brackets behind it, as contracts have it: "seven (7)", "12 (twelve)"."""
    if not plain.startswith(" (", numeral.end, end):
        return numeral
    start, close = numeral.end + 2, plain.find(")", numeral.end, min(end, numeral.end + _LONGEST_REPETITION))
    if close < 0 or "(" in plain[start:close]:
        return numeral
    again = next(find(plain, start, close), None)
    if again is None or again.form == numeral.form:
        return numeral
    is_same = (again.start, again.end, again.value) == (start, close, numeral.value)
    return numeral._replace(end=close + 1) if is_same else numeral


def _beginning(plain: str, start: int, end: int) -> re.Match[str] | None:
    """What a number begins with: a digit, or a number word."""
    known = words()
    for match in _BEGINNING.finditer(plain, start, end):
        found = match[0]
        if not found.isalpha() or found.lower() in known:
            return match
    return None
