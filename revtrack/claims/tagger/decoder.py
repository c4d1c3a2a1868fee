"""The likeliest source and content of a cue: the best labels on either side of it, in whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from revtrack.claims.tagger import cue_features, part_features
from revtrack.claims.tagger.model import BIAS, EDGE, LABELS, LANE, Model
from revtrack.claims.tagger.part_features import Scene
from revtrack.claims.tagger.passage import TokenPassage

# Cues that score less are not looked at any further.
LEAST_SCORE = -2
HIGHEST_SCORE = 4
# How far behind nothing at all a statement may be to be looked at with a source or content that it lacks: in units
# of weight, and what a label is then given for each of its tokens, step by step.
UNLIKELY = -8
BONUSES = (0.5, 1, 2, 4, 8)
NOTHING: Mapping[int, str] = MappingProxyType({})
_SOURCE, _CONTENT, _CUE = LABELS.index("S"), LABELS.index("C"), LABELS.index("Q")
_LANE_MASK = (1 << LANE) - 1

Lanes = tuple[int, int, int, int]
Moves = Sequence[Sequence[int]]


class TaggedStatement(NamedTuple):
    """The labels of the tokens from `first` on, and how much likelier they are than none at all."""

    cue: int
    first: int
    labels: str
    margin: int

    def places(self, label: str) -> list[int]:
        """Where the tokens of a label are."""
        return [self.first + n for n, found in enumerate(self.labels) if found == label]

    def at(self, place: int) -> str:
        """The label of a token."""
        n = place - self.first
        return self.labels[n] if 0 <= n < len(self.labels) else "O"


def cue_scores(model: Model, passage: TokenPassage, candidates: Sequence[int]) -> dict[int, int]:
    """How likely each possible cue is one: its log-odds as a whole number."""
    weights = model.cues
    scores = {}
    for at, names in cue_features.of_all(passage, candidates):
        total = sum([weights[name] for name in names])
        total += _own(passage, at, cue_features.OFFSETS, model.cue_sums)
        scores[at] = max(-HIGHEST_SCORE, min(HIGHEST_SCORE, total // model.scale))
    return scores


def token_sums(model: Model, passage: TokenPassage) -> list[int]:
    """What the words about each token add to its labels, whatever the cue."""
    return [_own(passage, at, part_features.OFFSETS, model.part_sums) for at in range(len(passage.words))]


def _own(passage: TokenPassage, at: int, offsets: range, sums: Callable[[str], tuple[int, ...]]) -> int:
    """The sum of what each word about a token adds, by its offset."""
    total = 0
    words, states = passage.words, passage.states
    for n, offset in enumerate(offsets):
        place = at + offset
        if 0 <= place < len(words):
            total += sums(words[place] if states[place] not in "()" else states[place])[n]
        elif place in (-1, len(words)):
            total += sums(EDGE)[n]
    return total


def statement(
    model: Model, scene: Scene, at: int, own: Sequence[int], fixed: Mapping[int, str] = NOTHING
) -> TaggedStatement:
    """What the cue at a place attributes, and to whom; of `fixed` tokens it is known: content ("C"), or nothing ("O").

    Given the cue the two sides do not depend on each other. Where source or content is missing, its label is made
    dearer until there is one: a statement without them tells nothing.
    """
    first, _ = part_features.window(scene.passage, at)
    weights = model.parts
    lanes = [
        _unpacked(sum([weights[name] for name in names], own[first + n]))
        for n, names in enumerate(part_features.names(scene, at))
    ]
    if fixed:
        for n, lane in enumerate(lanes, first):
            if n in fixed:
                lanes[n - first] = (0, 0, lane[2], 0) if fixed[n] == "C" else (lane[0], 0, 0, 0)
    here = at - first
    nothing = sum([lane[0] for lane in lanes]) + model.moves[0][0] * (len(lanes) - 1)
    total, before, behind = _best(model, lanes, here)
    margin = total - nothing
    for bonus in BONUSES:
        missing = {"S", "C"}.difference(before, behind)
        if not missing or margin < UNLIKELY * model.scale:
            break
        extra = [round(bonus * model.scale) if label in missing else 0 for label in LABELS]
        pushed = [(o, s + extra[_SOURCE], c + extra[_CONTENT], q) for o, s, c, q in lanes]
        total, before, behind = _best(model, pushed, here)
        margin = total - nothing - sum([extra[LABELS.index(label)] for label in before + behind])
    return TaggedStatement(at, first, before + LABELS[_CUE] + behind, margin)


def _unpacked(lanes: int) -> Lanes:
    """The sums of the four labels, all moved up by the same amount."""
    lanes += BIAS
    return lanes & _LANE_MASK, (lanes >> LANE) & _LANE_MASK, (lanes >> 2 * LANE) & _LANE_MASK, lanes >> 3 * LANE


def _best(model: Model, lanes: Sequence[Lanes], here: int) -> tuple[int, str, str]:
    """The best labels before and behind the cue, with the score of all."""
    left, before = _towards(lanes[:here], model.moves)
    right, behind = _towards(lanes[:here:-1], model.moves_back)
    return left + right + lanes[here][_CUE], before, behind[::-1]


def _towards(lanes: Sequence[Lanes], moves: Moves) -> tuple[int, str]:
    """The best labels of a side that ends beside the cue, and their score with the step onto the cue.

    The loops over four labels are written out: this is where most of the time goes.
    """
    if not lanes:
        return 0, ""
    (oo, os, oc, oq), (so, ss, sc, sq), (co, cs, cc, cq), (qo, qs, qc, qq) = moves
    trail: list[Lanes] = []
    o, s, c, q = lanes[0]
    for lane_o, lane_s, lane_c, lane_q in lanes[1:]:
        to_o, to_s, to_c, to_q = o + oo, o + os, o + oc, o + oq
        from_o = from_s = from_c = from_q = 0
        if (by := s + so) > to_o:
            to_o, from_o = by, 1
        if (by := c + co) > to_o:
            to_o, from_o = by, 2
        if (by := q + qo) > to_o:
            to_o, from_o = by, 3
        if (by := s + ss) > to_s:
            to_s, from_s = by, 1
        if (by := c + cs) > to_s:
            to_s, from_s = by, 2
        if (by := q + qs) > to_s:
            to_s, from_s = by, 3
        if (by := s + sc) > to_c:
            to_c, from_c = by, 1
        if (by := c + cc) > to_c:
            to_c, from_c = by, 2
        if (by := q + qc) > to_c:
            to_c, from_c = by, 3
        if (by := s + sq) > to_q:
            to_q, from_q = by, 1
        if (by := c + cq) > to_q:
            to_q, from_q = by, 2
        if (by := q + qq) > to_q:
            to_q, from_q = by, 3
        trail.append((from_o, from_s, from_c, from_q))
        o, s, c, q = to_o + lane_o, to_s + lane_s, to_c + lane_c, to_q + lane_q
    best, label = max((o + oq, 0), (s + sq, -1), (c + cq, -2), (q + qq, -3))
    label = -label
    labels = [label]
    for step in reversed(trail):
        label = step[label]
        labels.append(label)
    return best, "".join([LABELS[label] for label in reversed(labels)])
