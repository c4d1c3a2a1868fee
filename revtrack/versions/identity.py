"""When two claims are the same or alike: one definition for the diff, the history, the gate and the notices.

same        both say the same, however it is written: "Jan. 5" and "January 5", 1.2m and 1,200,000
alike       both count the same thing, so that one may have become the other: 12 soldiers, 14 soldiers
repeated    a notice names the value of a claim, whatever its bound: "there were 21, not 12"

Sources are compared in `versions.sources`; when a claim is back after some revisions, in `versions.recurrence`.
"""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from functools import cache, lru_cache

from revtrack import lexicon
from revtrack.model import AnyClaim, Attribution, Claims, Date, DateType, Figure, Passage, Span, Spans
from revtrack.text import date_bounds, numerals
from revtrack.text.date_bounds import REACH, BoundWords
from revtrack.text.expressions import expression
from revtrack.text.fold import fold, plain
from revtrack.text.remembered import remembered
from revtrack.versions import nouns

# An attribution is known by the first words of what is said, in code points: a whole quoted page need not be read.
OPENING = 300
# Likeness (Dice) of two statements below which a source says something else; chosen on the development set.
ANOTHER_STATEMENT = 0.6
# The letters of a currency's code: GBP.
CURRENCY = 3
STAGES = frozenset(("early", "mid", "late", "end", "middle", "close", "rest", "remainder"))
_LENGTH = expression(r"([\d.]*)([TYMWDHS])")
_SECONDS = {"W": 604_800, "D": 86_400, "H": 3600, "M": 60, "S": 1}
_NUMBER_TO = expression(r"(?<=\d) (?:to|or) (?=\d)")
_ARTICLE, _PAST, _PRECEDING = expression(r"^an? "), expression(r"\bpast\b"), expression(r"\bpreceding\b")


