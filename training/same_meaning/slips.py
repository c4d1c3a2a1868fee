"""Which common words a slip of the pen is recognised by, and the rarer words that look like slips of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from revtrack import lexicon
from revtrack.changes.statements import slips
from training.same_meaning import forms, wordnet

# Words met at least so often in WordNet's tagged texts are common.
COMMON = 4


def common_words(folder: Path, further: list[str]) -> list[str]:
    """Words in lower case that are long and common enough to know a slip of them."""
    found = wordnet.frequencies(folder)
    words = {word for word, count in found.items() if count >= COMMON and _is_plain(word)}
    return sorted(words | set(further))


def near_words(folder: Path, common: list[str]) -> list[str]:
    """All words of English that are one slip away from a common word, and are not common themselves."""
    listed = set(common)
    english = set(_english(folder))
    return sorted({slip for word in common for slip in slips.of(word) if slip in english and slip not in listed})


def _english(folder: Path) -> Iterator[str]:
    for group in wordnet.synonym_sets(folder):
        for word in group.words:
            yield from forms.all_forms(word.lower(), group.part)
    for _, irregular in lexicon.table("irregular_forms"):
        yield from irregular.split()


def _is_plain(word: str) -> bool:
    return len(word) >= slips.SHORTEST and word.isascii() and word.isalpha() and word.islower()
