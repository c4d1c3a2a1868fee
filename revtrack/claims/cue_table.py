"""The table of cues looked up: is this word a form of one, of which, and what does the verb do to the statement?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims import occurrences

_MOST_WORDS = 4


def lemma(words: Sequence[str], at: int) -> str:
    """The lemma of the cue at a place: that of a phrase ("pointed out"), of a form, or the word itself."""
    first = words[at].lower()
    if first not in _phrases() and "_" not in first:
        return _lemmas().get(first, first)
    for length in range(_MOST_WORDS, 0, -1):
        form = "_".join(words[at : at + length]).lower()
        if form in _lemmas():
            return _lemmas()[form]
    return first


def is_cue(words: Sequence[str], at: int) -> bool:
    """Whether a form of the table is at a place."""
    word = words[at].lower()
    if word in meanings():
        return True
    phrases = _phrases().get(word, ())
    return bool(phrases) and any(tuple(words[at + 1 : at + 1 + len(rest)]) == rest for rest in phrases)


def places(words: Sequence[str]) -> list[int]:
    """Where the forms of the table are."""
    return [n for n in occurrences.of(map(str.lower, words), _first_words()) if is_cue(words, n)]


@cache
def _first_words() -> frozenset[str]:
    """The words that a form may begin with: nearly all words of a text are none of these."""
    return frozenset((*meanings(), *_phrases()))


@cache
def meanings() -> dict[str, str]:
    """The meaning class of each form of one word: "claimed" -> "doubting"."""
    return {form: meaning for form, _, meaning in _forms() if "_" not in form}


@cache
def _lemmas() -> dict[str, str]:
    return {form: lemma for form, lemma, _ in _forms()}


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What must follow the first word of a form of several: "according" -> (("to",),)."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for form, _, _ in _forms():
        if "_" in form:
            first, *rest = form.split("_")
            found[first] = (*found.get(first, ()), tuple(rest))
    return found


@cache
def _forms() -> list[tuple[str, str, str]]:
    """Every form, finite or participle, with its lemma and meaning class."""
    return [
        (form, lemma, meaning)
        for lemma, finite, participle, meaning in lexicon.table("cues")
        for form in f"{finite} {participle}".split()
    ]
