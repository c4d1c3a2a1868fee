"""What a figure is counted per: "100 people a day", "$15 an hour", "12 cases per 100,000 people", "$5m annually".

The denominator comes right behind the figure or its noun. Behind "per" it may be any word, behind "a" one of the table
`denominators`, which also gives its usual name.
"""

from __future__ import annotations

from itertools import takewhile

from revtrack import lexicon
from revtrack.claims.figures import counted_noun
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.claims.figures.ranges import Measure
from revtrack.text import numerals
from revtrack.text.expressions import expression

_DIGIT_GAP = expression(r"(?<=\d)[ ,](?=\d{3})")
# The noun and its adjectives may come between a figure and its denominator.
_PER_WORDS = 3


def per(words: FigureWords, measure: Measure) -> str | None:
    """The denominator of a rate right behind the figure or its noun: "day", "100000 people"."""
    if measure.share:
        return None
    found = _denominator(words, measure.end, "")
    for word, end in words.phrase(measure.end, _PER_WORDS) if not found else ():
        found = found or _denominator(words, end, word)
    return found


def _in_digits(denominator: str) -> str:
    """A denominator with its number in digits: "three hours" is "3 hours"."""
    numeral = next(iter(numerals.find(denominator, 0, len(denominator))), None)
    if numeral is None or not denominator[:1].isalpha():
        return denominator
    return f"{numeral.value:f}{denominator[numeral.end :]}"


def _denominator(words: FigureWords, at: int, noun: str) -> str | None:
    """The denominator right behind a figure or behind a word that it counts."""
    rest = words.texts_behind(at, 0)
    if rest and rest[0][0] == "/":
        # "1/365" is cut as one number.
        return "".join(takewhile(str.isdigit, rest[0][1:])) or None
    if not words.behind("rate", at):
        return None
    usual, texts = lexicon.mapping("denominators"), words.line.texts
    if each := words.behind("each", at):
        # "A day" behind a word goes with the figure in "12 people a day", but not in "people cast a vote".
        if noun and not counted_noun.is_plural(noun) and texts[each.start()] not in ("each", "every"):
            return None
        word = texts[each.end() - 1]
        return usual[word] if word in usual and not word.endswith("ly") else None
    if many := words.behind("per_many", at):
        first = many.start() + (2 if texts[many.start()] == "for" else 1 + 2 * (texts[many.start()] == "-"))
        return _DIGIT_GAP.sub("", _in_digits(words.text(first, many.end())))
    if one := words.behind("per_one", at):
        word = texts[one.end() - 1]
        return usual.get(word, word) if word in usual or texts[one.start()] != "/" else None
    adverb = words.behind("adverb", at)
    return usual.get(texts[adverb.start()]) if adverb else None
