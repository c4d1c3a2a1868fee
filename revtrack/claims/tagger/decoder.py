"""The likeliest source and content of a cue: the best labels on either side of it, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from revtrack.claims.tagger import part_features, scoring
from revtrack.claims.tagger.model import EDGE, Model
from revtrack.claims.tagger.part_features import Scene
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.tagger.scoring import TokenLanes
from revtrack.model.named_tuple import NamedTuple

# Cues that score less are not looked at any further.
LEAST_SCORE = -2
HIGHEST_SCORE = 4
NOTHING: Mapping[int, str] = {}


class TaggedStatement(NamedTuple):
    """The labels of the tokens from `first` on, and how much likelier they are than none at all."""

    cue: int
    first: int
    labels: str
    margin: int

    def places(self, label: str) -> list[int]:
        """Where the tokens of a label are."""
        labels = self.labels
        first, end = labels.find(label), labels.rfind(label) + 1
        if first < 0:
            return []
        here = self.first
        if labels.count(label) == end - first:
            return list(range(here + first, here + end))
        return [here + n for n in range(first, end) if labels[n] == label]

    def at(self, place: int) -> str:
        """The label of a token."""
        n = place - self.first
        return self.labels[n] if 0 <= n < len(self.labels) else "O"


def cue_scores(model: Model, passage: TokenPassage, candidates: list[int]) -> dict[int, int]:
    """How likely each possible cue is one: its log-odds as a whole number."""
    totals = scoring.cue_sums(model.cues, passage, candidates, model.cue_rows(_between_edges(passage)))
    scores = (max(-HIGHEST_SCORE, min(HIGHEST_SCORE, total // model.scale)) for total in totals)
    return dict(zip(candidates, scores, strict=True))


def lanes(model: Model, scene: Scene, cues: Sequence[int]) -> dict[int, TokenLanes]:
    """For each cue how well the labels fit the tokens about it."""
    if not cues:
        return {}
    rows = model.part_rows(_between_edges(scene.passage))
    return dict(zip(cues, scoring.part_lanes(model.parts, scene, cues, rows), strict=True))


def _between_edges(passage: TokenPassage) -> list[str]:
    if "(" not in passage.states and ")" not in passage.states:
        return [EDGE, *passage.words, EDGE]
    words = [state if state in "()" else word for word, state in zip(passage.words, passage.states, strict=True)]
    return [EDGE, *words, EDGE]


def statement(
    model: Model, scene: Scene, at: int, lanes: TokenLanes, fixed: Mapping[int, str] = NOTHING
) -> TaggedStatement:
    """What the cue at a place attributes, and to whom; of `fixed` tokens it is known: content ("C"), or nothing ("O").

    Where source or content is missing, its label is made dearer until there is one: a statement without them tells
    nothing.
    """
    first, _ = part_features.window(scene.passage, at)
    labels, margin = scoring.best_statement(lanes, at - first, first, fixed, model.moves, model.scale)
    return TaggedStatement(at, first, labels, margin)
