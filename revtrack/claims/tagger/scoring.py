"""The inner loops of the tagger: compiled where `_scoring.c` was built, else in Python, number for number the same.

In Python two thirds of the time of reading are spent here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from operator import add, getitem
from typing import TYPE_CHECKING

from revtrack.claims.tagger import cue_features, part_features
from revtrack.claims.tagger.part_features import Scene
from revtrack.claims.tagger.passage import DASHES, TokenPassage
from revtrack.claims.tagger.vocabulary import MOST_KNOWN
from revtrack.claims.tagger.weights import FamilySums, Weights

if TYPE_CHECKING:
    from revtrack.claims.tagger.part_families import SeenTokens

# The labels in the order of their lanes: nothing, source, content, cue.
LABELS = "OSCQ"
LANE = 16
# How far behind nothing at all a statement may be to be looked at with a source or content that it lacks: in units
# of weight, and what a label is then given for each of its tokens, step by step.
UNLIKELY = -8
BONUSES = (0.5, 1, 2, 4, 8)
# Makes every lane positive, so that one can be read without the next.
BIAS = sum(1 << (LANE * n + LANE - 1) for n in range(len(LABELS)))
_LANE_MASK = (1 << LANE) - 1

Lanes = tuple[int, int, int, int]
# Those of the tokens about a cue; as bytes where the compiled loops made them, which alone can read them.
TokenLanes = list[Lanes] | bytes
# What a word adds by itself, for each of the offsets at which it may stand; as bytes likewise.
Row = tuple[int, ...] | bytes
Moves = tuple[tuple[int, ...], ...]
_Columns = tuple[list[str], list[str], list[str], list[int], list[int], list[int], list[int]]


try:
    from revtrack.claims.tagger import _scoring
    from revtrack.claims.tagger._scoring import best_statement as _best_statement  # not in one of an earlier revtrack
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


def cue_sums(weights: Weights, passage: TokenPassage, candidates: list[int], rows: list[Row]) -> list[int]:
    """What the features of each possible cue add up to; `rows` are what the words add, between those of the edges."""
    if COMPILED:
        lowered = [passage.words[at].lower() for at in candidates]
        columns = _columns(passage)
        return _scoring.cue_sums(_table(weights), columns, roles(), candidates, lowered, rows)
    features = (weights.sum(names) for _, names in cue_features.of_all(passage, candidates))
    return [own + sum_ for own, sum_ in zip(_own_at(rows, candidates), features, strict=True)]


def part_lanes(weights: Weights, scene: Scene, cues: Sequence[int], rows: list[Row]) -> list[TokenLanes]:
    """For each cue how well the four labels fit every token about it; `rows` as above."""
    if COMPILED:
        views = [(at, part_features.form(scene.passage, at), part_features.frame(scene.passage, at)) for at in cues]
        columns = _columns(scene.passage)
        return _scoring.part_lanes(_table(weights), columns, roles(), scene.scores, views, rows)
    from revtrack.claims.tagger import part_families

    own, seen = _own(rows), part_families.seen(scene)
    return [_lanes_about(weights, scene, seen, at, own) for at in cues]


def _own_at(rows: list[Row], places: Sequence[int]) -> list[int]:
    """For each place the sum of what the words about it add, by their offsets, whatever the cue."""
    offsets = cue_features.OFFSETS
    found = []
    for at in places:
        first = at + 1 + offsets.start
        about = range(max(0, first), min(len(rows), first + len(offsets)))
        found.append(sum([rows[n][n - first] for n in about]))
    return found


def _own(rows: list[Row]) -> list[int]:
    """The same for every token and its parts: a column for each offset, shifted by it."""
    offsets = part_features.OFFSETS
    beyond = (0,) * len(offsets)
    rows = [*[beyond] * ~offsets.start, *rows, *[beyond] * (offsets.stop - 2)]
    count = len(rows) - len(offsets) + 1
    columns = [column[n : n + count] for n, column in enumerate(zip(*rows, strict=True))]
    return list(map(sum, zip(*columns, strict=True)))


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


def _lanes_about(weights: Weights, scene: Scene, seen: SeenTokens, at: int, own: list[int]) -> list[Lanes]:
    from revtrack.claims.tagger import part_families

    first, last = part_features.window(scene.passage, at)
    sums = _family_sums(weights)
    before, behind = part_families.keys(scene, seen, at)
    here = weights.sum(part_features.own(scene, at))
    about = [sum(map(getitem, sums, keys)) for keys in before], [sum(map(getitem, sums, keys)) for keys in behind]
    return list(map(_unpacked, map(add, [*about[0], here, *about[1]], own[first:last])))


def _family_sums(weights: Weights) -> list[FamilySums]:
    from revtrack.claims.tagger import part_families

    if not weights.sums:
        weights.sums = [FamilySums(weights, family) for family in part_families.FAMILIES]
    return weights.sums


def _unpacked(lanes: int) -> Lanes:
    """The sums of the four labels, all moved up by the same amount."""
    lanes += BIAS
    return lanes & _LANE_MASK, (lanes >> LANE) & _LANE_MASK, (lanes >> 2 * LANE) & _LANE_MASK, lanes >> 3 * LANE


def word_sums(weights: Weights, features: tuple[str, ...], offsets: range) -> Row:
    """What the features of a word add up to, for each offset at which the word may stand."""
    if COMPILED:
        return _scoring.word_sums(_table(weights), features, offsets.start, offsets.stop)
    return tuple(map(sum, zip(*[_row(weights, name, offsets) for name in features], strict=True)))


def _row(weights: Weights, name: str, offsets: range) -> Row:
    """What a feature of words adds, which many words have; each weights are asked for the same offsets."""
    row = weights.rows.get(name)
    if row is None:
        if len(weights.rows) >= MOST_KNOWN:
            weights.rows.clear()
        row = weights.rows[name] = tuple([weights[f"{offset}{name}"] for offset in offsets])
    return row


def best_statement(
    lanes: TokenLanes, here: int, first: int, fixed: Mapping[int, str], moves: Moves, scale: int
) -> tuple[str, int]:
    """The best labels of the tokens from `first` on, `here` being the cue, and how much likelier they are than none.

    Of `fixed` tokens it is known: content ("C"), or nothing ("O"). Where source or content is missing, its label is
    made dearer until there is one: a statement without them tells nothing.
    """
    bonuses, least = _bonuses(scale), UNLIKELY * scale
    if isinstance(lanes, bytes):
        return _best_statement(lanes, here, first, fixed, moves, bonuses, least)
    if fixed:
        lanes = [_fixed(lane, fixed.get(n)) for n, lane in enumerate(lanes, first)]
    nothing = sum([lane[0] for lane in lanes]) + moves[0][0] * (len(lanes) - 1)
    total, before, behind = best_labels(lanes, here, moves, (0, 0, 0, 0))
    margin = total - nothing
    for bonus in bonuses:
        missing = {"S", "C"}.difference(before, behind)
        if not missing or margin < least:
            break
        extra = tuple(bonus if label in missing else 0 for label in LABELS)
        total, before, behind = best_labels(lanes, here, moves, extra)
        margin = total - nothing - sum([extra[LABELS.index(label)] for label in before + behind])
    return before + "Q" + behind, margin


@cache
def _bonuses(scale: int) -> tuple[int, ...]:
    return tuple(round(bonus * scale) for bonus in BONUSES)


def _fixed(lane: Lanes, label: str | None) -> Lanes:
    """The lanes of a token of which the label is known."""
    return lane if label is None else (0, 0, lane[2], 0) if label == "C" else (lane[0], 0, 0, 0)


def best_labels(lanes: list[Lanes], here: int, moves: Moves, extra: tuple[int, ...]) -> tuple[int, str, str]:
    """The score of the best labels, and those before and behind the cue; `extra` is given to a label at every token.

    Given the cue, the two sides do not depend on each other.
    """
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
