"""Statements of set phrases, in which the source is not the subject of the sentence.

The paper quoted Roe as saying that it rained     Roe says it, not the paper
"It rains," the paper quoted Roe as saying.       likewise
The rise was better than analysts had predicted.  analysts predicted, and the comparison is what they are set against
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from revtrack.claims import occurrences
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.model.named_tuple import NamedTuple

# How many words somebody who is quoted, or who expected something, may be named by.
MOST_NAMED, MOST_EXPECTING = 12, 5
# How much of a sentence may be what is said, in tokens.
LONGEST_CONTENT = 200
_QUOTED = frozenset(("quoted", "quotes", "quoting", "cited", "cites"))
_SAYING = frozenset(("saying", "telling", "arguing", "stating"))
_EXPECTED = frozenset(
    ("predicted", "expected", "forecast", "estimated", "anticipated", "thought", "feared", "hoped", "projected")
)
_LINKING = frozenset(("as", "than"))
_PERFECT = frozenset(("had", "have", "has"))


class SetPhrase(NamedTuple):
    """The places of the verb, and of its words, the source and what is said."""

    verb: int
    cue: range
    source: range
    content: range


def quotes_another(words: Sequence[str], at: int) -> bool:
    """Whether a verb tells whose words somebody passes on: "the paper *quoted* Roe as saying"."""
    if words[at] not in _QUOTED:
        return False
    behind = words[at + 1 : at + 2 + MOST_NAMED]
    return any(word == "as" and then in _SAYING for word, then in pairwise(behind))


def of(passage: TokenPassage) -> Iterator[SetPhrase]:
    """The statements of a passage that such a phrase makes."""
    words, states = passage.words, passage.states
    for n in occurrences.of(words, _LINKING):
        if states[n] != "o":
            continue
        if words[n] == "as" and words[n + 1 : n + 2] and words[n + 1] in _SAYING:
            found = _quoted_as_saying(passage, n)
        else:
            found = _expected(passage, n) if words[n] == "than" else None
        if found and found.source and found.content and {*states[found.source.start : found.source.stop]} == {"o"}:
            yield found


def _quoted_as_saying(passage: TokenPassage, at: int) -> SetPhrase | None:
    words, last = passage.words, min(passage.lasts[at], at + LONGEST_CONTENT)
    first = max(passage.firsts[at], at - LONGEST_CONTENT)
    begin = max(first, at - MOST_NAMED)
    verb = next((n for n in range(at - 1, begin - 1, -1) if words[n] in _QUOTED), None)
    if verb is None:
        return None
    content = range(at + 2, last + (words[last] != "."))
    if not content or words[at + 2] in (",", "."):
        content = range(first, _clause_end(words, first, verb))
    return SetPhrase(at + 1, range(at, at + 2), range(verb + 1, at), content)


def _clause_end(words: Sequence[str], first: int, verb: int) -> int:
    """Where the clause before the subject of a verb ends, its comma or mark left out."""
    return next((n + 1 for n in range(verb - 1, first, -1) if words[n] in ('"', "\u201d", "''", ",")), first)


def _expected(passage: TokenPassage, at: int) -> SetPhrase | None:
    words, last = passage.words, passage.lasts[at]
    end = min(last, at + 2 + MOST_EXPECTING)
    verb = next((n for n in range(at + 2, end + 1) if words[n] in _EXPECTED), None)
    if verb is None or (verb < last and words[verb + 1] not in (",", ".", ";")):
        return None
    cue = verb - (words[verb - 1] in _PERFECT)
    return SetPhrase(
        verb, range(cue, verb + 1), range(at + 1, cue), range(max(passage.firsts[at], at - LONGEST_CONTENT), at)
    )
