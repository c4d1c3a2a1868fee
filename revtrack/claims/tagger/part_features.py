"""What tells source and content: where a token is as seen from the cue, and what is between the two.

Each side of the cue is walked outwards, so that every token knows the commas, marks, verbs and other cues that part
it from the cue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from revtrack import lexicon
from revtrack.claims.tagger.cue_features import bucket
from revtrack.claims.tagger.passage import DASHES, TokenPassage
from revtrack.model.named_tuple import NamedTuple

# Offsets of the words about a token whose own features count.
OFFSETS = range(-2, 3)
# How far from its cue a source or content is looked for, in tokens.
REACH = 90
# How far from the cue the marks of its frame are looked for, in tokens.
FRAME = 10

STOPS = frozenset(
    (
        ",",
        ";",
        ":",
        *DASHES,
        ".",
        "?",
        "!",
        "(",
        ")",
        "that",
        "and",
        "but",
        "who",
        "which",
        "as",
        "while",
        "when",
        "because",
        "if",
        "saying",
        "adding",
        "to",
        "in",
        "on",
        "after",
    )
)
FINITE = frozenset(verb for verb in lexicon.words("finite_verbs") if not verb.endswith("n't"))
_BE = frozenset(row[0] for row in lexicon.table("finite_verbs") if row[1:] == ("be",)) | {"be", "been", "being"}
NOMINAL = frozenset(("X", "XX", "the", "of", "a", "an", "'s", "for", "and", ".", "her", "his", "their", "our", "its"))
_PRONOUNS = frozenset(word for word, kind in lexicon.table("pronouns") if kind == "personal")


class Scene(NamedTuple):
    """A passage with the scores of its possible cues, and the sentences that hold a likely one."""

    passage: TokenPassage
    scores: Mapping[int, int]
    busy: frozenset[int]


def scene(passage: TokenPassage, scores: Mapping[int, int]) -> Scene:
    """A passage, its cues scored."""
    return Scene(passage, scores, frozenset(passage.sentences[n] for n, score in scores.items() if score > 0))


def window(passage: TokenPassage, at: int) -> tuple[int, int]:
    """The tokens about a cue in which its source and content are looked for."""
    return max(0, at - REACH), min(len(passage.words), at + REACH)


def names(scene: Scene, at: int) -> list[list[str]]:
    """The features of each token of the window, as seen from the cue at a place."""
    passage = scene.passage
    first, last = window(passage, at)
    before = _side(scene, at, range(at - 1, first - 1, -1), "<")
    behind = _side(scene, at, range(at + 1, last), ">")
    own = ["H", f"H{scene.scores.get(at, -9)}", f"H{form(passage, at)}", f"H{frame(passage, at)}"]
    return [*reversed(before), own, *behind]


def form(passage: TokenPassage, at: int) -> str:
    """The cue as the features name it: "asked", in the passive "+asked", at the head of its sentence "^asked"."""
    word = passage.words[at].lower()
    if any(name in _BE for name in passage.classes[max(0, at - 2) : at]) and not word.endswith("ing"):
        return "+" + word
    return "^" + word if passage.firsts[at] == at else word


def frame(passage: TokenPassage, at: int) -> str:
    """The words right before and behind a cue, and whether marks are near: in its sentence, or in the next."""
    classes, last = passage.classes, len(passage.classes) - 1
    before = _neighbour(classes[at - 1]) if at else "<"
    behind = _neighbour(classes[at + 1]) if at < last else ">"
    return f"{before}{_marked(passage, at, -1, ')')}{behind}{_marked(passage, at, 1, '(')}"


def _neighbour(name: str) -> str:
    if name in ("X", "XX"):
        return "X"
    if name in _PRONOUNS:
        return "he"
    return name if name in STOPS or name == "the" else "*"


def _marked(passage: TokenPassage, at: int, step: int, mark: str) -> str:
    if mark not in passage.states:
        return "n"
    for place in range(at + step, at + step * (FRAME + 1), step):
        if 0 <= place < len(passage.words) and passage.states[place] == mark:
            return "y" if passage.sentences[place] == passage.sentences[at] else "p"
    return "n"


@dataclass(slots=True, repr=False, eq=False)
class _Path:
    """What lies between the cue and a token: counted signs and cues, whether a finite verb, the last boundaries.

    `fresh` is the finite verb since the last boundary, `run` whether all is one noun phrase so far.
    """

    commas: int = 0
    marks: int = 0
    rivals: int = 0
    dashes: int = 0
    verb: int = 0
    fresh: int = 0
    boundary: str = ""
    earlier: str = ""
    opening: str = ""
    run: bool = True

    def step(self, name: str, state: str, word: str, score: int) -> None:
        """Go past a token."""
        if name == ",":
            self.commas = min(3, self.commas + 1)
        elif state in "()":
            self.marks = min(3, self.marks + 1)
        if score > 0:
            self.rivals = min(2, self.rivals + 1)
        if name in FINITE or (name[0] in "c-" and word.endswith("ed")):
            self.verb = self.fresh = 1
        if name in STOPS:
            self.earlier, self.boundary, self.fresh = self.boundary, name, 0
            self.opening = self.opening or name
            if name in DASHES:
                self.dashes = min(3, self.dashes + 1)
        if self.run and name not in NOMINAL and name[0] not in "c-":
            self.run = False


def _side(scene: Scene, at: int, order: range, side: str) -> list[list[str]]:
    """The features of one side, from the cue outwards."""
    passage, scores = scene.passage, scene.scores
    cue, around = form(passage, at), frame(passage, at)
    path = _Path()
    found = []
    for n, (rival, gap) in zip(order, _ahead(passage, order, scores), strict=True):
        token = _token(scene, at, n, side, path, cue, around)
        name = passage.classes[n]
        away = _away(passage, at, n)
        token += (
            f"W{side}{rival}|{gap}|{name}",
            f"X{side}{rival}|{gap}|{path.commas}|{side}{path.boundary}|{away}",
        )
        found.append(token)
        path.step(name, passage.states[n], passage.words[n], scores.get(n, 0))
    return found


def _away(passage: TokenPassage, at: int, n: int) -> int:
    """How many sentences a token is away from the cue."""
    return max(-3, min(3, passage.sentences[n] - passage.sentences[at]))


def _token(scene: Scene, at: int, n: int, side: str, path: _Path, cue: str, around: str) -> list[str]:
    """The features of the token at `n`, as seen from the cue at `at`."""
    passage = scene.passage
    classes, sentences = passage.classes, passage.sentences
    first, end, last = passage.firsts[n], passage.lasts[n], len(classes) - 1
    name, state, distance = classes[n], passage.states[n], abs(n - at)
    previous = classes[n - 1] if n else "<"
    following = classes[n + 1] if n < last else ">"
    adjacent = classes[at + 1] if n > at else classes[at - 1]
    away = _away(passage, at, n)
    near, commas, marks, run = bucket(distance), path.commas, path.marks, f"{side}{path.run:d}"
    way = f"{side}{commas}{marks}{path.rivals}{away}"
    boundary, bound, verbs = path.boundary, f"{side}{path.boundary}", f"{path.verb}{path.fresh}"
    edge = "s" if first == n else "e" if end == n else ""
    dash = name if name in DASHES else ""
    behind, before = passage.dashes[end + 1] > passage.dashes[n + 1], passage.dashes[n] > passage.dashes[first]
    token = [
        f"A{side}{near}",
        f"B{side}{near}|{name}",
        f"C{way}|{state}",
        f"D{way}|{name}",
        f"E{way}|{state}|{around}",
        f"F{cue}|{way}|{state}",
        f"G{cue}|{side}{near}",
        f"I{classes[at]}|{side}{near}|{name}",
        f"J{bound}|{state}|{path.opening}",
        f"K{bound}|{around}|{state}",
        f"L{adjacent}|{way}|{state}",
        f"M{side}{previous}|{name}|{away}",
        f"N{side}{name}|{following}|{away}",
        f"O{run}{commas}|{name}",
        f"P{run}|{near}|{around}",
        f"Q{side}{edge}{state}|{way}",
        f"R{bound}|{previous}|{name}|{following}",
        f"S{cue}|{bound}|{state}",
        f"T{scene.scores.get(n, '')}|{side}{commas}|{away}",
        f"U{around}|{side}{away}|{commas}|{marks}|{edge}",
        f"V{adjacent}|{cue}|{side}{min(distance, 3)}",
        f"Y{side}{marks}{path.rivals}{away}|{state}|{around}|{away and sentences[n] in scene.busy:d}",
        f"Z{bound}|{verbs}|{name}|{following}",
        f"a{path.earlier}|{bound}|{verbs}|{state}",
        f"b{side}{adjacent}|{path.opening}|{boundary}|{verbs}",
        f"c{side}{near}|{path.run:d}|{verbs}|{name}",
        f"d{side}{path.dashes}{behind:d}{before:d}|{dash}|{away}",
        f"g{side}{bucket(end - n)}|{boundary}|{verbs}|{away}",
        f"i{side}{bucket(n - first)}|{boundary}|{away}|{around}",
    ]
    if name in STOPS:
        beyond = classes[n + 2] if n + 2 <= last else ">"
        token += (f"e{side}{name}|{following}|{beyond}", f"f{side}{boundary}|{name}|{following}|{verbs}")
    return token


def _ahead(passage: TokenPassage, order: Sequence[int], scores: Mapping[int, int]) -> list[tuple[str, str]]:
    """For each token the next likely cue further out in its sentence: how far it is, and what parts them."""
    found: list[tuple[str, str]] = []
    rival: int | None = None
    gap = ""
    for n in reversed(order):
        if rival is not None and passage.sentences[n] != passage.sentences[rival]:
            rival, gap = None, ""
        found.append((bucket(abs(rival - n)), gap) if rival is not None else ("", ""))
        if scores.get(n, 0) > 0:
            rival, gap = n, ""
        elif passage.classes[n] in STOPS:
            gap = passage.classes[n]
    found.reverse()
    return found
