"""The words a date is made of: each token of a line with its kind, as one letter.

"late on Thursday, Oct. 31" is `stage on weekday comma short_month stop small`. The grammar of dates is written over
these kinds, so that it never looks at a letter of the text: what is not a word of a date is `word`, whatever it says.
"""

from __future__ import annotations

from functools import cache

from revtrack import lexicon
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import tokens
from revtrack.text.expressions import expression
from revtrack.text.letters import FEW
from revtrack.text.remembered import RememberedWords
from revtrack.text.tokens import Line

# Kinds of words come from the tables; these are the kinds of numbers and signs, and of everything else.
_NUMBERS = (
    "small",
    "nth",
    "year",
    "years",
    "number",
    "four_digits",
    "zero_hours",
    "decade",
    "short_decade",
    "fraction",
    "calendar",
    "clock",
    "bare_clock",
    "long_clock",
    "stopwatch",
    "fiscal_year",
    "part_of_year",
    "glued_era",
)
_SIGNS = {
    ",": "comma",
    ".": "stop",
    "-": "dash",
    "\u2013": "dash",
    "'": "apostrophe",
    "(": "left_bracket",
    ")": "right_bracket",
}
_TOLD_BY_NEIGHBOURS = frozenset(("'", "-", "\u2013"))
_NAMES = (
    "month",
    "may",
    "short_month",
    "weekday",
    "weekdays",
    "short_day",
    "zone",
    "count",
    "ten",
    "century_count",
    "scale",
    "ordinal",
    "year_mark",
)

# What a number word is in a date, by how it joins other number words; the rest ("threefold", "bn") is not part of one.
_JOINTS = {"unit": "count", "ten": "ten", "few": "count", "scale": "scale", "ordinal": "ordinal"}
# With the first of these a year may begin that is spelled in two numbers, with ten or more its second: "nineteen ten".
_CENTURIES, _FEWEST_TENS = range(16, 21), 10

