"""The tables of poles: each word or phrase with the sides of the axes that it stands on.

An edited sentence needs a few of ten thousand words, so they are looked up in an index, `pole_index.txt`, which
`python -m training.poles.index` writes; tests check that it matches the tables, and that all words have one spelling
and no hyphen.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from revtrack import lexicon
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression

INDEX = "pole_index"
# For how many words what follows them is kept in memory.
REMEMBERED = 1 << 14
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


def entry(word: str) -> TableEntry | None:
    """What the tables say of a word or phrase in their spelling; the sides of an axis are an even and an odd number."""
    codes = lexicon.listed(INDEX).get(word)
    if not codes:
        return None
    found: list[list[int]] = [[], [], []]
    for code in map(int, codes.split()):
        pole, part = divmod(code, 3)
        found[part].append(pole)
    return TableEntry(*map(frozenset, found))


def phrases(first: str, second: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of the tables that begin with two words, those without a pole among them."""
    return _phrases_of(first).get(second, ())


@lru_cache(maxsize=REMEMBERED)
def _phrases_of(first: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lexicon.listed(INDEX).beginning(f"{first} "):
        _, second, *rest = line.partition("\t")[0].split(" ")
        found[second] = (*found.get(second, ()), (first, second, *rest))
    return found


def index() -> Iterator[str]:
    """The lines of the index: a word or phrase, and the poles with where each is looked for, as numbers.

    A phrase that only looks like a word of a pole has none.
    """
    light = {word for name, words, *_ in lexicon.table("poles") if name == f"{_LIGHT} =" for word in words.split(", ")}
    codes: dict[str, list[int]] = {name: [] for name in lexicon.words("pole_idioms") if " " in name}
    for axis, (part, *sides) in enumerate(axes()):
        for pole, words in enumerate(sides, 2 * axis):
            for word in words:
                place = IN_PLACE if part == ANYWHERE and word in light else part
                codes.setdefault(word, []).append(pole * 3 + place)
    return (f"{word}\t{' '.join(map(str, found))}".rstrip() for word, found in sorted(codes.items()))


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


def _listed(cell: str, sets: dict[str, list[str]]) -> list[str]:
    words = cell.split(", ")
    return [name for word in words for name in sets.get(word, (word,))] if "@" in cell else words
