"""Slips of the pen: a word printed twice in a row, and a word with one letter lost, doubled or exchanged inside it.

A slip is a word that nobody writes. Where both words are English ("trial", "trail"), one is not a slip of the other:
the table `near_words` has all that are one slip away from another word. Short words are in the table `misprints`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedWord

# A letter more or less makes another word of a shorter one: "than", "then".
SHORTEST = 6
_VOWELS = "aeiou"
# "He had had enough", "that that".
_TWICE_IN_ENGLISH = frozenset(("had", "that", "is", "very", "really", "much", "so", "no", "many", "again", "bye"))


def is_printed_twice(row: Sequence[EditedWord], index: int, changed: frozenset[int]) -> bool:
    """Whether a changed word repeats the kept one beside it, and never does in English."""
    word = row[index]
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(row) and at not in changed]
    repeats = any(row[at].key == word.key for at in beside)
    return repeats and word.text.isalpha() and word.text.islower() and word.key not in _TWICE_IN_ENGLISH


def is_misprint(old: EditedWord, new: EditedWord) -> bool:
    """Whether one word is the other with one slip in it; capitals may be those of a name and are never judged."""
    shorter, longer = sorted((old.key, new.key), key=len)
    if not all(word.text.isalpha() and word.text.islower() for word in (old, new)):
        return False
    misprints = lexicon.mapping("misprints")
    if misprints.get(shorter) == longer or misprints.get(longer) == shorter:
        return True
    if len(longer) < SHORTEST or len(longer) - len(shorter) > 1:
        return False
    if longer not in of(shorter) and shorter not in of(longer):
        return False
    return not lexicon.words("near_words").issuperset((shorter, longer))


def of(word: str) -> Iterator[str]:
    """A word with a letter inside it lost, doubled, exchanged with the next one, or a vowel taken for another.

    The first letter and the last are never lost: "amoral" is not "moral", nor "cuts" "cut".
    """
    for at in range(1, len(word) - 1):
        letter = word[at]
        yield word[:at] + word[at + 1 :]
        yield word[:at] + letter + word[at:]
        yield word[:at] + word[at + 1] + letter + word[at + 2 :]
        if letter in _VOWELS:
            yield from (word[:at] + vowel + word[at + 1 :] for vowel in _VOWELS if vowel != letter)