_HOUR = r"(?:[01]?\d|2[0-3])"
_FORMS = (
    ("calendar", expression(r"\d{4}-\d\d-\d\d(?:T.*)?|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d\d(?:\d\d)?")),
    ("clock", expression(rf"{_HOUR}(?:[:.][0-5]\d){{0,2}} ?[apAP]\.?[mM]\.?")),
    ("bare_clock", expression(rf"{_HOUR}:[0-5]\d")),
    ("long_clock", expression(rf"{_HOUR}:[0-5]\d:[0-5]\d")),
    ("stopwatch", expression(r"(?:\d:)?[0-5]?\d:[0-5]\d\.\d{1,3}|(?:2[4-9]|[3-5]\d):[0-5]\d")),
    ("decade", expression(r"(?:1[5-9]|20)\d0s|'\d0s")),
    ("short_decade", expression(r"[5-9]0s")),
    ("fraction", expression(r"[1-9]/\d")),
    ("nth", expression(r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)")),
    ("small", expression(r"3[01]|[12]\d|0?[1-9]")),
    ("year", expression(r"(?:1[5-9]|20)\d\d")),
    ("years", expression(r"(?:1[5-9]|20)\d\d/(?:\d\d){1,2}")),
    ("zero_hours", expression(r"0\d[0-5]\d")),
    ("four_digits", expression(rf"1[0-4][0-5]\d|{_HOUR}\.[0-5]\d")),
    ("number", expression(r"\d+(?:,\d{3})*(?:\.\d+)?[\u00bc-\u00be\u2153\u2154]?")),
    ("fiscal_year", expression(r"FY.*")),
    ("part_of_year", expression(r"(?:[1-4]Q|Q[1-4]|[12]H|H[12])\d\d(?:\d\d)?")),
    ("glued_era", expression(r"\d{1,4}(?:BCE?|AD|CE)|AD\d{1,4}")),
)


class DateToken(NamedTuple):
    """A word, number or sign of a text, and what kind of it."""

    start: int
    end: int
    text: str
    kind: str


class DateWords(NamedTuple):
    """The tokens of a stretch of text; `letters` has the kind of each as one letter."""

    line: Line
    letters: str

    def tokens(self, first: int, last: int) -> list[DateToken]:
        """The tokens from `first` up to `last`, as far as there are any."""
        starts, texts = self.line
        indices = range(max(0, first), min(last, len(texts)))
        return [DateToken(starts[n], starts[n] + len(texts[n]), texts[n], _kinds()[self.letters[n]]) for n in indices]


def read(line: Line) -> DateWords:
    """A line of tokens with the kind of each."""
    kinds = list(map(_LETTERS.__getitem__, line.texts))
    if not _TOLD_BY_NEIGHBOURS.isdisjoint(line.texts):
        kinds = [_beside(line, n, text) or kind for n, (text, kind) in enumerate(zip(line.texts, kinds, strict=True))]
    return DateWords(line, "".join(kinds))


def of(text: str) -> list[DateToken]:
    """The tokens of a text by itself."""
    words = read(tokens.line(text, 0, len(text)))
    return words.tokens(0, len(words.letters))


@cache
def letters() -> dict[str, str]:
    """The letter of each kind."""
    worded = sorted({row[1] for name in ("date_words", "holidays") for row in lexicon.table(name)})
    kinds = ("word", "sign", *_NUMBERS, *dict.fromkeys(_SIGNS.values()), *_NAMES, *worded)
    return dict(zip(dict.fromkeys(kinds), FEW, strict=False))


@cache
def _kinds() -> dict[str, str]:
    return {letter: kind for kind, letter in letters().items()}


@cache
def _words() -> dict[str, str]:
    """Every word of a date in the spellings it may have, and the letter of its kind."""
    known: dict[str, str] = {}
    for word, value, joint in lexicon.table("number_words"):
        kind = _JOINTS.get(joint, "word")
        if kind in ("count", "ten") and int(value) >= _FEWEST_TENS:
            kind = "century_count" if int(value) in _CENTURIES else "ten"
        known |= dict.fromkeys((word, word.capitalize(), word.upper()), kind)
    for word, kind, *_ in lexicon.table("date_words"):
        # "AD" and "2Q" are written in one way alone.
        known |= dict.fromkeys((word, word.capitalize(), word.upper()) if word.islower() else (word,), kind)
    for word, _, form in lexicon.table("months"):
        known |= dict.fromkeys((word, word.upper()), {"word": "may", "short": "short_month"}.get(form, "month"))
    for word, _, form in lexicon.table("weekdays"):
        known |= dict.fromkeys((word, word.upper()), "short_day" if form == "short" else "weekday")
        known |= {} if form == "short" else dict.fromkeys((word + "s", word.upper() + "S"), "weekdays")
    known |= {word: kind for word, kind, *_ in lexicon.table("holidays")}
    known |= dict.fromkeys(lexicon.words("time_zones"), "zone")
    return {word: letters()[kind] for word, kind in known.items()}


def _letter(text: str) -> str:
    """The letter of a token by itself."""
    known, kinds = _words().get(text), letters()
    if known:
        return known
    if text in _SIGNS:
        return kinds[_SIGNS[text]]
    if text[0].isdigit() or text[0] in "'AFQH":
        return kinds[next((form for form, pattern in _FORMS if pattern.fullmatch(text)), "word")]
    return kinds["word" if text[-1].isalnum() or text[-1] in "_'%" else "sign"]


_LETTERS = RememberedWords(_letter)


def _beside(line: Line, index: int, text: str) -> str | None:
    """The letter of an apostrophe or a dash where its neighbours make another sign of it."""
    if text == "'":
        return letters()["year_mark"] if _marks_a_year(line, index) else None
    return letters()["sign"] if text in _TOLD_BY_NEIGHBOURS and not line.is_tight(index) else None


def _marks_a_year(line: Line, index: int) -> bool:
    """Whether an apostrophe stands for the century of the two digits behind it: "since '82"."""
    starts, texts = line
    if index + 1 >= len(texts) or starts[index + 1] != starts[index] + 1:
        return False
    digits = texts[index + 1]
    return len(digits) == 2 and digits.isdecimal() and not (index and line.end(index - 1) == starts[index])
