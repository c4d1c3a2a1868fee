"""Synonym sets that were read one by one, checked against WordNet: every word of a row is in the set it names."""

from __future__ import annotations

from pathlib import Path

from revtrack.text.spelling_varieties import usual
from training.same_meaning import wordnet

READ = Path(__file__).parent / "read.txt"
# A sense is looked at if it is the first of a word, or among its more usual ones.
_OFTEN = 0.2
_COMMON = 3


def rows() -> list[tuple[str, tuple[str, ...]]]:
    """The sets that were read: where they stand in WordNet, and their words."""
    lines = [line for line in READ.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(place, tuple(words)) for place, *words in (line.split("\t") for line in lines)]


def checked(folder: Path) -> list[tuple[str, ...]]:
    """The rows of the table, in order; a word that is not in the set it is listed with is an error."""
    known = {f"{group.part}{group.offset:08d}": group for group in wordnet.synonym_sets(folder)}
    for place, words in rows():
        if not set(words) <= {word.lower() for word in known[place].words}:
            raise ValueError(f"{place} does not have {', '.join(words)}")
    found = {tuple(dict.fromkeys(map(_usual, words))) for _, words in rows()}
    return sorted(words for words in found if len(words) > 1)


def _usual(words: str) -> str:
    """Words in the spelling that all varieties of English are read as."""
    return " ".join(map(usual, words.split(" ")))


def unread(folder: Path) -> list[str]:
    """Sets of common words in their usual senses that are not in the table: to be read, or refused before."""
    listed = {place for place, _ in rows()}
    met = wordnet.frequencies(folder)
    usual = {
        (sense.part, sense.offset, sense.word)
        for sense in wordnet.senses(folder)
        if sense.rank == 1 or sense.met > _OFTEN * met[sense.word]
    }
    found = []
    for group in wordnet.synonym_sets(folder):
        words = [word for word in group.words if (group.part, group.offset, word) in usual and met[word] >= _COMMON]
        place = f"{group.part}{group.offset:08d}"
        if len(words) > 1 and place not in listed:
            found.append("\t".join((place, *words, f"# {group.gloss}")))
    return found
