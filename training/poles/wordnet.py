"""Antonyms in the database files of WordNet 3 ("data.noun", "index.sense", ...; the format is wndb(5WN))."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FILES = ("noun", "verb", "adj", "adv")
ANTONYM = "!"
_MARKER = re.compile(r"\(\w+\)$")  # of where an adjective stands: "afloat(p)"


class Antonyms(NamedTuple):
    """Two antonyms in alphabetical order, and how often the rarer and the commoner is tagged in WordNet's texts."""

    one: str
    other: str
    rarer: int
    commoner: int


class _Synset(NamedTuple):
    words: list[str]
    antonyms: list[tuple[str, int, int]]  # the other synset, the number of the word in this one and in that


def antonyms(folder: Path) -> list[Antonyms]:
    """All pairs of words that WordNet calls antonyms, in alphabetical order."""
    synsets = {key: synset for name in FILES for key, synset in _synsets(folder, name)}
    uses = _uses(folder)
    found = set()
    for synset in synsets.values():
        for key, own, others in synset.antonyms:
            one, other = sorted((synset.words[own - 1], synsets[key].words[others - 1]))
            rarer, commoner = sorted((uses[one], uses[other]))
            found.add(Antonyms(one, other, rarer, commoner))
    return sorted(found)


def _synsets(folder: Path, name: str) -> Iterator[tuple[str, _Synset]]:
    for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
        if line.startswith("  "):  # the licence
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = [_MARKER.sub("", word).lower() for word in cells[4 : 4 + 2 * count : 2]]
        pointers = cells[5 + 2 * count : 5 + 2 * count + 4 * int(cells[4 + 2 * count])]
        antonyms = [
            (f"{_part(part)}{offset}", int(numbers[:2], 16), int(numbers[2:], 16))
            for sign, offset, part, numbers in zip(*(pointers[at::4] for at in range(4)), strict=True)
            if sign == ANTONYM
        ]
        yield f"{_part(cells[2])}{cells[0]}", _Synset(words, antonyms)


def _part(letter: str) -> str:
    """The part of speech; a satellite of an adjective is an adjective."""
    return "a" if letter == "s" else letter


def _uses(folder: Path) -> Counter[str]:
    """How often each word is tagged in the texts that come with WordNet, over all its senses."""
    uses: Counter[str] = Counter()
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, _, _, count = line.split()
        uses[key.partition("%")[0]] += int(count)
    return uses
