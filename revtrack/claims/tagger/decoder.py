"""The likeliest source and content of a cue: the best labels on either side of it, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from revtrack.claims.tagger import features
from revtrack.claims.tagger.model import BIAS, LABELS, Model
from revtrack.claims.tagger.passage import Passage

_CUE = LABELS.index("Q")


@dataclass(frozen=True, slots=True)
class Statement:
    """The labels of the tokens from `first` on, and how much likelier they are than none at all."""

    cue: int
    first: int
    labels: str
    margin: int

    def places(self, label: str) -> list[int]:
        return [self.first + n for n, found in enumerate(self.labels) if found == label]


def cue_scores(model: Model, passage: Passage, candidates: Sequence[int]) -> dict[int, int]:
    """How likely each possible cue is one, from -4 to 4."""
    weights = model.cues
    scores = {}
    for at in candidates:
        total = sum([weights.get(name, 0) for name in features.of_cue(passage, at, candidates)])
        total += _own(passage, at, features.CUE_OFFSETS, model.cue_sums)
        scores[at] = max(-4, min(4, total // model.scale))
    return scores


def _own(passage: Passage, at: int, offsets: range, sums: object) -> int:
    total = 0
    words, states = passage.words, passage.states
    for n, k in enumerate(offsets):
        place = at + k
        if 0 <= place < len(words):
            total += sums(words[place] if states[place] not in "()" else states[place])[n]  # type: ignore[operator]
        elif place in (-1, len(words)):
            total += sums("edge")[n]  # type: ignore[operator]
    return total


def token_sums(model: Model, passage: Passage) -> list[int]:
    """What the words about each token add to its labels, whatever the cue."""
    return [_own(passage, at, features.PART_OFFSETS, model.part_sums) for at in range(len(passage.words))]


def statement(model: Model, passage: Passage, at: int, scores: dict[int, int], own: Sequence[int]) -> Statement:
    """What the cue at `at` attributes, and to whom."""
    first, _ = features.window(passage, at)
    weights = model.parts
    emissions = [
        sum([weights.get(name, 0) for name in names], own[first + n])
        for n, names in enumerate(features.of_parts(passage, at, scores))
    ]
    lanes = [((e & 0xFFFF), (e >> 16) & 0xFFFF, (e >> 32) & 0xFFFF, (e >> 48) & 0xFFFF)
             for e in map(BIAS.__add__, emissions)]
    here = at - first
    moves = model.transitions
    back = tuple(zip(*moves, strict=True))
    sides = (lanes[:here], moves), (lanes[:here:-1], back)
    (left, before), (right, behind) = (_towards(*side) for side in sides)
    nothing = sum([lane[0] for lane in lanes]) + moves[0][0] * (len(lanes) - 1)
    margin = left + right + lanes[here][_CUE] - nothing
    if margin > UNLIKELY * model.scale and not {"S", "C"} <= {*before, *behind}:
        before, behind, lost = _complete(*(_by_parts(*side) for side in sides))
        margin -= max(0, left + right - lost) if lost > -_NEVER // 2 else 0
    return Statement(at, first, before + LABELS[_CUE] + behind[::-1], margin)


UNLIKELY = -4
_NEVER = 1 << 40
# What a side may hold: nothing, a source, content, both; as bits.
_BITS = tuple({"S": 1, "C": 2}.get(label, 0) for label in LABELS)
_BOTH = 3


def _complete(left: list[tuple[int, str]], right: list[tuple[int, str]]) -> tuple[str, str, int]:
    """The best labels of both sides that hold a source and content between them."""
    total, a, b = max(
        (left[a][0] + right[b][0], -a, -b) for a in range(4) for b in range(4) if a | b == _BOTH
    )
    return left[-a][1], right[-b][1], total


def _by_parts(
    lanes: Sequence[tuple[int, int, int, int]], moves: Sequence[Sequence[int]]
) -> list[tuple[int, str]]:
    """The best labels of a side for each set of parts it may hold, with their scores."""
    if not lanes:
        return [(0, ""), *[(-_NEVER, "")] * 3]
    every = range(len(LABELS))
    states = {(_BITS[n], n): (score, (n, None)) for n, score in enumerate(lanes[0])}
    for lane in lanes[1:]:
        after: dict[tuple[int, int], tuple[int, object]] = {}
        for (parts, m), (score, trail) in states.items():
            step = moves[m]
            for n in every:
                total = score + step[n] + lane[n]
                key = parts | _BITS[n], n
                if key not in after or total > after[key][0]:
                    after[key] = total, (n, trail)
        states = after
    found: list[tuple[int, str]] = [(-_NEVER, "")] * 4
    for (parts, n), (score, trail) in sorted(states.items(), key=lambda state: state[0]):
        total = score + moves[n][_CUE]
        if total > found[parts][0]:
            found[parts] = total, _labels(trail)
    return found


def _labels(trail: object) -> str:
    labels = []
    while trail is not None:
        n, trail = trail  # type: ignore[misc]
        labels.append(LABELS[n])
    return "".join(reversed(labels))


def _towards(
    lanes: Sequence[tuple[int, int, int, int]], moves: Sequence[Sequence[int]]
) -> tuple[int, str]:
    """The best labels of a side that ends beside the cue, and their score with the step onto the cue."""
    (oo, os, oc, oq), (so, ss, sc, sq), (co, cs, cc, cq), (qo, qs, qc, qq) = moves
    trail: list[tuple[int, int, int, int]] = []
    if not lanes:
        return 0, ""
    o, s, c, q = lanes[0]
    for eo, es, ec, eq in lanes[1:]:
        no, fo = o + oo, 0
        if (x := s + so) > no: no, fo = x, 1
        if (x := c + co) > no: no, fo = x, 2
        if (x := q + qo) > no: no, fo = x, 3
        ns, fs = o + os, 0
        if (x := s + ss) > ns: ns, fs = x, 1
        if (x := c + cs) > ns: ns, fs = x, 2
        if (x := q + qs) > ns: ns, fs = x, 3
        nc, fc = o + oc, 0
        if (x := s + sc) > nc: nc, fc = x, 1
        if (x := c + cc) > nc: nc, fc = x, 2
        if (x := q + qc) > nc: nc, fc = x, 3
        nq, fq = o + oq, 0
        if (x := s + sq) > nq: nq, fq = x, 1
        if (x := c + cq) > nq: nq, fq = x, 2
        if (x := q + qq) > nq: nq, fq = x, 3
        trail.append((fo, fs, fc, fq))
        o, s, c, q = no + eo, ns + es, nc + ec, nq + eq
    best, label = o + oq, 0
    if (x := s + sq) > best: best, label = x, 1
    if (x := c + cq) > best: best, label = x, 2
    if (x := q + qq) > best: best, label = x, 3
    labels = [label]
    for step in reversed(trail):
        label = step[label]
        labels.append(label)
    return best, "".join([LABELS[label] for label in reversed(labels)])
