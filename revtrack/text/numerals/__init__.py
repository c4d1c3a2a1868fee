"""Numbers as people write them: 10,000; 10 000; 3.2 million; twenty-one; two and a half million; two-thirds; 21st.

`find` gives each with its span and value and nothing of what it counts. Bare "one" is left to the caller: it is
a pronoun more often than a number. Digits (`digits`) and words (`spelled`) are read from left to right, a scale or a
part behind them (`chain`), shares by themselves (`shares`). The table `number_words` holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from revtrack.text.numerals import digits, spelled
from revtrack.text.numerals.numeral import PLACES, Form, Numeral, share, words

__all__ = ["PLACES", "Form", "Numeral", "find", "share"]


def find(plain: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers of `plain[start:end]`, in order."""
    search = _beginning().search
    while match := search(plain, start, end):
        if match["word"]:
            numeral = spelled.read(plain, match.start(), match.end(), start, end)
            start = match.end()
        else:
            numeral, start = digits.read(plain, match.start(), end)
        if numeral:
            start = numeral.end
            yield numeral


@cache
def _beginning() -> re.Pattern[str]:
    """What a number begins with: a digit, or a number word, the words gathered by their first letters."""
    initials = groupby(sorted(words()), key=lambda word: word[0])
    listed = "|".join(f"{initial}(?:{'|'.join(_longest_first(group))})" for initial, group in initials)
    return re.compile(rf"[0-9{''.join(digits.GLYPHS)}]|(?<!\w)(?P<word>{listed})(?!\w)", re.IGNORECASE)


def _longest_first(group: Iterator[str]) -> list[str]:
    return sorted((word[1:] for word in group), key=len, reverse=True)
