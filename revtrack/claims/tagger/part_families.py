"""The features that tell source and content: where a token is as seen from the cue, and what is between the two.

Each side of the cue is walked outwards, so that every token knows the commas, marks, verbs and other cues that part
it from the cue. The compiled loops have the same in `_scoring.c`; this module is for those in Python and for training.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from revtrack.claims.tagger.cue_features import bucket
from revtrack.claims.tagger.part_features import FINITE, NOMINAL, REACH, STOPS, Scene, form, frame, own, window
from revtrack.claims.tagger.passage import DASHES
from revtrack.model.named_tuple import NamedTuple


@dataclass(slots=True, repr=False, eq=False)
class _Path:
    """What lies between the cue and a token: counted signs and cues, whether a finite verb, the last boundaries.

    `fresh` is the finite verb since the last boundary.
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

    def step(self, token: _Token) -> None:
        """Go past a token that changes something."""
        name = token.name
        if name == ",":
            self.commas = min(3, self.commas + 1)
        elif token.state in "()":
            self.marks = min(3, self.marks + 1)
        if token.is_likely:
            self.rivals = min(2, self.rivals + 1)
        if token.is_verb:
            self.verb = self.fresh = 1
        if name in STOPS:
            self.earlier, self.boundary, self.fresh = self.boundary, name, 0
            self.opening = self.opening or name
            if name in DASHES:
                self.dashes = min(3, self.dashes + 1)


@dataclass(slots=True, repr=False, eq=False)
class _Token:
    """What is the same of a token from whichever cue it is seen, as the features name it.

    `edge` says whether its sentence begins or ends with it, `start` and `end` how far those are, `dashes` whether any
    are behind and before it there. `moves` is whether it changes the path, `breaks` whether it ends a noun phrase.
    """

    name: str
    state: str
    previous: str
    following: str
    beyond: str
    edge: str
    start: str
    end: str
    dashes: str
    score: str
    sentence: int
    is_busy: bool
    is_likely: bool
    is_verb: bool
    moves: bool
    breaks: bool


class SeenTokens(NamedTuple):
    """The tokens of a passage, and for each the next likely cue behind and before it."""

    tokens: list[_Token]
    behind: list[_Rival]
    before: list[_Rival]


# How far the next likely cue further out in the sentence of a token is, what parts the two, and where it is.
_Rival = tuple[str, str, int]
_NO_RIVAL: _Rival = ("", "", -1)
# What the features of a family are made of.
Key = tuple[str, ...]


def seen(scene: Scene) -> SeenTokens:
    """What is known of each token of a passage, whatever the cue."""
    passage, scores = scene.passage, scene.scores
    classes = passage.classes
    tokens = []
    for n, (name, previous, following, beyond) in enumerate(
        zip(classes, ["<", *classes], [*classes[1:], ">"], [*classes[2:], ">", ">"], strict=False)
    ):
        first, end, state = passage.firsts[n], passage.lasts[n], passage.states[n]
        behind, before = passage.dashes[end + 1] > passage.dashes[n + 1], passage.dashes[n] > passage.dashes[first]
        is_stop, is_likely = name in STOPS, scores.get(n, 0) > 0
        is_verb = name in FINITE or (name[0] in "c-" and passage.words[n].endswith("ed"))
        tokens.append(
            _Token(
                name,
                state,
                previous,
                following,
                beyond if is_stop else "",
                "s" if first == n else "e" if end == n else "",
                bucket(n - first),
                bucket(end - n),
                f"{behind:d}{before:d}|{name if name in DASHES else ''}",
                str(scores.get(n, "")),
                passage.sentences[n],
                passage.sentences[n] in scene.busy,
                is_likely,
                is_verb,
                is_stop or is_likely or is_verb or state in "()",
                name not in NOMINAL and name[0] not in "c-",
            )
        )
    count = len(tokens)
    return SeenTokens(tokens, _rivals(tokens, range(count - 1, -1, -1))[::-1], _rivals(tokens, range(count)))


def _rivals(tokens: list[_Token], order: range) -> list[_Rival]:
    """For each token, from one end on, the next likely cue towards that end in its sentence."""
    found: list[_Rival] = []
    rival, gap, sentence = -1, "", -1
    for n in order:
        token = tokens[n]
        if token.sentence != sentence:
            rival, gap, sentence = -1, "", token.sentence
        found.append((bucket(abs(rival - n)), gap, rival) if rival >= 0 else _NO_RIVAL)
        if token.is_likely:
            rival, gap = n, ""
        elif token.name in STOPS:
            gap = token.name
    return found


def names(scene: Scene, at: int) -> list[list[str]]:
    """The features of each token of the window, as seen from the cue at a place."""
    before, behind = keys(scene, seen(scene), at)
    return [*map(_named, before), own(scene, at), *map(_named, behind)]


def _named(keys: Sequence[Key]) -> list[str]:
    return [name for family, key in zip(FAMILIES, keys, strict=True) for name in family(*key)]


def keys(scene: Scene, seen: SeenTokens, at: int) -> tuple[list[tuple[Key, ...]], list[tuple[Key, ...]]]:
    """For each token of the window before and behind a cue, in order, what its features are made of: a key a family."""
    first, last = window(scene.passage, at)
    before = [rival if rival[2] >= first else _NO_RIVAL for rival in seen.before[first:at]]
    behind = [rival if rival[2] < last else _NO_RIVAL for rival in seen.behind[at + 1 : last]]
    left = _side(scene, at, "<", seen.tokens[first:at][::-1], before[::-1])
    return left[::-1], _side(scene, at, ">", seen.tokens[at + 1 : last], behind)


