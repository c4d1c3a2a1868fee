"""Contractions beside their full forms: "don't" is "do not", "it's" is "it is" or "it has"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedWord

_NOT = "n't"


def expansions(row: Sequence[EditedWord], start: int, stop: int) -> Iterator[tuple[int, frozenset[str]]]:
    """What begins at a word as a contraction or its full form: how many words, and the full forms as strings."""
    word = row[start].key
    if full := full_forms(word):
        yield 1, full
    for length in (2, 3):
        if start + length <= stop and row[start + length - 1].key in _tails():
            yield length, frozenset((" ".join(row[start + at].key for at in range(length)),))


def full_forms(word: str) -> frozenset[str]:
    """What a contraction may stand for: "she'd" for "she had" and "she would"; nothing for any other word."""
    listed, endings = _table()
    if word in listed:
        return frozenset(listed[word])
    mark = word.rfind("'")
    if mark <= 0:
        return frozenset()
    ending = _NOT if word.endswith(_NOT) else word[mark:]
    return frozenset(f"{word[: -len(ending)]} {full}" for full in endings.get(ending, ()))


@cache
def _table() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The full forms of whole words, and those of endings."""
    whole: dict[str, list[str]] = {}
    endings: dict[str, list[str]] = {}
    for short, full in lexicon.table("contractions"):
        if short.startswith("-"):
            endings.setdefault(short[1:], []).append(full)
        else:
            whole.setdefault(short, []).append(full)
    return whole, endings


@cache
def _tails() -> frozenset[str]:
    """The words that full forms end with."""
    return frozenset(row[1].split()[-1] for row in lexicon.table("contractions"))
