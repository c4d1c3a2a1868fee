"""The regular forms of English words, spelled as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_VOWELS = "aeiou"
_SYLLABLE = re.compile(r"[aeiouy]+")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")
# Verbs of more than one syllable that are stressed on the last, and double it.
_STRESSED = re.compile(r"(?:cur|fer|mit|pel|bel|trol|cel|sel|quip|bet|get|gin|tur|cern|admit|commit|occur|refer)$")


def all_forms(word: str, part: str, *, is_graded: bool) -> Iterator[str]:
    """A word with its plural, its past and participle, or its degrees; irregular ones are not known here."""
    yield word
    if part in "nv":
        yield of_s(word)
    if part == "v":
        yield _with(word, "ed")
        yield _with(word, "ing")
    if part == "a" and is_graded and len(_SYLLABLE.findall(word)) < 3:
        yield _with(word, "er")
        yield _with(word, "est")
    if part == "a":
        yield adverb(word)


def of_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if _SIBILANT.search(word) else f"{word}s"


def adverb(word: str) -> str:
    if word.endswith("y"):
        return f"{word[:-1]}ily"
    if word.endswith("le"):
        return f"{word[:-1]}y"
    return f"{word}ally" if word.endswith("ic") else f"{word}ly"


def _with(word: str, suffix: str) -> str:
    """A word with a suffix that begins with a vowel."""
    if word.endswith("ie") and suffix == "ing":
        return f"{word[:-2]}ying"
    if word.endswith("e") and not (suffix == "ing" and word.endswith(("ee", "oe", "ye"))):
        return f"{word[:-1]}{suffix}"
    if word.endswith("y") and word[-2:-1] not in _VOWELS and suffix != "ing":
        return f"{word[:-1]}i{suffix}"
    if _DOUBLING.search(word) and (len(_SYLLABLE.findall(word)) == 1 or _STRESSED.search(word)):
        return f"{word}{word[-1]}{suffix}"
    return f"{word}{suffix}"
