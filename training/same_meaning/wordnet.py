"""Reads WordNet's files: its synonym sets, and how often each sense was met in the texts that were tagged with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_KINDS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}


class Sense(NamedTuple):
    """A sense of a word: its synonym set, its place among the senses of the word, and how often it was met."""

    word: str
    part: str
    offset: int
    rank: int
    met: int


class SynonymSet(NamedTuple):
    """Words that share a sense, and what they mean."""

    part: str
    offset: int
    words: tuple[str, ...]
    gloss: str


def senses(folder: Path) -> Iterator[Sense]:
    """The senses of all words."""
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, rank, count = line.split()
        word, _, rest = key.partition("%")
        yield Sense(word.replace("_", " "), _KINDS[rest[0]], int(offset), int(rank), int(count))


def synonym_sets(folder: Path) -> Iterator[SynonymSet]:
    """All sets of synonyms."""
    for part, letter in PARTS.items():
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields, _, gloss = line.partition(" | ")
            parts = fields.split()
            size = int(parts[3], 16)
            words = tuple(parts[4 + 2 * at].split("(")[0].replace("_", " ") for at in range(size))
            yield SynonymSet(letter, int(parts[0]), words, gloss.strip())


def frequencies(folder: Path) -> Counter[str]:
    """How often each word was met in any sense."""
    found: Counter[str] = Counter()
    for sense in senses(folder):
        found[sense.word] += sense.met
    return found
