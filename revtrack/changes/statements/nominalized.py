"""Acts told by a noun: "made a decision" for "decided", "carried out an investigation into" for "investigated"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.changes.statements.word_sets import Spellings

_ARTICLES = frozenset(("a", "an", "the", "its", "his", "her", "their"))
# What the noun is joined to what the verb would be joined to without.
_JOINTS = frozenset(("of", "into", "on", "to", "for", "against", "about", "with"))


def acts_in_nouns(row: Sequence[Spellings], start: int) -> Iterator[tuple[int, str, str]]:
    """The acts that begin at a word: where they end, with and without the preposition, the verb, and the light verb."""
    for light, at in _light_verbs(row, start):
        while at < len(row) and row[at][0] in _ARTICLES:
            at += 1
        if at == len(row):
            continue
        for spelling in row[at]:
            verb = lexicon.mapping("nominalisations").get(spelling)
            if verb:
                yield at + 1, verb, light
                if at + 1 < len(row) and row[at + 1][0] in _JOINTS:
                    yield at + 2, verb, light


def _light_verbs(row: Sequence[Spellings], start: int) -> Iterator[tuple[str, int]]:
    for spelling in row[start]:
        for particle in _table().get(spelling, ()):
            if not particle:
                yield spelling, start + 1
            elif start + 1 < len(row) and particle in row[start + 1]:
                yield spelling, start + 2


@cache
def _table() -> dict[str, list[str]]:
    """Each light verb with the particles it may have, an empty one for none."""
    found: dict[str, list[str]] = {}
    for verb in lexicon.words("light_verbs"):
        first, _, particle = verb.partition(" ")
        found.setdefault(first, []).append(particle)
    return found