def extent(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """The point or range a figure names, without its bound."""
    return (figure.low, figure.high) if figure.bound in ("range", "vague") else (figure.value, figure.value)


def amount(figure: Figure) -> Hashable:
    """The number without its bound and unit; a score has no value, so its sides are compared: "34 to 27", "34-27"."""
    low, high = extent(figure)
    if low is None and high is None:
        return low, high, _sides(figure.text)
    if figure.unit == "basis point":
        low, high = (size / 100 if size is not None else None for size in (low, high))
    return low, high, None


@lru_cache(maxsize=1024)
def _sides(score: str) -> Hashable:
    """The numbers on the two sides of a score; odds are compared as they are written."""
    text = fold(score)
    sides = tuple(numeral.value for numeral in numerals.find(text, 0, len(text)))
    return sides if len(sides) > 1 else text


def unit(figure: Figure) -> str | None:
    """The unit as it is compared: 25 basis points are 0.25 percentage point, a boy of 12 is a 12-year-old boy."""
    if figure.unit == "basis point":
        return "percentage point"
    return None if is_age(figure) else figure.unit


def is_age(figure: Figure) -> bool:
    """Whether a figure is written as an age: "12-year-old"."""
    return figure.unit == "year" and figure.text.lower().endswith(("old", "olds"))


def same_figure(old: Figure, new: Figure) -> bool:
    """Whether two figures are the same amount of the same unit, however it is written."""
    return _quantity(old) == _quantity(new)


def kept_figure(old: Figure, new: Figure) -> bool:
    """Whether a figure in another sentence is the same one; it may be a rate there: "£2.80", "£2.80 a pint"."""
    return (
        _quantity(old)[:2] == _quantity(new)[:2]
        and old.ordinal == new.ordinal
        and not (old.per and new.per and old.per != new.per)
    )


def measure(figure: Figure) -> Hashable:
    """What is measured, wherever it is counted: money of any currency, parts of a hundred, miles; None for numbers."""
    name = unit(figure)
    if name in ("percent", "percentage point"):
        return "percent"
    return "money" if name and len(name) == CURRENCY and name.isupper() else name


def alike_figures(old: Figure, new: Figure) -> bool:
    """Whether two figures count the same thing."""
    return same_noun(old, new) and old.unit == new.unit


def same_noun(old: Figure, new: Figure) -> bool:
    """Whether both figures have a noun, and it is one noun."""
    return old.noun is not None and new.noun is not None and nouns.stem(old.noun) == nouns.stem(new.noun)


def same_amount(old: Figure, new: Figure) -> bool:
    """Whether two figures are one amount in another unit or form: 1.5 km and 1,500 metres, 75% and three-quarters."""
    return _quantity(old)[:2] == _quantity(new)[:2] and old.ordinal == new.ordinal


def is_share(figure: Figure) -> bool:
    """Whether a figure is a part of a whole in words or as a ratio: "three-quarters", "one in ten", not "0.5"."""
    if figure.unit is not None or figure.ordinal or figure.value is None or not 0 < figure.value < 1:
        return False
    return not figure.text.replace(".", "").isdecimal()


@cache
def measures() -> dict[str, tuple[str, Decimal]]:
    """What each unit measures, and how many of the smallest common measure it is."""
    return {unit: (measure, Decimal(worth)) for unit, measure, worth in lexicon.table("measures")}


def _quantity(figure: Figure) -> tuple[Hashable, ...]:
    """The amount in the smallest common measure of its unit, and what is measured, per what."""
    size, measured = amount(figure), unit(figure)
    if figure.value is not None and figure.bound not in ("range", "vague"):
        if is_share(figure):
            size, measured = (figure.value * 100,) * 2 + (None,), "percent"
        elif measured in measures():
            measured, worth = measures()[measured]
            size = (figure.value * worth,) * 2 + (None,)
    return size, measured, figure.per, figure.ordinal


# Dates


def same_date(old: Date, new: Date) -> bool:
    """Whether two dates have the same value where the text decides it, else the same words.

    A value says nothing of "early" and "late" nor of a time zone: "early May" is not "late May".
    """
    if old.value is not None and new.value is not None:
        if old.type == new.type == "duration":
            return _seconds(old.value) == _seconds(new.value)
        if (old.type, old.value) != (new.type, new.value) or stages(old) != stages(new):
            return False
        zones = _zones(old), _zones(new)
        return zones[0] == zones[1] or not all(zones)
    return _date_words(old) == _date_words(new)


@lru_cache(maxsize=1024)
def _seconds(value: str) -> Hashable:
    """A length of time in months and seconds: 18 months are a year and a half, a week is seven days."""
    months, seconds, of_day = Decimal(0), Decimal(0), False
    for size, sign in _LENGTH.findall(value):
        of_day = of_day or sign == "T"
        if sign == "T":
            continue
        if sign == "Y" or (sign == "M" and not of_day):
            months += Decimal(size) * (12 if sign == "Y" else 1)
        else:
            seconds += Decimal(size) * _SECONDS[sign]
    return (months, seconds) if months or seconds else value


def reach(date: Date) -> Span:
    """A date with all around it that may bound it."""
    return Span(max(0, date.start - REACH), date.end + REACH)


def bound_words(claims: Claims, date: Date) -> BoundWords:
    """The words that bound a date, and from where to where they reach with it."""
    sentence = claims.sentences[date.sentence]
    floor, stop = max(sentence.start, date.start - REACH), max(date.end, min(sentence.end, date.end + REACH))
    around = plain(claims.text[floor:stop])
    found = _bound_around(around, date.start - floor, date.end - floor, date.type)
    phrase = Span(found.phrase.start + floor, found.phrase.end + floor) if found.phrase else None
    return found._replace(start=found.start + floor, end=found.end + floor, phrase=phrase)


@remembered
def _bound_around(around: str, start: int, end: int, kind: DateType) -> BoundWords:
    """The bound of a date by the words around it, which are asked for in both versions and by many."""
    return date_bounds.read(around, Span(0, len(around)), Span(start, end), kind)


def bounded(claims: Claims, date: Date) -> Span:
    """A date with the words that bound it, or with the preposition that does not: "until Friday", "on Friday"."""
    words = bound_words(claims, date)
    if words.bound != "on":
        return words.span
    floor = max(claims.sentences[date.sentence].start, date.start - REACH)
    before = plain(claims.text[floor : date.start])
    return Span(floor + date_bounds.preposition(before), words.end)


def same_bound(old: BoundWords, new: BoundWords) -> bool:
    """Whether two dates are bounded alike: "until" and "till", "prior to" and "before"; "as of" is "from" or "by"."""
    if len(old.shades) != len(new.shades):
        return False
    return not any(set(a.split("/")).isdisjoint(b.split("/")) for a, b in zip(old.shades, new.shades, strict=True))


def moment(date: Date) -> Hashable:
    """The value of a date where it has one, else its words."""
    return date.value or fold(date.text).lower()


def _date_parts(date: Date) -> list[str]:
    return fold(date.text).replace("-", " ").split()


def stages(date: Date) -> frozenset[str]:
    """The part of a month or year that a date names: "early" of "early May"."""
    return frozenset(word.lower() for word in _date_parts(date)) & STAGES


def _zones(date: Date) -> frozenset[str]:
    return frozenset(_date_parts(date)) & lexicon.words("time_zones")


def _date_words(date: Date) -> str:
    return _usual_words(date.text)


@remembered
def _usual_words(text: str) -> str:
    """The words of a date with its numbers in digits, its days in full and its signs left out."""
    words = fold(text).lower()
    for numeral in reversed(list(numerals.find(words, 0, len(words)))):
        words = f"{words[: numeral.start]}{numeral.value:f}{words[numeral.end :]}"
    words = _NUMBER_TO.sub("-", words).replace(".", "").replace(",", "").removeprefix("the ")
    words = " ".join(_full_days().get(word, word) for word in words.split(" "))
    # "A week ago" is "one week ago", "the past week" "the last week", and "the preceding week" "the previous week".
    return _ARTICLE.sub("1 ", _PRECEDING.sub("previous", _PAST.sub("last", words)))


@cache
def _full_days() -> dict[str, str]:
    """Short days of the week and their names, in small letters."""
    rows = lexicon.table("weekdays")
    names = {number: word.lower() for word, number, form in rows if form == "name"}
    return {word.lower(): names[number] for word, number, form in rows if form == "short"}


# Attributions


@cache
def cue_meaning(lemma: str) -> str:
    """The class of a cue: "claim" doubts, "confirm" commits, "say" is neutral; unknown cues are their own class."""
    return next((row[-1] for row in lexicon.table("cues") if row[0] == lemma), lemma)


def opening(text: str, content: Spans) -> str:
    """The first words of what is said."""
    parts, left = [], OPENING
    for span in content:
        parts.append(text[span.start : min(span.end, span.start + left)])
        left -= len(parts[-1])
        if left <= 0:
            break
    return " ".join(parts)


def content(claim: AnyClaim, claims: Claims) -> str:
    """What is said in an attribution, on one line."""
    spans = claim.content if isinstance(claim, Attribution) else ()
    return " ".join(" ".join(span.of(claims.text) for span in spans).split())


# In a notice


def repeated(said: AnyClaim | Passage, claim: AnyClaim | Passage) -> bool:
    """Whether a notice repeats the value of a figure or date; its bound and unit may be left out."""
    if isinstance(said, Figure) and isinstance(claim, Figure):
        return amount(said) == amount(claim)
    if isinstance(said, Date) and isinstance(claim, Date):
        if said.value and claim.value:
            return said.value == claim.value
        return fold(said.text).lower() == fold(claim.text).lower()
    return False