def _side(scene: Scene, at: int, side: str, tokens: list[_Token], rivals: list[_Rival]) -> list[tuple[Key, ...]]:
    """The keys of one side, from the cue outwards."""
    passage = scene.passage
    if not tokens:
        return []
    cue, around, here = form(passage, at), frame(passage, at), passage.sentences[at]
    own, adjacent = passage.classes[at], tokens[0].name
    path, run = _Path(), "1"
    sentence, away = here, "0"
    way, bound, opening, earlier, verbs, dashes = f"{side}0000", side, "", "", "00", f"{side}0"
    found: list[tuple[Key, ...]] = []
    for token, near, (rival, gap, _) in zip(tokens, _NEAR[side], rivals, strict=False):
        name, state = token.name, token.state
        if token.sentence != sentence:
            sentence = token.sentence
            away = str(max(-3, min(3, sentence - here)))
            way = f"{way[:4]}{away}"
        busy = "1" if token.is_busy and away != "0" else "0"
        found.append(
            (
                (cue, around, adjacent, way, state, token.edge, busy, token.score),
                (cue, around, adjacent, near, run),
                (cue, around, adjacent, bound, opening, earlier, verbs, state),
                (own, near, run, verbs, name),
                (way, run, rival, gap, name),
                (way, bound, rival, gap),
                (bound, verbs, token.previous, name, token.following, token.beyond, away),
                (bound, verbs, dashes, token.dashes, token.end, away),
                (around, bound, token.start, away),
            )
        )
        if token.moves:
            path.step(token)
            way = f"{side}{path.commas}{path.marks}{path.rivals}{away}"
            bound, opening, earlier = side + path.boundary, path.opening, path.earlier
            verbs, dashes = f"{path.verb}{path.fresh}", f"{side}{path.dashes}"
        if token.breaks:
            run = "0"
    return found


# By side and distance.
_NEAR = {side: [side + bucket(distance) for distance in range(1, REACH + 1)] for side in "<>"}


def _of_way(
    cue: str, around: str, adjacent: str, way: str, state: str, edge: str, busy: str, score: str
) -> tuple[str, ...]:
    side, commas, marks, away = way[0], way[1], way[2], way[4:]
    return (
        f"C{way}|{state}",
        f"E{way}|{state}|{around}",
        f"F{cue}|{way}|{state}",
        f"L{adjacent}|{way}|{state}",
        f"Q{side}{edge}{state}|{way}",
        f"T{score}|{side}{commas}|{away}",
        f"U{around}|{side}{away}|{commas}|{marks}|{edge}",
        f"Y{side}{way[2:]}|{state}|{around}|{busy}",
    )


def _of_distance(cue: str, around: str, adjacent: str, near: str, run: str) -> tuple[str, ...]:
    side, steps = near[0], near[1:]
    return (
        f"A{near}",
        f"G{cue}|{near}",
        f"P{side}{run}|{steps}|{around}",
        f"V{adjacent}|{cue}|{side}{min(int(steps), 3)}",
    )


def _of_boundary(
    cue: str, around: str, adjacent: str, bound: str, opening: str, earlier: str, verbs: str, state: str
) -> tuple[str, ...]:
    return (
        f"J{bound}|{state}|{opening}",
        f"K{bound}|{around}|{state}",
        f"S{cue}|{bound}|{state}",
        f"a{earlier}|{bound}|{verbs}|{state}",
        f"b{bound[0]}{adjacent}|{opening}|{bound[1:]}|{verbs}",
    )


def _of_name_and_distance(own: str, near: str, run: str, verbs: str, name: str) -> tuple[str, ...]:
    return f"B{near}|{name}", f"I{own}|{near}|{name}", f"c{near}|{run}|{verbs}|{name}"


def _of_name_and_way(way: str, run: str, rival: str, gap: str, name: str) -> tuple[str, ...]:
    side, commas = way[0], way[1]
    return f"D{way}|{name}", f"O{side}{run}{commas}|{name}", f"W{side}{rival}|{gap}|{name}"


def _of_rival(way: str, bound: str, rival: str, gap: str) -> tuple[str, ...]:
    return (f"X{way[0]}{rival}|{gap}|{way[1]}|{bound}|{way[4:]}",)


def _of_neighbours(
    bound: str, verbs: str, previous: str, name: str, following: str, beyond: str, away: str
) -> tuple[str, ...]:
    side = bound[0]
    found = (
        f"M{side}{previous}|{name}|{away}",
        f"N{side}{name}|{following}|{away}",
        f"R{bound}|{previous}|{name}|{following}",
        f"Z{bound}|{verbs}|{name}|{following}",
    )
    if not beyond:
        return found
    return *found, f"e{side}{name}|{following}|{beyond}", f"f{bound}|{name}|{following}|{verbs}"


def _of_end(bound: str, verbs: str, dashes: str, dashed: str, end: str, away: str) -> tuple[str, ...]:
    return f"d{dashes}{dashed}|{away}", f"g{bound[0]}{end}|{bound[1:]}|{verbs}|{away}"


def _of_start(around: str, bound: str, start: str, away: str) -> tuple[str, ...]:
    return (f"i{bound[0]}{start}|{bound[1:]}|{away}|{around}",)


# The families of features, as their keys are in order: those of one are made of the same, so that their weights are
# added up once for all tokens, cues and texts where that is the same.
FAMILIES: tuple[Callable[..., tuple[str, ...]], ...] = (
    _of_way,
    _of_distance,
    _of_boundary,
    _of_name_and_distance,
    _of_name_and_way,
    _of_rival,
    _of_neighbours,
    _of_end,
    _of_start,
)
