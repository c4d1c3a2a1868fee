"""How old somebody is, written in one way or another: "the boy, 12", "the 12-year-old boy", "a boy aged 12"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from revtrack.changes.statements.closed_classes import is_number
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused
from revtrack.changes.statements.function_words import ARTICLES

# How many ages of a sentence are tried, and the most words of who is that old.
_AGES = 12
_WHO = 4
_YEARS = (("year", "old"), ("years", "old"), ("years", "of", "age"), ("year", "olds"))
_LEADS = (("aged",), ("age",), ("at", "the", "age", "of"), ("at", "age"), ("who", "is"), ("who", "was"))


def proven(sentence: EditedSentence, left: Excused) -> Excused:
    """The words around an age that is in both versions: "year old", "aged", and who is that old."""
    forth = _told(sentence.old, left.old, sentence.new, left.new)
    back = _told(sentence.new, left.new, sentence.old, left.old)
    return Excused(forth[0] | back[1], forth[1] | back[0])


def _told(
    row: Sequence[EditedWord], left: frozenset[int], other: Sequence[EditedWord], other_left: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """The words of ages told as "12 years old" in one row and otherwise in the other."""
    here: set[int] = set()
    there: set[int] = set()
    for number, end in islice(_ages(row, left), _AGES):
        for at in (at for at, word in enumerate(other) if word.key == row[number].key):
            if _years_behind(other, at):
                continue
            here.update(range(number, end))
            there.add(at)
            lead = _lead_before(other, at)
            there.update(range(lead, at))
            _add_bearer(row, number, end, here, other, lead, at, there)
            break
    return frozenset(here & left), frozenset(there & other_left)


def _add_bearer(
    row: Sequence[EditedWord],
    number: int,
    end: int,
    here: set[int],
    other: Sequence[EditedWord],
    lead: int,
    at: int,
    there: set[int],
) -> None:
    """Who is that old, if it stands behind the age in one row and before it in the other; with the articles."""
    for length in range(_WHO, 0, -1):
        who = [word.key for word in row[end : end + length]]
        if len(who) == length and who == [word.key for word in other[max(0, lead - length) : lead]]:
            here.update(range(end, end + length))
            there.update(range(lead - length, lead))
            lead -= length
            break
    here.update(index for index in (number - 1,) if index >= 0 and row[index].key in ARTICLES)
    there.update(index for index in (lead - 1, at + 1) if 0 <= index < len(other) and other[index].key in ARTICLES)


def _ages(row: Sequence[EditedWord], left: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Each number before "years old", some word of it or behind it open, and where the words of the age end."""
    for index, word in enumerate(row):
        if word.key in ("year", "years") and index and is_number(row[index - 1].key):
            length = _years_behind(row, index - 1)
            if length and not left.isdisjoint(range(index - 1, index + length + _WHO)):
                yield index - 1, index + length


def _years_behind(row: Sequence[EditedWord], number: int) -> int:
    """How many words make a number an age: "year old", "years of age"."""
    for years in _YEARS:
        if tuple(word.key for word in row[number + 1 : number + 1 + len(years)]) == years:
            return len(years)
    return 0


def _lead_before(row: Sequence[EditedWord], number: int) -> int:
    """Where the words begin that lead to an age: "aged", "at the age of"."""
    for lead in _LEADS:
        if tuple(word.key for word in row[max(0, number - len(lead)) : number]) == lead:
            return number - len(lead)
    return number
