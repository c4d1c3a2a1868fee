"""Where one statement ends as its sentence turns to the next: "Roe said it was dead, *though she noted it may return*".

What was said ends at a conjunction that a pronoun and a verb of saying follow, at "but" and such a verb alone, and at
", who" and such a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.claims import occurrences
from revtrack.claims.tagger import saying_verbs
from revtrack.claims.tagger.passage import TokenPassage

_CONJUNCTIONS = frozenset(("but", "and", "though", "although", "while"))
_PRONOUNS = frozenset(("he", "she", "they"))
_BETWEEN = frozenset(("also", "again", "later", "then", "has", "had"))
_TURNING = _CONJUNCTIONS | {"who"}
# How far a turn reaches, in tokens: further than any statement before it.
LONGEST = 100
# Verbs that need no subject behind "but".
_ALONE = frozenset(
    ("said", "noted", "added", "acknowledged", "insisted", "warned", "stressed", "conceded", "argued"),
)


def of(passage: TokenPassage) -> Iterator[tuple[int, int]]:
    """The tokens behind a turn in its sentence, each with where the turn is; the later turn counts."""
    words, states = passage.words, passage.states
    for n in occurrences.of(words, _TURNING):
        if states[n] != "o" or passage.firsts[n] == n:
            continue
        verb = _verb(words, n)
        if verb is None or not saying_verbs.is_finite(passage, verb) or words[verb + 1 : verb + 2] == ["."]:
            continue
        end = min(passage.lasts[n] + 1, n + LONGEST)
        yield from ((at, n) for at in range(n, end) if states[at] == "o")


def _verb(words: Sequence[str], at: int) -> int | None:
    """Where the verb is that a word turns to, its pronoun and adverbs skipped."""
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word == "who" and words[at - 1] == ",":
        return at + 2 if behind in _BETWEEN else at + 1
    if word not in _CONJUNCTIONS:
        return None
    if behind not in _PRONOUNS:
        return at + 1 if word == "but" and behind in _ALONE else None
    at += 2
    while at < len(words) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at += 1
    return at
