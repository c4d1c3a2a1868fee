"""The likeliest source and content of a cue: the best labels on either side of it, in whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import add
from types import MappingProxyType

from revtrack.claims.tagger import cue_features, part_features, scoring
from revtrack.claims.tagger.model import EDGE, Model
from revtrack.claims.tagger.part_features import Scene
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.tagger.scoring import LABELS, Lanes
from revtrack.model.named_tuple import NamedTuple

# Cues that score less are not looked at any further.
LEAST_SCORE = -2
HIGHEST_SCORE = 4
# How far behind nothing at all a statement may be to be looked at with a source or content that it lacks: in units
# of weight, and what a label is then given for each of its tokens, step by step.
UNLIKELY = -8
BONUSES = (0.5, 1, 2, 4, 8)
Sums = Callable[[str], tuple[int, ...]]
NOTHING: Mapping[int, str] = MappingProxyType({})


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
    own = _own_at(passage, candidates, model.cue_sums, cue_features.OFFSETS)
    totals = map(add, scoring.cue_sums(model.cues, passage, candidates), own)
    scores = (max(-HIGHEST_SCORE, min(HIGHEST_SCORE, total // model.scale)) for total in totals)
    return dict(zip(candidates, scores, strict=True))


def lanes(model: Model, scene: Scene, cues: Sequence[int]) -> dict[int, list[Lanes]]:
    """For each cue how well the labels fit the tokens about it."""
    if not cues:
        return {}
    own = _own(scene.passage, model.all_part_sums, part_features.OFFSETS)
    return dict(zip(cues, scoring.part_lanes(model.parts, scene, cues, own), strict=True))


def _own_at(passage: TokenPassage, places: Sequence[int], sums: Sums, offsets: range) -> list[int]:
    """For each place the sum of what the words about it add, by their offsets, whatever the cue."""
    words = _between_edges(passage)
    found = []
    for at in places:
        first = at + 1 + offsets.start
        about = range(max(0, first), min(len(words), first + len(offsets)))
        found.append(sum([sums(words[n])[n - first] for n in about]))
    return found


def _own(passage: TokenPassage, sums: Callable[[list[str]], list[tuple[int, ...]]], offsets: range) -> list[int]:
    """The same for every token: a column for each offset, shifted by it."""
    beyond = (0,) * len(offsets)
    rows = [*[beyond] * ~offsets.start, *sums(_between_edges(passage)), *[beyond] * (offsets.stop - 2)]
    columns = [column[n : n + len(passage.words)] for n, column in enumerate(zip(*rows, strict=True))]
    return list(map(sum, zip(*columns, strict=True)))


def _between_edges(passage: TokenPassage) -> list[str]:
    if "(" not in passage.states and ")" not in passage.states:
        return [EDGE, *passage.words, EDGE]
    words = [state if state in "()" else word for word, state in zip(passage.words, passage.states, strict=True)]
    return [EDGE, *words, EDGE]


def statement(
    model: Model, scene: Scene, at: int, lanes: list[Lanes], fixed: Mapping[int, str] = NOTHING
) -> TaggedStatement:
    """What the cue at a place attributes, and to whom; of `fixed` tokens it is known: content ("C"), or nothing ("O").

    Where source or content is missing, its label is made dearer until there is one: a statement without them tells
    nothing.
    """
    first, _ = part_features.window(scene.passage, at)
    if fixed:
        lanes = [_fixed(lane, fixed.get(n)) for n, lane in enumerate(lanes, first)]
    here = at - first
    nothing = sum([lane[0] for lane in lanes]) + model.moves[0][0] * (len(lanes) - 1)
    total, before, behind = scoring.best_labels(lanes, here, model.moves, (0, 0, 0, 0))
    margin = total - nothing
    for bonus in BONUSES:
        missing = {"S", "C"}.difference(before, behind)
        if not missing or margin < UNLIKELY * model.scale:
            break
        extra = tuple(round(bonus * model.scale) if label in missing else 0 for label in LABELS)
        total, before, behind = scoring.best_labels(lanes, here, model.moves, extra)
        margin = total - nothing - sum([extra[LABELS.index(label)] for label in before + behind])
    return TaggedStatement(at, first, before + "Q" + behind, margin)


def _fixed(lane: Lanes, label: str | None) -> Lanes:
    """The lanes of a token of which the label is known."""
    return lane if label is None else (0, 0, lane[2], 0) if label == "C" else (lane[0], 0, 0, 0)
