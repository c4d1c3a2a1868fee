"""The inner loops of the tagger: compiled where `_scoring.c` was built, else in Python, number for number the same.

In Python two thirds of the time of reading are spent here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from revtrack.claims.tagger import cue_features, part_features
from revtrack.claims.tagger.part_features import Scene
from revtrack.claims.tagger.passage import DASHES, TokenPassage
from revtrack.claims.tagger.weights import Weights

# The labels in the order of their lanes: nothing, source, content, cue.
LABELS = "OSCQ"
LANE = 16
# Makes every lane positive, so that one can be read without the next.
BIAS = sum(1 << (LANE * n + LANE - 1) for n in range(len(LABELS)))
_LANE_MASK = (1 << LANE) - 1

Lanes = tuple[int, int, int, int]
Moves = tuple[tuple[int, ...], ...]
_Columns = tuple[list[str], list[str], list[str], list[int], list[int], list[int], list[int]]


try:
    from revtrack.claims.tagger import _scoring
except ImportError:
    COMPILED = False
else:
    COMPILED = True


@cache
def roles() -> dict[str, int]:
    """What the compiled loops have to know of a class of words, as bits."""
    tables = (
        part_features.STOPS,
        part_features.FINITE,
        part_features.NOMINAL,
        DASHES,
        cue_features.SUBJECTS,
        cue_features.OBJECTS,
        cue_features.BREAKS,
    )
    names = frozenset().union(*tables)
    return {name: sum(1 << n for n, table in enumerate(tables) if name in table) for name in names}


def cue_sums(weights: Weights, passage: TokenPassage, candidates: list[int]) -> list[int]:
    """What the features of each possible cue add up to."""
    if COMPILED:
        lowered = [passage.words[at].lower() for at in candidates]
        columns = _columns(passage)
        return _scoring.cue_sums(_table(weights), columns, roles(), candidates, lowered)
    return [sum([weights[name] for name in names]) for _, names in cue_features.of_all(passage, candidates)]


def part_lanes(weights: Weights, scene: Scene, cues: Sequence[int], own: list[int]) -> list[list[Lanes]]:
    """For each cue the sums of the four labels of every token about it; `own` is what a token adds by itself."""
    if COMPILED:
        views = [(at, part_features.form(scene.passage, at), part_features.frame(scene.passage, at)) for at in cues]
        columns = _columns(scene.passage)
        return _scoring.part_lanes(_table(weights), columns, roles(), scene.scores, views, own)
    return [_lanes_about(weights, scene, at, own) for at in cues]


def _table(weights: Weights) -> object:
    """The weights as the compiled loops look them up."""
    if weights.compiled is None:
        weights.compiled = _scoring.weights(weights.hashes, weights.numbers)
    return weights.compiled


def _columns(
    passage: TokenPassage,
) -> tuple[list[str], list[str], list[str], list[int], list[int], list[int], list[int]]:
    words, _, _, states, classes, sentences, firsts, lasts, dashes = passage
    return words, states, classes, sentences, firsts, lasts, dashes


def _lanes_about(weights: Weights, scene: Scene, at: int, own: list[int]) -> list[Lanes]:
    first, _ = part_features.window(scene.passage, at)
    return [
        _unpacked(sum([weights[name] for name in names], own[first + n]))
        for n, names in enumerate(part_features.names(scene, at))
    ]


def _unpacked(lanes: int) -> Lanes:
    """The sums of the four labels, all moved up by the same amount."""
    lanes += BIAS
    return lanes & _LANE_MASK, (lanes >> LANE) & _LANE_MASK, (lanes >> 2 * LANE) & _LANE_MASK, lanes >> 3 * LANE


def word_sums(weights: Weights, features: tuple[str, ...], offsets: range) -> tuple[int, ...]:
    """What the features of a word add up to, for each offset at which the word may stand."""
    if COMPILED:
        return _scoring.word_sums(_table(weights), features, offsets.start, offsets.stop)
    return tuple(sum(weights[f"{offset}{name}"] for name in features) for offset in offsets)


def best_labels(lanes: list[Lanes], here: int, moves: Moves, extra: tuple[int, ...]) -> tuple[int, str, str]:
    """The score of the best labels, and those before and behind the cue; `extra` is given to a label at every token.

    Given the cue, the two sides do not depend on each other.
    """
    if COMPILED:
        return _scoring.best_labels(lanes, here, moves, extra)
    if any(extra):
        more_o, more_s, more_c, more_q = extra
        lanes = [(o + more_o, s + more_s, c + more_c, q + more_q) for o, s, c, q in lanes]
    left, before = _towards(lanes[:here], moves)
    right, behind = _towards(lanes[:here:-1], tuple(zip(*moves, strict=True)))
    return left + right + lanes[here][LABELS.index("Q")], before, behind[::-1]


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
