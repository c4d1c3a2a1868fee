"""What the words of a row may mean: their base forms, and the sets of the tables that they are in.

A unit also has the shape of its inflected word ("sold" is the "ed" of "sell"), so that a plural is not paired with a
singular, nor what one does with what is done to one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from revtrack import lexicon
from revtrack.changes.statements.closed_classes import word_class
from revtrack.changes.statements.edited import EditedWord
from revtrack.changes.statements.function_words import (
    BE,
    OBJECT_FORMS,
    SUBJECTS,
    is_adverb,
    is_determiner,
    is_preposition,
)
from revtrack.changes.statements.nominalized import acts_in_nouns
from revtrack.changes.statements.pairing import MeaningUnit
from revtrack.changes.statements.word_sets import Member, Spellings, sets
from revtrack.text.inflection import bases
from revtrack.text.spelling_varieties import usual

_KEPT = 1 << 14
# How many words before and after the words in question a member of a set may begin and end: "be about to".
MORE = 2
TABLES = ("same_meaning", "shared_senses")
_IRREGULAR_PLURALS = frozenset(("children", "feet", "teeth", "mice", "geese", "lice", "oxen", "people", "criteria"))
_DEGREES = frozenset(("better", "best", "worse", "worst", "more", "most", "less", "least", "further", "furthest"))
_BEHIND_VERBS = frozenset(("to", "that", "him", "them", "it", "he", "she", "they", "me", "us", "you"))
_SUFFIXES = ("ing", "ed", "est", "er", "s")
_PRONOUNS = {**OBJECT_FORMS, "whom": "who"}


class Senses:
    """A row of words with what each of them may mean, looked up once."""

    def __init__(self, row: Sequence[EditedWord]) -> None:
        self.row = row
        self.spelled = [spellings(word.key) for word in row]
        self._units: dict[int, tuple[MeaningUnit, ...]] = {}

    def units(self, index: int) -> tuple[MeaningUnit, ...]:
        """The units that begin at a word."""
        if index not in self._units:
            self._units[index] = tuple(self._read(index))
        return self._units[index]

    def is_passive(self, index: int) -> bool:
        """Whether a form of "be" stands before a word, adverbs between them aside."""
        at = index - 1
        while at >= 0 and (is_adverb(self.row[at].key) or self.row[at].key == "not"):
            at -= 1
        return at >= 0 and self.row[at].key in BE

    def is_verb(self, unit: MeaningUnit) -> bool:
        """Whether an auxiliary, "to" or a pronoun before a word makes it a verb."""
        at = unit.start - 1
        while at >= 0 and is_adverb(self.row[at].key):
            at -= 1
        before = self.row[at].key if at >= 0 else ""
        return before == "to" or before in SUBJECTS or word_class(before) == "auxiliary"

    def is_noun(self, unit: MeaningUnit) -> bool:
        """Whether a word is a noun by the determiner or preposition before it, an adjective between them aside."""
        if unit.end - unit.start > 1 or self.row[unit.start].key in BE:
            return False
        before = [self.row[at].key for at in (unit.start - 1, unit.start - 2) if at >= 0]
        behind = self.row[unit.end].key if unit.end < len(self.row) else ""
        if before and (is_determiner(before[0]) or is_preposition(before[0]) or before[0].isdigit()):
            return True
        has_determiner = len(before) > 1 and is_determiner(before[1])
        return has_determiner and not is_determiner(behind) and behind not in _BEHIND_VERBS

    def _read(self, index: int) -> list[MeaningUnit]:
        passive = self.is_passive(index)
        by_shape: dict[tuple[int, str], set[str]] = {}
        for shape, keys in _alone(self.row[index].key, passive=passive):
            by_shape[index + 1, shape] = set(keys)
        for member in sets(*TABLES).phrases(self.spelled, index):
            by_shape.setdefault((member.end, self._shape(member)), set()).add(member.set_id)
        for end, verb, light in acts_in_nouns(self.spelled, index):
            by_shape.setdefault((end, _shaped(self.row[index].key, light, passive=passive)), set()).update(
                _keys_of(verb)
            )
        return [MeaningUnit(index, end, frozenset(keys), shape, passive) for (end, shape), keys in by_shape.items()]

    def _shape(self, member: Member) -> str:
        return _shaped(self.row[member.head].key, member.as_listed, passive=self.is_passive(member.head))


@lru_cache(maxsize=_KEPT)
def _alone(word: str, *, passive: bool) -> tuple[tuple[str, frozenset[str]], ...]:
    """What a word by itself may stand for: its base forms and their sets, by the shape that it is of each."""
    found: dict[str, set[str]] = {}
    for base in spellings(word):
        found.setdefault(_shaped(word, base, passive=passive), set()).update(_keys_of(base))
    return tuple((shape, frozenset(keys)) for shape, keys in found.items())


def _keys_of(base: str) -> Iterator[str]:
    yield f"={base}"
    yield from sets(*TABLES).words(base)


def _shaped(word: str, base: str, *, passive: bool) -> str:
    """The shape of a word; what is done to one is an "ed", also where it looks like its base ("was put off")."""
    shape = shape_of(word, base)
    return "ed" if not shape and passive and word in lexicon.words("unchanged_pasts") else shape


@lru_cache(maxsize=_KEPT)
def spellings(word: str) -> Spellings:
    """What a word may be looked up as: itself, its spelling without variety, its base forms."""
    nominative = _PRONOUNS.get(word, word)
    found = (nominative, usual(word), *bases(nominative), *(usual(base) for base in bases(word)))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=_KEPT)
def shape_of(word: str, base: str) -> str:
    """How a word is inflected from a base form: "s", "ed", "ing", "er", "est", or not at all."""
    word = word.removesuffix("'s").removesuffix("'")
    if word == base or usual(word) == base or base in BE or word in _PRONOUNS:
        return ""
    if word in _DEGREES:
        return "est" if word.endswith("st") else "er"
    if (
        word in _IRREGULAR_PLURALS
        or (word.endswith("men") and base.endswith("man"))
        or base.endswith(("us", "is", "um"))
    ):
        return "s"
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and not base.endswith(suffix):
            return suffix
    return "ed"


def mean_the_same(old: Sequence[EditedWord], old_span: range, new: Sequence[EditedWord], new_span: range) -> bool:
    """Whether phrases around two stretches of words are of one set."""
    if not old_span or not new_span:
        return False
    return not _sets(old, old_span).isdisjoint(_sets(new, new_span))


def _sets(row: Sequence[EditedWord], span: range) -> set[str]:
    """The sets of the phrases that hold a stretch of a row whole."""
    first = max(0, span.start - MORE)
    around = row[first : span.stop + MORE]
    spelled = [spellings(word.key) for word in around]
    table = sets(*TABLES)
    starts = range(span.start - first + 1)
    stop = span.stop - first
    return {member.set_id for start in starts for member in table.found(spelled, start) if member.end >= stop}
