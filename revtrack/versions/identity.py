"""When two claims are the same or alike: one definition for the diff, the history, the gate and the notices.

same        both say the same, however it is written: "Jan. 5" and "January 5", 1.2m and 1,200,000
alike       both count the same thing, so that one may have become the other: 12 soldiers, 14 soldiers
repeated    a notice names the value of a claim, whatever its bound: "there were 21, not 12"

Sources are compared in `versions.sources`; when a claim is back after some revisions, in `versions.recurrence`.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache

from revtrack import lexicon
from revtrack.model import AnyClaim, Attribution, Claims, Date, Figure, Passage, Spans
from revtrack.text import numerals
from revtrack.text.fold import fold, plain
from revtrack.versions import nouns

# How far before a duration the words that bound it may begin, in code points.
BOUND_REACH = 24
# Two words are one name in two spellings from this share of letters in common (difflib's ratio); chosen on the
# development set.
MISSPELT = 0.65
# An attribution is known by the first words of what is said, in code points: a whole quoted page need not be read.
OPENING = 300
# Likeness (Dice) of two statements below which a source says something else; chosen on the development set.
ANOTHER_STATEMENT = 0.6
STAGES = frozenset(("early", "mid", "late"))
_ARTICLE, _PAST = re.compile(r"^an? "), re.compile(r"\bpast\b")
# Letters with stops: "U.S.", "J.K."
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")


def extent(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """The point or range a figure names, without its bound."""
    return (figure.low, figure.high) if figure.bound == "range" else (figure.value, figure.value)


def amount(figure: Figure) -> Hashable:
    """The number without its bound and unit; a score has no value, so its words are compared."""
    size = extent(figure)
    return size, fold(figure.text) if size == (None, None) else None


def same_figure(old: Figure, new: Figure) -> bool:
    """Whether two figures are the same amount of the same unit, however it is written."""
    return _quantity(old) == _quantity(new)


def alike_figures(old: Figure, new: Figure) -> bool:
    """Whether two figures count the same thing."""
    return same_noun(old, new) and old.unit == new.unit


def same_noun(old: Figure, new: Figure) -> bool:
    """Whether both figures have a noun, and it is one noun."""
    return old.noun is not None and new.noun is not None and nouns.stem(old.noun) == nouns.stem(new.noun)


def _quantity(figure: Figure) -> Hashable:
    return amount(figure), figure.unit, figure.per, figure.ordinal


# Dates


def same_date(old: Date, new: Date) -> bool:
    """Whether two dates have the same value where the text decides it, else the same words.

    A value says nothing of "early" and "late" nor of a time zone: "early May" is not "late May".
    """
    if old.value is not None and new.value is not None:
        if (old.type, old.value) != (new.type, new.value) or stages(old) != stages(new):
            return False
        zones = _zones(old), _zones(new)
        return zones[0] == zones[1] or not all(zones)
    return _date_words(old) == _date_words(new)


def duration_bound(claims: Claims, date: Date) -> str | None:
    """The meaning of the words that bound a duration: "almost a week" is "about", "more than a week" "more_than"."""
    if date.type != "duration":
        return None
    before = plain(claims.text[max(0, date.start - BOUND_REACH) : date.start]).lower().rstrip()
    rows = (row for row in lexicon.table("bounds") if row[2] == "before" and before.endswith(" " + row[0]))
    return max(rows, key=lambda row: len(row[0]), default=("", None))[1]


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
    words = fold(date.text).lower()
    for numeral in reversed(list(numerals.find(words, 0, len(words)))):
        words = f"{words[: numeral.start]}{numeral.value:f}{words[numeral.end :]}"
    words = words.replace(".", "").replace(",", "").removeprefix("the ")
    # "A week ago" is "one week ago", and "the past week" is "the last week".
    return _ARTICLE.sub("1 ", _PAST.sub("last", words))


# Names


def same_name(old: str, new: str) -> bool:
    """Whether two names are one: equal, a part of the other, or its initials."""
    a, b = _name_parts(old), _name_parts(new)
    if not a or not b or set(a) <= set(b) or set(b) <= set(a):
        return True
    return _initials(old) == "".join(b) or _initials(new) == "".join(a)


def misspelt(old: str, new: str) -> bool:
    """Whether two names are one name in two spellings: the parts that differ differ by a few letters."""
    differing = [(x, y) for x, y in zip(reversed(_name_parts(old)), reversed(_name_parts(new)), strict=False) if x != y]
    return bool(differing) and all(_one_word(x, y) for x, y in differing)


def _one_word(old: str, new: str) -> bool:
    """Alike enough to be one word in two spellings: "Hardy" and "Hrdy", "Dylis" and "Dilys"."""
    return sorted(old) == sorted(new) or SequenceMatcher(None, old, new, False).ratio() >= MISSPELT


def _name_parts(name: str) -> list[str]:
    bare = _INITIALS.sub(lambda found: found[0].replace(".", ""), fold(name))  # "U.S." is "US"
    words = (word.strip(".,'") for word in bare.lower().replace("'s", "").replace("-", " ").split())
    return [word for word in words if word and word not in ("the", "of", "and")]


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word[0].isupper()).lower()


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
