"""Numbers that are models: "the 787", "737-800", "four Trent 900 engines", "the Orlo 10", "iLife '11".

A model number stands for the thing it names, with its maker or without. A few numbers name aircraft by themselves
where the words around speak of any; others are known by a word with a capital before them and by what is around both.
"""

from __future__ import annotations

from revtrack import lexicon
from revtrack.claims.figures import counted_noun
from revtrack.claims.figures.amounts import Amount
from revtrack.claims.figures.figure_words import FigureWords

_LONGEST = 4
# How many words on either side may tell that aircraft are spoken of.
_AROUND = 60
_HEADLINES = ("headline", "heading")
_DETERMINERS = ("the", "a", "an", "its", "his", "her", "their", "our", "new", "first", "latest")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twin")
_TIMES = ("Seconds", "Minutes", "Hours", "Days", "Weeks", "Months", "Years")
# Rating agencies, whose names end with an "s" that owns nothing.
_AGENCIES = ("Poor", "Moody")


def holds(words: FigureWords, amount: Amount) -> bool:
    """Whether digits without a unit name a model."""
    plain, start, end = words.plain, amount.start, amount.end
    text = plain[start:end]
    if not text.isdecimal() or len(text) > _LONGEST:
        return False
    if _is_short_year(plain, start, end, words.block.start):
        return counted_noun.plural(words, end) is None
    if _opens_title(words, end):
        return True
    return _is_aircraft(words, text, start, end) or _ends_name(words, start, end)


def _is_short_year(plain: str, start: int, end: int, floor: int) -> bool:
    """Whether an apostrophe makes a year of two digits: "iLife '11"."""
    return end - start == 2 and start - 2 >= floor and plain[start - 2 : start] == " '"


def _opens_title(words: FigureWords, end: int) -> bool:
    """Whether a unit of time with a capital makes a title of the number: "the film 60 Minutes"."""
    named = words.line.texts[words.line.at(end) : words.line.at(end) + 1]
    return words.block.role not in _HEADLINES and bool(named) and named[0] in _TIMES


def _is_aircraft(words: FigureWords, text: str, start: int, end: int) -> bool:
    """Whether a number names an aircraft in a paragraph about some: "the 777", "new 737 planes", "777-200LR"."""
    named = lexicon.mapping("aircraft")
    if text not in named:
        return False
    around = (*words.texts_before(start, _AROUND), *words.texts_behind(end, _AROUND))
    if not any(named.get(word) == "word" for word in around):
        return False
    counted = counted_noun.plural(words, end)
    return counted is None or named.get(counted.lower()) == "word"


def _ends_name(words: FigureWords, start: int, end: int) -> bool:
    """Whether the number ends a name: "four Trent 900 engines", "the Orlo 10 sold well", "Standard & Poor's 500"."""
    texts, at = words.line.texts, words.line.at(start)
    if at < 2 or words.plain[start - 1] != " " or words.block.role in _HEADLINES:
        return False
    name, lead = texts[at - 1], texts[at - 2]
    if name == "s" and lead == "'":
        return at > 2 and texts[at - 3] in _AGENCIES
    if len(name) < 2 or not name.istitle() or not name.isalpha():
        return False
    behind = words.texts_behind(end, 1)
    if lead.isdecimal() or lead.lower() in _NUMBERS:
        return bool(behind) and behind[0].isalpha()
    return (
        bool(behind)
        and behind[0].isalpha()
        and lead.lower() in _DETERMINERS
        and counted_noun.plural(words, end) is None
    )
