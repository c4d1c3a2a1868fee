"""Slips of the pen: a word printed twice in a row, and a common word with one letter lost, doubled or exchanged.

A slip is a word that nobody writes; where the wrong word is a word as well ("trial", "trail"), it is another word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedWord

# A letter more or less makes another word of a shorter one: "he", "the".
SHORTEST = 5
_VOWELS = "aeiou"
# "He had had enough", "that that".
_TWICE_IN_ENGLISH = frozenset(("had", "that", "is", "very", "really", "much", "so", "no", "many", "again", "bye"))
_ENDINGS = ("s", "d", "ed", "ing", "ly")


def is_printed_twice(row: Sequence[EditedWord], index: int, changed: frozenset[int]) -> bool:
    """Whether a changed word repeats the kept one beside it, and never does in English."""
    word = row[index]
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(row) and at not in changed]
    repeats = any(row[at].key == word.key for at in beside)
    return repeats and word.text.isalpha() and word.text.islower() and word.key not in _TWICE_IN_ENGLISH


def is_misprint(old: EditedWord, new: EditedWord) -> bool:
    """Whether one word is common English and the other the same with one slip in it; names are never judged."""
    if not (old.text.isalpha() and new.text.isalpha() and old.text.islower() and new.text.islower()):
        return False
    return _is_slip_of(old.key, new.key) or _is_slip_of(new.key, old.key)


def of(word: str) -> Iterator[str]:
    """A word with one letter lost, doubled, exchanged with the next one, or a vowel taken for another."""
    for at, letter in enumerate(word):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + letter + word[at:]
        if at:
            yield word[: at - 1] + letter + word[at - 1] + word[at + 1 :]
        if letter in _VOWELS:
            yield from (word[:at] + vowel + word[at + 1 :] for vowel in _VOWELS if vowel != letter)


def _is_slip_of(wrong: str, right: str) -> bool:
    if abs(len(wrong) - len(right)) > 1 or len(right) < SHORTEST or wrong in _known():
        return False
    return any(_is_slip_of_stem(*stems) for stems in _stems(wrong, right))


def _is_slip_of_stem(wrong: str, right: str) -> bool:
    return len(right) >= SHORTEST and right in _common() and wrong not in _known() and wrong in of(right)


def _stems(wrong: str, right: str) -> Iterator[tuple[str, str]]:
    """Both words, and both without an ending they share."""
    yield wrong, right
    for ending in _ENDINGS:
        if wrong.endswith(ending) and right.endswith(ending):
            yield wrong[: -len(ending)], right[: -len(ending)]


@cache
def _common() -> frozenset[str]:
    return lexicon.words("common_words")


@cache
def _known() -> frozenset[str]:
    """Common words, and the rarer ones that are one slip away from a common word."""
    return _common() | lexicon.words("near_words")
