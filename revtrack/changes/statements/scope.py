"""Of how many, how much, how often, where and for how long a kept sentence speaks: "all residents" -> "some residents".

Phrases that amount to the same cancel each other, wherever they stand. What is left is set against the phrase in its
place; alone it counts where the table says so and little else came or went with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.changes.statements import closed_classes
from revtrack.changes.statements.closed_classes import is_content, word_class
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, WordFinding
from revtrack.changes.statements.places import Places
from revtrack.changes.statements.senses import mean_the_same
from revtrack.changes.statements.table_phrases import Located, PhraseTable
from revtrack.changes.statements.widening import widened
from revtrack.model import Side
from revtrack.model.named_tuple import NamedTuple

# The most kept words between the places of two phrases that may stand for each other.
APART = 2
# So many other words of content may have changed with two phrases, a phrase may have taken the place of so many, and so
# many belong to an exception.
MORE_WORDS, REPLACED, EXCEPTED = 2, 1, 4

_NONE, _RESTRICTION = "-", "which"


class Quantifier(NamedTuple):
    """The question that a phrase answers, what it amounts to, and when it counts alone."""

    question: str
    meaning: str
    alone: str


Phrase = Located[Quantifier]


def find(sentence: EditedSentence, rest: Excused) -> list[WordFinding]:
    """The changes of scope in a sentence, where its changed words are open to judge."""
    if not sentence.stretches:
        return []
    return list(dict.fromkeys(_Scope(sentence, rest).findings()))


class _Scope:
    """The phrases of both rows that do not cancel each other."""

    def __init__(self, sentence: EditedSentence, rest: Excused) -> None:
        self._sentence, self._rest = sentence, rest
        self._places = Places.of(sentence)
        self._old, self._new = self._uncancelled(_located(sentence.old), _located(sentence.new))

    def findings(self) -> Iterator[WordFinding]:
        for phrase, other in self._side_by_side(self._old, self._new, self._stands_for):
            if phrase and other:
                if self._is_open(phrase.span, other.span):
                    yield from self._told(phrase.span, other.span)
            elif phrase:
                yield from self._alone("old", phrase)
            elif other:
                yield from self._alone("new", other)

    def _uncancelled(self, old: Sequence[Phrase], new: Sequence[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
        """Phrases of the same meaning cancel each other: first those in the same place, then those anywhere."""
        left: tuple[list[Phrase], list[Phrase]] = [], []
        by_meaning: dict[str, tuple[list[Phrase], list[Phrase]]] = {}
        for side, phrases in enumerate((old, new)):
            for phrase in phrases:
                by_meaning.setdefault(phrase.entry.meaning, ([], []))[side].append(phrase)
        for same in by_meaning.values():
            pairs = [pair for pair in self._side_by_side(*same, self._meet) if None in pair]
            alone = [a for a, _ in pairs if a], [b for _, b in pairs if b]
            moved = min(len(alone[0]), len(alone[1]))
            left[0].extend(alone[0][moved:])
            left[1].extend(alone[1][moved:])
        return sorted(left[0], key=_start), sorted(left[1], key=_start)

    def _side_by_side(
        self, old: Sequence[Phrase], new: Sequence[Phrase], belong: Callable[[Phrase, Phrase], bool]
    ) -> Iterator[tuple[Phrase | None, Phrase | None]]:
        """Phrases of both rows in the order of their places, those that belong together side by side."""
        i = j = 0
        while i < len(old) or j < len(new):
            if i < len(old) and j < len(new) and belong(old[i], new[j]):
                yield old[i], new[j]
                i, j = i + 1, j + 1
            elif j == len(new) or (i < len(old) and self._places.is_before(old[i].span, new[j].span)):
                yield old[i], None
                i += 1
            else:
                yield None, new[j]
                j += 1

    def _stands_for(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether two phrases answer the same question in the same place, or one restricts what the other counts."""
        questions = {phrase.entry.question, other.entry.question}
        if not self._meet(phrase, other) or (len(questions) > 1 and _RESTRICTION not in questions):
            return False
        return max(self._more("old", phrase.span), self._more("new", other.span)) <= MORE_WORDS

    def _more(self, side: Side, span: range) -> int:
        """How many words of content changed in one stretch with a phrase."""
        stretch = self._places.stretch(side, span)
        row, own = (
            (self._sentence.old, stretch and stretch.old)
            if side == "old"
            else (self._sentence.new, stretch and stretch.new)
        )
        return sum(index not in span and is_content(row[index].key) for index in own or ())

    def _meet(self, phrase: Phrase, other: Phrase) -> bool:
        return self._places.apart(phrase.span, other.span) <= APART

    def _is_open(self, old: range, new: range) -> bool:
        """Whether the changed words are open to judge; a number that took a phrase's place may be a changed figure."""
        changed, rest, sentence = self._sentence.changed, self._rest, self._sentence
        closed = changed.old.intersection(old) - rest.old, changed.new.intersection(new) - rest.new
        is_any_open = not (rest.old.isdisjoint(old) and rest.new.isdisjoint(new))
        return is_any_open and _are_numbers(sentence.old, closed[0]) and _are_numbers(sentence.new, closed[1])

    def _alone(self, side: Side, phrase: Phrase) -> Iterator[WordFinding]:
        """A phrase that nothing like it stands against."""
        stretch = self._places.stretch(side, phrase.span)
        if stretch is None or phrase.entry.alone == "pair":
            return
        rows = self._sentence.old, self._sentence.new
        own, across = (stretch.old, stretch.new) if side == "old" else (stretch.new, stretch.old)
        row, other = rows if side == "old" else rows[::-1]
        if not _counts_alone(row, phrase):
            return
        against = sum(
            is_content(word.key) and not closed_classes.is_number(word.key)
            for word in other[slice(across.start, across.stop)]
        )
        if _is_too_much(phrase.entry.alone, self._more(side, phrase.span), against):
            return
        span = range(phrase.span.start, own.stop) if phrase.entry.alone == "object" else phrase.span
        old, new = (span, across) if side == "old" else (across, span)
        if self._is_open(old, new):
            yield from self._told(old, new)

    def _told(self, old: range, new: range) -> Iterator[WordFinding]:
        """The phrases, with what else changed in a short stretch; nothing if they are known to mean the same."""
        if mean_the_same(self._sentence.old, old, self._sentence.new, new):
            return
        yield WordFinding("scope", *widened(self._sentence, self._places, self._rest, old, new))


