"""Numbers as people write them: 10,000; 10 000; 3.2 million; twenty-one; two and a half million; two-thirds; 21st.

`find` gives each with its span and value and nothing of what it counts. Bare "one" is left to the caller: it is
a pronoun more often than a number. The table `number_words` holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from revtrack import lexicon

Form = Literal["digits", "words", "ordinal", "fraction"]

# Longer strings of digits are no numbers that a person wrote to be read.
LONGEST = 40
_LETTERS = re.compile(r"[A-Za-z]+")
PLACES = Decimal("0.000001")
GLYPHS = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125"}
_SHORT_SCALES = {"k": 1000, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12, "trn": 10**12}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text; `short` where its scale is a letter that might also be a unit ("4m")."""

    start: int
    end: int
    value: Decimal
    form: Form
    short: bool = False


def find(plain: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers of `plain[start:end]`, in order."""
    search = _pattern().search
    while match := search(plain, start, end):
        numeral = _read(match)
        if numeral:
            yield numeral
        start = numeral.end if numeral else match.end()


@cache
def _pattern() -> re.Pattern[str]:
    table = lexicon.table("number_words")
    plain = "|".join(row[0] for row in table if row[2] in ("unit", "ten", "scale", "ordinal"))
    scales = "|".join(row[0] for row in table if row[2] == "scale")
    parts = "|".join(row[0] for row in table if row[2] in ("fraction", "ordinal"))
    return re.compile(
        rf"""
        (?P<digits>(?<![\w.,])
            (?: \d{{1,3}}(?:,\d{{2,3}})+(?:\.\d+)? | \d{{1,3}}(?:\.\d{{3}}){{2,}} | \d{{1,3}}(?:[ ]\d{{3}})+(?!\d) | \d+(?:\.\d+)? | \.\d+ )
        )
        (?: (?P<ordinal>st|nd|rd|th)\b | [ ]?-?(?P<scale>(?:{scales})s?)\b(?:[ ](?P<scale2>{scales})\b)?
          | /(?P<over>\d{{1,2}})(?![\d/]) | [ ]?(?P<short>bn|mn|tn|trn|k|m|b)\b | (?P<glyph>[¼½¾⅓⅔⅛]) )?
      | (?P<only>(?<![\w])[¼½¾⅓⅔⅛])
      | \b(?:(?P<a>an?)[ ])?(?P<half>half|quarter|third|fifth|tenth)(?:[ ]|-)(?P<of>a[ ]|an[ ])?(?P<halfscale>{scales})\b
      | \b(?:an?|one)[ -](?P<part>half|quarter|third|fifth|sixth|eighth|tenth|hundredth)\b(?=[ ]of\b|[ ,.;:]|$)(?![ ](?:time|day|week|month|year|party|person|man|woman)\b)
      | \b(?P<count>two|three|four|five|six|seven|eight|nine)[ -](?P<nth>(?:{parts}))(?<=s)\b
      | \b(?P<few>an?[ ](?:couple|dozen|hundred|thousand|million|billion|trillion))\b
      | \b(?P<halves>half)\b(?=[ ](?:of|the|an?|her|his|its|their|all|said|say|were|are|was|have|had|want|for)\b|[ ]\w+s\b|[.,;)]|$)
      | \b(?P<words>(?:{plain})(?:(?:-|[ ]and[ ]|[ ]|,[ ])(?:{plain})\b){{0,12}}(?:[ ]and[ ]a[ ](?P<plushalf>half|quarter)(?:[ ](?P<lastscale>{scales}))?)?)\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _read(match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    if match["digits"]:
        return _digits(match)
    if match["only"]:
        return Numeral(start, end, Decimal(GLYPHS[match["only"]]), "fraction")
    if match["half"]:
        return Numeral(match.start("half"), end, _share(1, match["half"]) * _value(match["halfscale"]), "words")
    if match["part"]:
        return Numeral(start, end, _share(1, match["part"]), "fraction")
    if match["count"]:
        return Numeral(start, end, _share(_value(match["count"]), match["nth"]), "fraction")
    if match["few"]:
        word = match["few"].split()[1].lower()
        value = Decimal(2) if word == "couple" else _value(word)
        return Numeral(start if word in ("couple", "dozen") else end - len(word), end, value, "words")
    if match["halves"]:
        return Numeral(start, end, Decimal("0.5"), "fraction")
    return _words(match)


def _digits(match: re.Match[str]) -> Numeral | None:
    digits = match["digits"]
    if len(digits) > LONGEST:
        return None
    start, end = match.span()
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    value = Decimal(digits.replace(",", "").replace(" ", ""))
    if match["ordinal"]:
        return Numeral(start, end, value, "ordinal")
    for scale in (match["scale"], match["scale2"]):
        value *= _value(scale.lower().removesuffix("s")) if scale else 1
    if match["over"]:
        if match["over"].strip("0") == "":
            return Numeral(start, match.end("digits"), value, "digits")
        return Numeral(start, end, _share(value, match["over"]), "fraction")
    if match["glyph"]:
        return Numeral(start, end, value + Decimal(GLYPHS[match["glyph"]]), "digits")
    if match["short"]:
        return Numeral(start, end, value * _SHORT_SCALES[match["short"].lower()], "digits", short=True)
    return Numeral(start, end, value, "digits")


def _words(match: re.Match[str]) -> Numeral | None:
    """Spelled-out numbers; a run that is no one number ("one, two") ends where its first one does."""
    text, start = match["words"], match.start("words")
    length = text.lower().rfind(" and a ") if match["plushalf"] else len(text)
    total = current = last = Decimal(0)
    end, kind = 0, ""
    for word in _LETTERS.finditer(text, 0, length):
        if word[0].lower() == "and":
            continue
        value, kind_here = _table()[word[0].lower()]
        if end and not _follows(text[end : word.start()], last, value, kind_here):
            break
        if kind_here == "scale" and value > 100:
            total, current = total + (current or 1) * value, Decimal(0)
        else:
            current = (current or 1) * value if kind_here == "scale" else current + value
        last, end, kind = value, word.end(), kind_here
        if kind == "ordinal":
            break
    value = total + current
    if match["plushalf"] and end == length:
        scale = _value(match["lastscale"]) if match["lastscale"] else 1
        return Numeral(start, match.end(), (value + _share(1, match["plushalf"])) * scale, "words")
    return Numeral(start, start + end, value, "ordinal" if kind == "ordinal" else "words")


def _follows(gap: str, last: Decimal, value: Decimal, kind: str) -> bool:
    """Whether a word goes on with the number before it: "twenty" "one", "hundred" "and" "five"."""
    if kind == "scale":
        return gap in (" ", "-") and (last < value or value >= 1000)
    if "," in gap:
        return last >= 1000 and value < last
    if "and" in gap:
        return last >= 100 and value < last
    if kind == "ten" or last >= 100:
        return last >= 100 and value < last
    return value < 10 and last >= 20


def _share(part: Decimal | int, whole: str) -> Decimal:
    number = Decimal(whole) if whole.isdigit() else _value(whole)
    return (Decimal(part) / number).quantize(PLACES).normalize()


def _value(word: str) -> Decimal:
    lower = word.lower()
    return _table()[lower][0] if lower in _table() else _table()[lower.removesuffix("s")][0]


@cache
def _table() -> dict[str, tuple[Decimal, str]]:
    return {word: (Decimal(value), kind) for word, value, kind in lexicon.table("number_words")}
