"""What WordNet knows of names: its instances (towns, people, groups, works) and the kinds of its common nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

# The files that WordNet's lexicographers keep names in, by number.
INSTANCES = {"15": "place", "17": "place", "18": "person", "14": "group", "10": "work", "04": "work", "26": "work"}
PEOPLES = ("18", "10")
# What is under these synsets is of a kind: the noun, its sense, the kind.
ROOTS = (
    ("geological_formation", 1, "land"),
    ("body_of_water", 1, "land"),
    ("land", 4, "land"),
    ("region", 3, "region"),
    ("region", 1, "region"),
    ("location", 1, "region"),
    ("structure", 1, "building"),
    ("way", 6, "road"),
    ("road", 1, "road"),
    ("facility", 1, "building"),
    ("organization", 1, "organization"),
    ("institution", 1, "organization"),
    ("social_group", 1, "group"),
    ("unit", 3, "organization"),
    ("publication", 1, "publication"),
    ("show", 3, "work"),
    ("creation", 2, "work"),
    ("music", 1, "work"),
    ("writing", 2, "work"),
    ("event", 1, "event"),
    ("award", 2, "event"),
    ("award", 3, "event"),
    ("person", 1, "person"),
    ("vehicle", 1, "vehicle"),
    ("artifact", 1, "thing"),
    ("communication", 2, "speech"),
    ("act", 2, "act"),
    ("cognition", 1, "thought"),
    ("living_thing", 1, "life"),
    ("substance", 1, "substance"),
    ("state", 2, "state"),
    ("attribute", 2, "state"),
    ("time_period", 1, "time"),
)


class Net(NamedTuple):
    """Names by kind, and nouns with their kind and how often WordNet's texts have them."""

    names: dict[str, set[str]]
    nouns: dict[str, tuple[str, int]]


class _Synset(NamedTuple):
    words: list[str]
    file: str
    above: list[str]
    instance: bool


def read(folder: Path) -> Net:
    """The names and nouns of WordNet's files."""
    synsets = dict(_synsets(folder / "dict" / "data.noun"))
    senses = dict(_senses(folder / "dict" / "index.noun"))
    names: dict[str, set[str]] = defaultdict(set)
    for synset in synsets.values():
        capital = {word.replace("_", " ") for word in synset.words if word[0].isupper()}
        if synset.instance and synset.file in INSTANCES:
            names[INSTANCES[synset.file]] |= capital
        elif not synset.instance and synset.file in PEOPLES:
            names["people"] |= {word for word in capital if word.isalpha() and not word.isupper()}
    return Net(names, dict(_nouns(synsets, senses)))


def _nouns(
    synsets: dict[str, _Synset], senses: dict[str, tuple[list[str], int]]
) -> Iterator[tuple[str, tuple[str, int]]]:
    """The kind of each common noun by its first sense."""
    roots = {senses[noun][0][sense - 1]: kind for noun, sense, kind in ROOTS}

    @cache
    def kind(synset: str, depth: int = 0) -> str | None:
        if synset in roots:
            return roots[synset]
        above = synsets[synset].above if depth < 20 else []
        return next((found for found in (kind(one, depth + 1) for one in above) if found), None)

    for noun, (offsets, seen) in senses.items():
        first = synsets[offsets[0]]
        common = any(word == noun for word in first.words)
        found = kind(offsets[0])
        if noun.isalpha() and common and found:
            yield noun, (found, seen)


def _synsets(path: Path) -> Iterator[tuple[str, _Synset]]:
    for line in path.read_text("latin1").splitlines():
        if line.startswith("  "):
            continue
        cells = line.split("|")[0].split(" ")
        count = int(cells[3], 16)
        words = [cells[4 + 2 * n] for n in range(count)]
        links = cells[4 + 2 * count :]
        above = [(links[1 + 4 * n], links[2 + 4 * n]) for n in range(int(links[0])) if links[1 + 4 * n] in ("@", "@i")]
        yield cells[0], _Synset(words, cells[1], [at for _, at in above], any(mark == "@i" for mark, _ in above))


def _senses(path: Path) -> Iterator[tuple[str, tuple[list[str], int]]]:
    for line in path.read_text("latin1").splitlines():
        if not line.startswith("  "):
            cells = line.split()
            links = int(cells[3])
            yield cells[0], (cells[4 + links + 2 :], int(cells[4 + links + 1]))
