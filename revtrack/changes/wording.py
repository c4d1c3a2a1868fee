"""How much two passages say the same: their words without form, and the share of them in common."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from revtrack import lexicon
from revtrack.text.fold import fold

_WORD = re.compile(r"\w+(?:'\w+)*")


def words(text: str) -> list[str]:
    """The words of a passage in lower case, editorial brackets and [sic] taken out."""
    bare = fold(text).lower().replace("[sic]", "").replace("[", "").replace("]", "")
    return [_titles().get(word, word) for word in _WORD.findall(bare)]


def telling(text: str) -> list[str]:
    """The words that carry the content: all but articles, prepositions and the like."""
    return [word for word in words(text) if word not in _small()]


def alike(old: list[str], new: list[str]) -> float:
    """Dice's coefficient over two bags of words, 0 to 1."""
    if not old or not new:
        return 0.0
    return 2 * _common(old, new) / (len(old) + len(new))


def contained(part: list[str], whole: list[str]) -> float:
    """The share of the words of `part` that stand in `whole`."""
    return _common(part, whole) / len(part) if part else 0.0


def _common(old: list[str], new: list[str]) -> int:
    return sum((Counter(old) & Counter(new)).values())


@cache
def _titles() -> dict[str, str]:
    return lexicon.mapping("short_titles")


@cache
def _small() -> frozenset[str]:
    return lexicon.words("small_words")
