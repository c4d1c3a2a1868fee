"""Titles before names: "Gov.", "Prime Minister", "Secretary of State", and where the person begins.

A title counts before a person alone: "Justice Department" and "General Motors" are groups. Part of a title, such as
"Deputy", counts only before another one: "Foreign Office" has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from revtrack import lexicon
from revtrack.claims.names import kinds

# How far before a name its titles are looked for, in code points.
REACH = 40
# Titles that make a name with their place.
STYLES = frozenset(
    ("Archbishop", "Bishop", "Countess", "Duchess", "Duke", "Earl", "Emir", "King", "Prince", "Princess", "Queen")
)
_COMPASS = ("North", "South", "East", "West", "Western")
_HOUSES = ("Assembly", "Cabinet", "Commons", "Council", "House", "Lords", "Parliament", "Senate")
_OF_DEPARTMENTS = frozenset(("Attorney", "Chancellor", "Chief", "Director", "Minister", "Secretary", "Speaker"))


def of(texts: Sequence[str]) -> tuple[int, int]:
    """Where the title among the words of a run begins and ends; words before it are another name.

    The end is that of the run where there is nobody behind the title: "Prime Minister" alone is not a name.
    """
    if "of" in texts and (texts[0] in lexicon.words("organisation_words") or texts[texts.index("of") - 1] in STYLES):
        return 0, 0
    last = _office(texts) or before_person(texts)
    first = last
    while first and (is_title(texts[first - 1]) or "of" in texts[:first]):
        first -= 1
    return first, len(texts) if all(map(is_title, texts[first:])) else last


def people_before(texts: Sequence[str]) -> int:
    """How many words are a people or a place before somebody of it: "Queenslander Jane Roe", "US President".

    The name of a president or a judge is not told here, and "President" alone is none.
    """
    first = 2 if len(texts) > 2 and texts[0] in _COMPASS and kinds.is_of_people(texts[1]) else 1
    rest, whose = texts[first:], " ".join(texts[:first])
    of_people = kinds.is_of_people(texts[first - 1])
    if not (of_people or whose in lexicon.words("places") or whose in _HOUSES):
        return 0
    if not rest or " ".join(rest) in kinds.known_names():
        return 0
    if of_people and len(rest) > 1 and kinds.is_first_name(rest[0]):
        return 0 if any(map(kinds.is_group_word, rest)) else first
    office = all(map(is_title, rest)) and lexicon.mapping("titles")[rest[-1].rstrip(".")] == "role"
    return first if office and rest[-1] not in STYLES and rest[-1] not in lexicon.listed("surnames") else 0


def is_title(text: str) -> bool:
    return text.rstrip(".") in lexicon.mapping("titles")


def before_person(texts: Sequence[str]) -> int:
    """How many words up to the last title are before the last word; a part of a title counts before another."""
    titles = lexicon.mapping("titles")
    given = texts[0] in lexicon.mapping("given_names") and not is_title(texts[0])
    if given and texts[0] not in lexicon.words("places"):
        return 0
    last = 0
    for n, text in enumerate(texts[:-1], 1):
        form = titles.get(text.rstrip("."))
        if form and form != "part":
            last = n
    if last and any(map(kinds.is_group_word, texts[last:])):
        return 0
    return last


def is_person_like(texts: Sequence[str]) -> bool:
    """Whether words before "of" are a person: "Gov. Jane Roe", "Jane Roe"; not "Secretary", "City Council"."""
    if not texts or any(map(kinds.is_group_word, texts)):
        return False
    titled = before_person(texts)
    if titled:
        return titled < len(texts)
    return len(texts) > 1 and texts[0] in lexicon.mapping("given_names")


def opens_department(texts: Sequence[str]) -> bool:
    """Whether words begin with what a secretary is of: "State", "Homeland Security"."""
    known = lexicon.words("departments")
    return texts[0] in known or " ".join(texts[:2]) in known


def _office(texts: Sequence[str]) -> int:
    """How many words are an office with its department: "Secretary of State Jane Roe" has three."""
    if len(texts) > 2 and texts[0] in lexicon.words("departments") and texts[1] in lexicon.mapping("given_names"):
        return 1
    at = texts.index("of") if "of" in texts else 0
    if _OF_DEPARTMENTS.isdisjoint(texts[:at]) or not all(map(is_title, texts[:at])):
        return 0
    first = at + 2 if texts[at + 1 : at + 2] == ["the"] else at + 1
    known = lexicon.words("departments")
    ends = (end for end in (first + 2, first + 1) if end <= len(texts))
    return next((end for end in ends if " ".join(texts[first:end]) in known), 0)


def among(texts: Sequence[str]) -> list[str]:
    """The titles among words, without full stops."""
    return [text.rstrip(".") for text in texts if is_title(text)]


def right_before(plain: str, start: int) -> list[str]:
    """The titles right before a name, the last one first, without full stops: ["Governor"] before "Roe"."""
    words = plain[max(0, start - REACH) : start].split(" ")[:-1]
    return [word.rstrip(".") for word in takewhile(is_title, reversed(words))]


def bare_name(words: str) -> str:
    """A name without the titles before it and the possessive behind it: "Gov. Jane Roe's" -> "Jane Roe"."""
    parts = re.sub(r"'s?$", "", words).split()
    return " ".join(parts[(_office(parts) or before_person(parts)) if parts else 0 :])
