"""What tells source and content, as far as it is the cue's own: its form, its frame, and the tokens looked at.

The features of these tokens are in `part_families`.
"""

from __future__ import annotations

from collections.abc import Mapping

from revtrack import lexicon
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


def own(scene: Scene, at: int) -> list[str]:
    """The features of the cue itself."""
    passage = scene.passage
    return ["H", f"H{scene.scores.get(at, -9)}", f"H{form(passage, at)}", f"H{frame(passage, at)}"]
