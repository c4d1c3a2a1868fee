"""What the tagger knows of a word by itself: its class ("said", "X" for a capital, "-ed") and its features."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from revtrack import lexicon
from revtrack.claims.cue_table import meanings

_LONGEST_WORD = 24
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
    if first.isdigit() or word.lower() in lexicon.words("number_words"):
        return "0"
    if word.islower():
        return "x"
    if first.isupper():
        return "XX" if len(word) > 1 and word.isupper() else "X"
    return "-"


def _memberships(word: str, lower: str) -> list[str]:
    found = []
    meaning = meanings().get(lower)
    if meaning:
        found += ["cue", f"m{meaning}"]
    if word.strip(".") in lexicon.words("titles"):
        found.append("title")
    if lower in lexicon.words("unnamed"):
        found.append("unnamed")
    if word in lexicon.words("organisation_words"):
        found.append("organisation")
    if lower in lexicon.words("weekdays") or word in lexicon.words("weekdays"):
        found.append("day")
    return found
