"""The words that a word may be a form of: "rose" of "rise", "batteries" of "battery", "biggest" of "big".

Spelling alone decides, so a base form need not be a word at all ("closed" -> "clos", "close"), and a form may have
several ("lay" -> "lay", "lie"): whoever looks them up in a table finds those that are. Who does it counts as a form,
too ("buyer" -> "buy").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from revtrack import lexicon
from revtrack.text.expressions import expression

_KEPT = 1 << 14  # words whose base forms are remembered
_VOWELS = frozenset("aeiouy")
_DOUBLED = expression(r"([bdfgklmnprstvz])\1$")
_SIBILANT = expression(r"(?:s|x|z|ch|sh|o)$")


@lru_cache(maxsize=_KEPT)
def bases(word: str) -> tuple[str, ...]:
    """The words, in lower case, that a word in lower case may be a form of; itself first, then the irregular ones."""
    bare = word.removesuffix("'s").removesuffix("'")
    return tuple(dict.fromkeys((word, bare, *_irregular().get(bare, ()), *regular_bases(bare))))


def regular_bases(word: str) -> tuple[str, ...]:
    """The words that it would be a regular form of."""
    found = (base for form in (_of_s, _of_ed, _of_ing, _of_er) for base in form(word))
    return tuple(dict.fromkeys(base for base in found if len(base) > 1 and not _VOWELS.isdisjoint(base)))


def _of_s(word: str) -> Iterator[str]:
    """A plural, or the third person: "wins", "passes", "ties", "batteries"."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith("es") and _SIBILANT.search(word[:-2]):
        yield word[:-2]
    yield word[:-1]


def _of_ed(word: str) -> Iterator[str]:
    """A past: "gained", "closed", "banned", "denied", "panicked"."""
    if word.endswith("ied"):
        yield f"{word[:-3]}y"
        yield word[:-1]
    elif word.endswith("eed"):
        yield word[:-1]
    elif word.endswith("ed"):
        yield from _stems(word[:-2])


def _of_ing(word: str) -> Iterator[str]:
    """A participle or a noun of the act: "gaining", "closing", "banning", "lying", "sightings"."""
    word = word.removesuffix("s")
    if word.endswith("ying"):
        yield f"{word[:-4]}ie"
    if word.endswith("ing"):
        yield from _stems(word[:-3])


def _of_er(word: str) -> Iterator[str]:
    """The degrees of an adjective, or who does it: "lower", "largest", "bigger", "busiest", "buyer", "buyers"."""
    word = word.removesuffix("s")
    for suffix in ("er", "est"):
        if word.endswith(f"i{suffix}"):
            yield f"{word[: -len(suffix) - 1]}y"
        elif word.endswith(suffix):
            yield from _stems(word[: -len(suffix)])


def _stems(cut: str) -> Iterator[str]:
    """What may have stood before a suffix that begins with a vowel: "stopp" is of "stop", "clos" of "close"."""
    yield cut
    yield f"{cut}e"
    if _DOUBLED.search(cut) or cut.endswith("ck"):
        yield cut[:-1]


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Each irregular form with what it is a form of."""
    found: dict[str, tuple[str, ...]] = {}
    for base, forms in lexicon.table("irregular_forms"):
        for form in forms.split():
            found[form] = (*found.get(form, ()), base)
    return found
