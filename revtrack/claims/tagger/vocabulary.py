"""What the tagger knows of a word by itself: its class ("said", "X" for a capital, "-ed") and its features."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from revtrack import lexicon
from revtrack.claims import cue_table
from revtrack.model.named_tuple import NamedTuple

_LONGEST_WORD = 24
_ENDINGS = ("ing", "ed", "ly", "s", "er", "ion")
# Words of which something is remembered: in English news a new one comes along once in twenty by then. What is known
# of them all takes less than 20 MB.
MOST_KNOWN = 30_000
_MOST_RECENT = 2_000
# The lists of which a word is looked up as it is written; in all others its letter case does not matter.
_CASED = ("title", "organisation")


class Kind(NamedTuple):
    """A word's coarse class and its features."""

    name: str
    features: tuple[str, ...]


class _Names(dict[str, str]):
    """The classes of the words that were met."""

    def __init__(self, kind: Callable[[str], Kind]) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[word] = name = self._kind(word).name
        return name


class Vocabulary:
    """The words of a model: `clusters` puts words of like use together, `lists` maps some to what they are.

    A model keeps the lists that it was trained with: a word more in a table of the lexicon must not change what an
    old weight means.
    """

    __slots__ = ("_names", "_recent", "clusters", "lists")

    def __init__(self, clusters: Mapping[str, str], lists: Mapping[str, str]) -> None:
        self.clusters, self.lists = clusters, lists
        self._names = _Names(self.kind)
        self._recent: dict[str, Kind] = {}

    def kind(self, word: str) -> Kind:
        """The kind of a word; that of one just met is at hand, since a new word is asked for three times."""
        known = self._recent.get(word)
        if known is None:
            if len(self._recent) >= _MOST_RECENT:
                self._recent.clear()
            known = self._recent[word] = self._read(word[:_LONGEST_WORD])
        return known

    def names(self, words: Iterable[str]) -> list[str]:
        """The classes of words."""
        return list(map(self._names.__getitem__, words))

    def _read(self, word: str) -> Kind:
        lower = word.lower()
        listed = [*self.lists.get(lower, "").split(), *self.lists.get("=" + word.strip("."), "").split()]
        shape = "0" if "number" in listed else _shape(word)
        cluster = self.clusters.get(lower, "")
        name = self._class(lower, shape, cluster, "function" in listed)
        features = [f"h{shape}", f"k{name}"]
        if shape not in ("X", "XX", "0") or cluster or name == lower:
            features.append(f"w{lower}")
        if cluster:
            features.append(f"c{cluster}")
        if shape in "x-":
            features += [f"s{lower[-3:]}", f"z{lower[-2:]}"]
        features += [mark for mark in listed if mark not in ("number", "function")]
        return Kind(name, tuple(features))

    def _class(self, lower: str, shape: str, cluster: str, function: bool) -> str:
        if function or shape == ".":
            return lower
        if shape != "x":
            return shape
        if cluster:
            return "c" + cluster.split(".")[0]
        if not lower.endswith(_ENDINGS):
            return "-"
        return "-" + next(ending for ending in _ENDINGS if lower.endswith(ending))


def _shape(word: str) -> str:
    """ "." a sign, "0" a number, "x" lower case, "X" a capital, "XX" capitals, "-" else."""
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


def lists() -> dict[str, str]:
    """The tables of the lexicon as lists for a new model: a word, and what it is; "=" before one of a certain case."""
    found: dict[str, list[str]] = {}
    named: Iterable[tuple[str, Iterable[str]]] = (
        ("title", lexicon.words("titles")),
        ("unnamed", lexicon.words("unnamed")),
        ("organisation", lexicon.words("organisation_words")),
        ("day", lexicon.words("weekdays")),
        ("number", lexicon.words("number_words")),
        ("function", lexicon.words("function_words")),
    )
    for mark, words in named:
        for word in sorted(words):
            found.setdefault("=" + word if mark in _CASED else word.lower(), []).append(mark)
    for form, meaning in cue_table.meanings().items():
        found.setdefault(form, []).extend(("cue", f"m{meaning}"))
    return {word: " ".join(marks) for word, marks in sorted(found.items())}
