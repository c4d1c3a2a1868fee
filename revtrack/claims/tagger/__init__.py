"""Who says what in a paragraph, by a trained tagger: cue, source and content, whole numbers throughout."""

from __future__ import annotations

from revtrack.claims.tagger import decoder
from revtrack.claims.tagger.decoder import Statement
from revtrack.claims.tagger.model import Model
from revtrack.claims.tagger.passage import Passage
from revtrack.claims.tagger.vocabulary import is_cue

LEAST_SCORE = -2
LEAST_MARGIN = 0
# How near a closing mark an unknown verb must stand to be a cue: "...," Roe marvelled.
BESIDE = 5


def candidates(passage: Passage) -> list[int]:
    """The places of words that may be cues: forms of the table, and any verb beside a quotation mark."""
    words, states = passage.words, passage.states
    closed = -BESIDE
    found = []
    for n, word in enumerate(words):
        if states[n] == ")":
            closed = n
        elif states[n] == "o" and (
            word == ":" or is_cue(words, n)
            or (word[-2:] in _VERBAL and word.islower() and len(word) > 3
                and (n - closed < BESIDE or "(" in states[n + 1 : n + 3]))
        ):
            found.append(n)
    return found


_VERBAL = frozenset(("ed", "es", "gs", "ks", "ts", "rs", "ds", "ns", "ng"))


def tag(model: Model, passage: Passage, least: int | None = None) -> list[Statement]:
    """The statements of a passage in order; none stands within another."""
    places = candidates(passage)
    if not places:
        return []
    scores = decoder.cue_scores(model, passage, places)
    own = decoder.token_sums(model, passage)
    found = [
        decoder.statement(model, passage, at, scores, own) for at in places if scores[at] >= LEAST_SCORE
    ]
    threshold = LEAST_MARGIN if least is None else least
    taken: list[Statement] = []
    covered: dict[int, str] = {}
    for one in sorted(found, key=lambda one: (-one.margin, one.cue)):
        if one.margin < threshold or "C" not in one.labels:
            continue
        if one.cue in covered or any(_at(one, other.cue) in "CQ" for other in taken):
            continue
        taken.append(one)
        for n, label in enumerate(one.labels):
            if label != "O":
                covered[one.first + n] = label
    return sorted(taken, key=lambda one: one.cue)


def _at(one: Statement, place: int) -> str:
    n = place - one.first
    return one.labels[n] if 0 <= n < len(one.labels) else "O"
