"""What the tagger knows of a word by itself: its class ("said", "X" for a capital, "-ed") and its features."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from revtrack import lexicon

_LONGEST_WORD = 24
_UPPER = re.compile(r"[^\W\d_a-z]")
_ENDINGS = ("ing", "ed", "ly", "s", "er", "ion")
_MOST_KNOWN = 50_000


@dataclass(frozen=True, slots=True)
class Kind:
    """A word's coarse class and its features."""

    name: str
    features: tuple[str, ...]


@dataclass(slots=True)
class Vocabulary:
    """The words of a model: `clusters` puts words of like use together."""

    clusters: Mapping[str, str]
    _kinds: dict[str, Kind] = field(default_factory=dict)

    def kind(self, word: str) -> Kind:
        known = self._kinds.get(word)
        if known is None:
            if len(self._kinds) > _MOST_KNOWN:
                self._kinds.clear()
            known = self._kinds[word] = self._read(word)
        return known

    def _read(self, word: str) -> Kind:
        lower = word[:_LONGEST_WORD].lower()
        shape = _shape(word[:_LONGEST_WORD])
        cluster = self.clusters.get(lower, "")
        name = self._class(lower, shape, cluster)
        features = [f"h{shape}", f"k{name}"]
        if shape not in ("X", "XX", "0") or cluster or name == lower:
            features.append(f"w{lower}")
        if cluster:
            features.append(f"c{cluster}")
        if shape in "x-":
            features += [f"s{lower[-3:]}", f"z{lower[-2:]}"]
        features += _memberships(word, lower)
        return Kind(name, tuple(features))

    def _class(self, lower: str, shape: str, cluster: str) -> str:
        if lower in lexicon.words("function_words") or shape == ".":
            return lower
        if shape != "x":
            return shape
        if cluster:
            return "c" + cluster.split(".")[0]
        return "-" + next((ending for ending in _ENDINGS if lower.endswith(ending)), "")


def _shape(word: str) -> str:
    """"." a sign, "0" a number, "x" lower case, "X" a capital, "XX" capitals, "-" else."""
    first = word[0]
    if not (first.isalnum() or word[-1].isalnum()):
        return "."
    if first.isdigit():
        return "0"
    if word.islower():
        return "x"
    if first.isupper():
        return "XX" if len(word) > 1 and word.isupper() else "X"
    return "-"


def _memberships(word: str, lower: str) -> list[str]:
    found = []
    meaning = _cues().get(lower)
    if meaning:
        found += ["cue", f"m{meaning}"]
    if word in lexicon.words("titles"):
        found.append("title")
    if lower in lexicon.words("unnamed"):
        found.append("unnamed")
    if word in lexicon.words("organisation_words"):
        found.append("organisation")
    if lower in lexicon.words("weekdays") or word in lexicon.words("weekdays"):
        found.append("day")
    return found


@cache
def _cues() -> dict[str, str]:
    """The meaning of each single form; a phrase ("went on") is known by its first word alone in `phrases`."""
    return {form: row[-1] for row, form in _forms() if "_" not in form}


@cache
def phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What must follow the first word of a cue of several words: "according" -> (("to",),)."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for _, form in _forms():
        first, *rest = form.split("_")
        if rest:
            found[first] = (*found.get(first, ()), tuple(rest))
    return found


def is_cue(words: Sequence[str], at: int) -> bool:
    """Whether a form of the table of cues stands at a place."""
    word = words[at].lower()
    if word in _cues():
        return True
    rests = phrases().get(word, ())
    return any(tuple(words[at + 1 : at + 1 + len(rest)]) == rest for rest in rests)


def _forms() -> Iterator[tuple[tuple[str, ...], str]]:
    return ((row, form) for row in lexicon.table("cues") for form in f"{row[1]} {row[2]}".split())
