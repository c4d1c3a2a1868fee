"""Words that bound a figure on either side: "at least 12", "about $3 million", "45 or older", "100-plus".

Of several hedges the one that gives a limit counts: "at least about 12" and "about 12 or more" are at_least.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from revtrack import lexicon
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.model import Bound
from revtrack.text import tokens

_ARTICLES = ("a", "an", "the")
_HYPHENS = ("-", "\u2010", "\u2011")
# "Ranging from 46 to 40" is a range, "from 46 to 40" a change.
_RANGES = ("rang", "var", "last", "cost", "anywhere", "everywhere")
# The longest phrase of the table with the hedge before it, in words.
_MOST_WORDS = 9
Phrase = tuple[str, ...]


def around(words: FigureWords, start: int, end: int) -> Bound:
    """The bound of the figure at `[start, end)`; `exact` without any."""
    before = _before(words.texts_before(start, _MOST_WORDS))
    if before not in ("exact", "about"):
        return before
    behind = _behind(words.texts_behind(end, _MOST_WORDS))
    return before if behind == "exact" else behind


def is_change(before: list[str]) -> bool:
    """Whether "46 to 40" behind these words is a change from one to the other, not a range."""
    if before[-1:] == ["from"]:
        return not any(word.startswith(_RANGES) for word in before[-4:-1])
    return bool(before) and (before[-1], "range") in _verbs()


def _before(lead: list[str]) -> Bound:
    """The bound in front: the hedge right before the number, or a stricter one before that."""
    found: Bound = "exact"
    article = lead.pop() if lead and lead[-1] in _ARTICLES else ""
    while step := _last_phrase(lead):
        phrase, bound = step
        del lead[-len(phrase) :]
        if len(phrase) == 1 and _is_hyphened_to_number(lead):  # "a six-under 65" is a score
            break
        if article == "the" and phrase not in (("some",), ("up", "to")):
            break
        # "Rose up to 12" and "asked about 12 things": the word before takes the phrase away from the number.
        if lead and (lead[-1], " ".join(phrase)) in _verbs():
            break
        if found in ("exact", "about"):
            found = bound
    return found


def _is_hyphened_to_number(lead: list[str]) -> bool:
    """Whether words end with a number and a hyphen."""
    if len(lead) < 2 or lead[-1] not in _HYPHENS:
        return False
    return lead[-2].isdigit() or lead[-2] in lexicon.words("number_words")


def _last_phrase(lead: list[str]) -> tuple[Phrase, Bound] | None:
    """The longest phrase of the table that words end with."""
    rows = _by_last_word().get(lead[-1], ()) if lead else ()
    return next((row for row in rows if tuple(lead[-len(row[0]) :]) == row[0]), None)


def _behind(tail: list[str]) -> Bound:
    for phrase, bound in _by_first_word().get(tail[0], ()) if tail else ():
        rest = tail[len(phrase) :]
        if tuple(tail[: len(phrase)]) != phrase:
            continue
        # "Plus or minus" and "5 plus 3" bound nothing.
        if not (phrase[-1] in ("plus", "+") and (rest[:2] == ["or", "minus"] or (rest and rest[0][0].isdigit()))):
            return bound
    return "exact"


@cache
def _verbs() -> frozenset[tuple[str, ...]]:
    return frozenset(lexicon.table("change_verbs"))


@cache
def _by_last_word() -> dict[str, list[tuple[Phrase, Bound]]]:
    found: dict[str, list[tuple[Phrase, Bound]]] = {}
    for phrase, bound in _rows("before"):
        found.setdefault(phrase[-1], []).append((phrase, bound))
    return found


@cache
def _by_first_word() -> dict[str, list[tuple[Phrase, Bound]]]:
    found: dict[str, list[tuple[Phrase, Bound]]] = {}
    for phrase, bound in _rows("behind"):
        found.setdefault(phrase[0], []).append((phrase, bound))
    return found


def _rows(side: str) -> Iterator[tuple[Phrase, Bound]]:
    """The phrases of one side as words, longest first."""
    rows = sorted((row for row in lexicon.table("bounds") if row[2] == side), key=lambda row: (-len(row[0]), row[0]))
    for phrase, bound, _ in rows:
        yield tuple(tokens.line(phrase, 0, len(phrase)).texts), bound  # type: ignore[misc]
