"""The tables of poles, read once: each word or phrase with the sides of the axes that it stands on.

Both tables are written in one spelling and without hyphens, so that reading them takes no longer than it must; a test
holds that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from revtrack import lexicon
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression

_LIGHT = "@light"
_OTHER_SPELLINGS = (
    (expression(r"(?<=\w\w)iz(?=e|ing|ation)"), "is"),
    (expression(r"(?<=\w\w)our(?=\b|able|ite)"), "or"),
    (expression(r"(?<=[fl])ense\b"), "ence"),
)
# Where the words of an axis are looked for: in any form and anywhere, or only in place, as written or in any form.
ANYWHERE, AS_WRITTEN, IN_PLACE = range(3)


class TableEntry(NamedTuple):
    """The poles that rows give a word: in any form, and in place as it is written or in any form."""

    anywhere: frozenset[int]
    as_written: frozenset[int]
    in_place: frozenset[int]


class _PoleIndex(NamedTuple):
    """For each word or phrase its poles, each with where it is looked for; and what follows each first word."""

    codes: dict[str, list[int]]
    tails: dict[str, list[str]]
    light: frozenset[str]


def entry(word: str) -> TableEntry | None:
    """What the tables say of a word or phrase in their spelling; the sides of an axis are an even and an odd number."""
    codes = _index().codes.get(word)
    if codes is None:
        return None
    found: list[list[int]] = [[], [], []]
    for code in codes:
        pole, part = divmod(code, 3)
        found[IN_PLACE if part == ANYWHERE and word in _index().light else part].append(pole)
    return TableEntry(*map(frozenset, found))


def phrases(first: str, second: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of the tables that begin with two words, those without a pole among them."""
    return _phrases_of(first).get(second, ())


@cache
def _phrases_of(first: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for tail in sorted(_index().tails.get(first, ())):
        second, *rest = tail.split()
        found[second] = (*found.get(second, ()), (first, second, *rest))
    return found


def axes() -> Iterator[tuple[int, list[str], list[str]]]:
    """Where the words of each axis are looked for, and those of its two sides."""
    sets: dict[str, list[str]] = {}
    for one, other, *condition in lexicon.table("poles"):
        if one.endswith("="):
            sets.setdefault(one[:-1].strip(), []).extend(_listed(other, sets))
        else:
            yield AS_WRITTEN if condition else ANYWHERE, _listed(one, sets), _listed(other, sets)
    for one, other in lexicon.table("antonyms"):
        yield IN_PLACE, [one], [other]


def spelt(word: str) -> str:
    """A word or phrase in the spelling of the tables: -ise, -or, -ence."""
    if "iz" in word or "our" in word or "ense" in word:
        for pattern, spelling in _OTHER_SPELLINGS:
            word = pattern.sub(spelling, word)
    return word


@cache
def _index() -> _PoleIndex:
    codes: defaultdict[str, list[int]] = defaultdict(list)
    for axis, (part, *sides) in enumerate(axes()):
        for pole, words in enumerate(sides, 2 * axis):
            code = pole * 3 + part
            for word in words:
                codes[word].append(code)
    tails: dict[str, list[str]] = {}
    for name in {name for names in (codes, lexicon.words("pole_idioms")) for name in names if " " in name}:
        head, _, tail = name.partition(" ")
        tails.setdefault(head, []).append(tail)
    rows = (row[1] for row in lexicon.table("poles") if row[0] == f"{_LIGHT} =")
    return _PoleIndex(codes, tails, frozenset(word for words in rows for word in words.split(", ")))


def _listed(cell: str, sets: dict[str, list[str]]) -> list[str]:
    words = cell.split(", ")
    return [name for word in words for name in sets.get(word, (word,))] if "@" in cell else words
