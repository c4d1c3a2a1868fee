"""The words of English that are one slip of the pen away from another word of English."""

from __future__ import annotations

from pathlib import Path

from revtrack.changes.statements import slips
from training.same_meaning import forms, wordnet

# Degrees are formed of adjectives that were met so often in WordNet's tagged texts; of rarer ones nobody forms them.
_GRADED = 8
_SHORTEST = 5


def near_words(folder: Path) -> list[str]:
    """The words that were met, and their forms, that look like a slip of another word; and those other words."""
    met = _met(folder)
    english = met | _listed(folder)
    found: set[str] = set()
    for word in met:
        if len(word) >= slips.SHORTEST:
            near = {slip for slip in slips.of(word) if slip != word and slip in english}
            found |= near | ({word} if near else set())
    return sorted(found)


def _listed(folder: Path) -> set[str]:
    words = {word.lower() for group in wordnet.synonym_sets(folder) for word in group.words}
    return {word for word in words if _is_plain(word)}


def _met(folder: Path) -> set[str]:
    counts = wordnet.frequencies(folder)
    found: set[str] = set()
    for group in wordnet.synonym_sets(folder):
        for word in group.words:
            count = counts[word.lower()]
            if count and _is_plain(word.lower()):
                found.update(forms.all_forms(word.lower(), group.part, is_graded=count >= _GRADED))
    return {word for word in found if _is_plain(word)}


def _is_plain(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isascii() and word.isalpha()
