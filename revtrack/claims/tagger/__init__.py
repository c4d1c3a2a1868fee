"""Who says what in a paragraph, by a trained tagger: the likely cues, then the source and content of each."""

from __future__ import annotations

from revtrack import lexicon
from revtrack.claims import cue_table, occurrences
from revtrack.claims.cue_table import is_cue, lemma
from revtrack.claims.tagger import decoder, frames, hearsay, part_features, trailing_sources
from revtrack.claims.tagger.decoder import TaggedStatement
from revtrack.claims.tagger.model import Model, packaged
from revtrack.claims.tagger.passage import TokenPassage, read
from revtrack.claims.tagger.scoring import TokenLanes

__all__ = ["candidates", "packaged", "read", "tag"]

# How far behind nothing at all a statement may be, in units of weight, its cue's score added. One that quotes may be
# further, since a quotation is seldom nobody's; so may one whose cue ends its sentence: "..., the board confirmed."
LEAST, LEAST_PLAIN = -4, -8
# What a cue of the highest score is worth more.
SURE = 10
# How near a closing mark an unknown verb must be to count as a cue: "..." Roe marvelled.
BESIDE = 5
# At most one cue in this many tokens is judged, the likeliest first, and always this many: a text of more is not prose.
CUES_APART, ALWAYS = 12, 40

# How likely at least a verb of saying is a cue that a quotation belongs to by its form: "...," Jane Roe said.
SPOKEN = 2
# How likely at least a cue inside another statement is one, and how far ahead of nothing at all what it attributes.
NESTED, NESTED_MARGIN = 1, 0

_VERBAL = frozenset(("ed", "es", "gs", "ks", "ts", "rs", "ds", "ns", "ng"))


def candidates(passage: TokenPassage) -> list[int]:
    """The places of words that may be cues: forms of the table, and any verb beside a quotation mark."""
    words, states = passage.words, passage.states
    cues = frozenset(cue_table.places(words))
    if "(" not in states and ")" not in states:
        told = {*occurrences.of(words, (":",)), *(n for n in cues if words[n] not in trailing_sources.LEADS)}
        return sorted(n for n in told if states[n] == "o")
    closed = -BESIDE
    found = []
    for n, word in enumerate(words):
        if states[n] == ")":
            closed = n
        elif states[n] == "o" and (
            word == ":"
            or (n in cues and word not in trailing_sources.LEADS)
            or (
                word[-2:] in _VERBAL
                and word.islower()
                and len(word) > 3
                and (n - closed < BESIDE or "(" in states[n + 1 : n + 3])
            )
        ):
            found.append(n)
    return found


def tag(model: Model, passage: TokenPassage) -> list[TaggedStatement]:
    """The statements of a passage in order of their cues, with those inside others."""
    places = candidates(passage)
    form = frames.of(passage)
    if not places:
        return form.statements
    scores = decoder.cue_scores(model, passage, places)
    silent = (at for at in places if hearsay.is_hearsay(passage, at) or _is_another_act(passage, at))
    scores |= dict.fromkeys(silent, -decoder.HIGHEST_SCORE)
    scene = part_features.scene(passage, dict(scores))
    scores |= {at: max(scores[at], SPOKEN) for at in form.quoted.values() if at in scores}
    likely = _likely(passage, scores)
    lanes = decoder.lanes(model, scene, likely)
    found = [
        decoder.statement(model, scene, at, lanes[at], form.fixed(at, range(*part_features.window(passage, at))))
        for at in likely
    ]
    ranked = sorted(
        (one.margin + (scores[one.cue] + SURE * (scores[one.cue] == decoder.HIGHEST_SCORE)) * model.scale, -one.cue, n)
        for n, one in enumerate(found)
    )
    taken = _Taken()
    for one in form.statements:
        taken.take(one)
    for rank, _, n in reversed(ranked):
        one = found[n]
        least = LEAST_PLAIN if _quotes(passage, one) or _ends(passage, one) else LEAST
        if rank >= least * model.scale and "C" in one.labels:
            taken.take(one)
    for one in form.missed:
        taken.take(one)
    around = {n: one for one in taken.statements for n in one.places("C")}
    inner = (_nested(model, scene, at, lanes[at], scores[at], around.get(at)) for at in likely)
    return sorted([*taken.statements, *(one for one in inner if one)], key=lambda one: one.cue)


def _nested(
    model: Model, scene: part_features.Scene, at: int, lanes: TokenLanes, score: int, around: TaggedStatement | None
) -> TaggedStatement | None:
    """The statement of a cue inside the content of another, told as well where it is as sure and has a named source."""
    passage = scene.passage
    if around is None or score < NESTED or passage.states[at] != "o" or passage.words[at].endswith("ing"):
        return None
    first, last = part_features.window(passage, at)
    one = decoder.statement(model, scene, at, lanes, {n: "O" for n in range(first, last) if around.at(n) != "C"})
    sources, said = one.places("S"), one.places("C")
    if not sources or not said or one.margin < NESTED_MARGIN * model.scale:
        return None
    alone = len(sources) == 1 and passage.words[sources[0]].lower() in lexicon.words("pronouns")
    return None if alone or any(passage.states[n] != "o" for n in (*sources, *said)) else one


def _is_another_act(passage: TokenPassage, at: int) -> bool:
    """Whether a gesture or a verb of no table only stands near a quotation: `"It is shut." Roe sighed.`."""
    words, states = passage.words, passage.states
    speech = is_cue(words, at) and lemma(words, at) not in lexicon.words("gestures")
    if speech or "(" in states[at + 1 : at + 3]:
        return False
    n = at - 1
    while n >= 0 and states[n] == "o":
        n -= 1
    between = {word.lower() for word in words[n + 1 : at]}
    return words[n - 1] == "." or not between.isdisjoint(("and", "but", "or", "as", "then"))


def _likely(passage: TokenPassage, scores: dict[int, int]) -> list[int]:
    """The possible cues worth a look, likeliest first in a text that is nothing but cues."""
    likely = [at for at, score in scores.items() if score >= decoder.LEAST_SCORE]
    most = max(ALWAYS, len(passage.words) // CUES_APART)
    return sorted(likely) if len(likely) <= most else sorted(likely, key=lambda at: (-scores[at], at))[:most]


def _quotes(passage: TokenPassage, statement: TaggedStatement) -> bool:
    return any(map("o".__ne__, map(passage.states.__getitem__, statement.places("C"))))


def _ends(passage: TokenPassage, statement: TaggedStatement) -> bool:
    """Whether the cue is the last word of a sentence that the source stands in the middle of."""
    last = passage.lasts[statement.cue]
    return statement.cue == last - 1 and passage.words[last] == "." and "CS" in statement.labels.replace("O", "")


class _Taken:
    """Statements that are not inside one another: "he said that she knew" is what he said."""

    def __init__(self) -> None:
        self.statements: list[TaggedStatement] = []
        self._taken: set[int] = set()
        self._cues: set[int] = set()

    def take(self, one: TaggedStatement) -> None:
        """Take a statement, unless it is inside one taken before, or holds one."""
        said = one.places("C") + one.places("Q")
        if one.cue in self._taken or not self._cues.isdisjoint(said):
            return
        self.statements.append(one)
        self._cues.add(one.cue)
        self._taken.update(said)
        self._taken.update(one.places("S"))
