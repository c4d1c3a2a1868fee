"""Slips of the pen: a word printed twice in a row, and a common word with one letter lost, doubled or exchanged.

A slip is a word that nobody writes; where the wrong word is a word as well ("trial", "trail"), it is another word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedWord

# A letter more or less makes another word of a shorter one: "he", "the".
_SHORTEST = 5
# "He had had enough", "that that".
_TWICE_IN_ENGLISH = frozenset(("had", "that", "is", "very", "really", "much", "so", "no", "many", "again", "bye"))


def is_printed_twice(row: Sequence[EditedWord], index: int) -> bool:
    """Whether a word stands in front of or behind itself, and never does in English."""
    key = row[index].key
    beside = [row[at].key for at in (index - 1, index + 1) if 0 <= at < len(row)]
    return key in beside and key.isalpha() and key not in _TWICE_IN_ENGLISH and row[index].text.islower()


def is_misprint(old: EditedWord, new: EditedWord) -> bool:
    """Whether one word is common English and the other the same with one slip in it."""
    if old.text[1:] != old.text[1:].lower() or new.text[1:] != new.text[1:].lower():
        return False
    return _is_slip_of(old.key, new.key) or _is_slip_of(new.key, old.key)


def _is_slip_of(wrong: str, right: str) -> bool:
    if len(right) < _SHORTEST or abs(len(wrong) - len(right)) > 1 or right not in _common() or wrong in _known():
        return False
    return wrong in _slips(right)


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at:
            yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


@cache
def _common() -> frozenset[str]:
    return lexicon.words("common_words")


@cache
def _known() -> frozenset[str]:
    """Common words, and the rarer ones that are one slip away from a common word."""
    return _common() | lexicon.words("near_words")
