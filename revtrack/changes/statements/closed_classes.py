"""What kind of word a word is, as far as a table or its looks tell: a preposition, a number, a date, a name."""

from __future__ import annotations

from functools import cache
from typing import Literal

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedWord

Kind = Literal["date", "name", "number", "other"]

SIGNS = frozenset("%$\u00a3\u20ac\u00a5&#\u00b0")
_DATE_KINDS = frozenset({"dayword", "season", "noon", "tonight", "weekend", "part"})


def word_class(key: str) -> str:
    """The closed class of a word, or nothing for nouns, verbs, names and the like."""
    return _classes().get(key, "")


def is_content(key: str) -> bool:
    """Whether a word names, counts or describes something."""
    return key not in _classes() and key not in SIGNS


def is_number(key: str) -> bool:
    """Digits, or a number as a word."""
    return key[0].isdigit() or key in _number_words()


def is_scale(key: str) -> bool:
    """A word that a number goes on with: "million"."""
    return key in _scales()


def kind(word: EditedWord) -> Kind:
    """What a word of content is, seen by itself."""
    bare = word.text.removesuffix("'s")
    if bare in _date_names() or word.key.removesuffix("'s") in _date_words():
        return "date"
    if is_number(word.key):
        return "number"
    return "name" if word.text[:1].isupper() else "other"


@cache
def _classes() -> dict[str, str]:
    return lexicon.mapping("closed_classes")


@cache
def _number_words() -> frozenset[str]:
    kinds = {"unit", "ten", "scale", "few"}
    return frozenset(row[0] for row in lexicon.table("number_words") if kinds.intersection(row[2].split()))


@cache
def _scales() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.table("number_words") if row[2] in ("scale", "scales", "letter"))


@cache
def _date_names() -> frozenset[str]:
    return lexicon.words("weekdays") | lexicon.words("months")


@cache
def _date_words() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.table("date_words") if row[1] in _DATE_KINDS)