def _are_numbers(row: Sequence[EditedWord], indices: Iterable[int]) -> bool:
    """Whether words are numbers or their small words: "half of the"."""
    keys = [row[index].key for index in indices]
    return all(closed_classes.is_number(key) or key == "half" or not is_content(key) for key in keys)


def _start(phrase: Phrase) -> int:
    return phrase.span.start


def _located(row: Sequence[EditedWord]) -> list[Phrase]:
    return [phrase for phrase in _phrases().located(row) if phrase.entry.question != _NONE]


@cache
def _phrases() -> PhraseTable[Quantifier]:
    return PhraseTable({phrase: Quantifier(*amount) for phrase, *amount in lexicon.table("quantifiers")})


def _counts_alone(row: Sequence[EditedWord], phrase: Phrase) -> bool:
    """Whether a phrase says of how many it speaks where it stands: "some officers", not "some 40"."""
    how, before, behind = phrase.entry.alone, row[: phrase.span.start][-1:], row[phrase.span.stop :][:3]
    match how:
        case "plural":
            return row[phrase.span.stop - 1].key in ("of", "the") or _opens_plural(behind)
        case "part":
            return not before or (word_class(before[0].key) not in ("auxiliary", "adverb") and before[0].key != "as")
        case "rank":
            return bool(before) and _is_determined(before[0]) and bool(behind) and is_content(behind[0].key)
        case "number":
            return bool(behind) and _opens_number(behind[0])
        case "focus":
            follows = bool(behind) and word_class(behind[0].key) == "auxiliary"
            return follows or (bool(before) and closed_classes.kind(before[0]) != "other")
        case _:
            return True


def _opens_plural(words: Sequence[EditedWord]) -> bool:
    for word in words:
        if not is_content(word.key) or closed_classes.is_number(word.key):
            return False
        if word.key in _plurals() or (word.key.endswith("s") and not word.key.endswith(("ss", "us", "'s"))):
            return True
    return False


def _is_determined(word: EditedWord) -> bool:
    return word_class(word.key) in ("article", "determiner") or word.key.endswith(("'s", "s'"))


def _opens_number(word: EditedWord) -> bool:
    return word.key in ("a", "an", "once") or word.key in closed_classes.SIGNS or closed_classes.is_number(word.key)


def _is_too_much(how: str, more: int, against: int) -> bool:
    """Whether too many other words of content changed for the phrase alone to be what changed."""
    match how:
        case "exact":
            return more + against > 0
        case "object":
            return more > EXCEPTED or against > 0
        case _:
            return more > 0 or against > REPLACED


@cache
def _plurals() -> frozenset[str]:
    return lexicon.words("plural_nouns")
