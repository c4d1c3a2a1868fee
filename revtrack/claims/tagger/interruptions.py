"""Statements that their source and verb interrupt: "*The plan*, she said, *would fail*".

What stands on both sides is said where neither side is a sentence without the other: the first has no verb, or the
second begins with one, with a pronoun or with a conjunction that leads to one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack import lexicon
from revtrack.claims import occurrences
from revtrack.claims.tagger import saying_verbs
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.verb_forms import is_past

# How many words the source between the two commas may have.
MOST_SOURCE = 8
# Longer sentences are not looked at: no statement is interrupted so late.
LONGEST = 120
_GOING_ON = frozenset(("because", "until", "unless", "that", "to", "there", "not", "if"))
_NO_SOURCE = frozenset(
    ("and", "but", "or", "as", "while", "to", "when", "if", "because", "than", "so", "such", "for", "in", "on", "at")
)
_RELATIVE = frozenset(("who", "which", "that", "whom", "what", "like"))
_NO_START = frozenset(("and", "but", "who", "which", "whose", "as", "while", "though", "although", "with", "where"))


def of(passage: TokenPassage) -> Iterator[tuple[int, int]]:
    """The tokens on both sides of such a source and verb, each with the place of the verb."""
    words, states = passage.words, passage.states
    for behind in occurrences.of(words, (",",)):
        n = behind - 1
        if not 3 <= n < len(words) - 3 or words[n - 1] == ",":
            continue
        first, last = passage.firsts[n], passage.lasts[n]
        if last - first > LONGEST or not saying_verbs.is_finite(passage, n):
            continue
        comma = next((at for at in range(n - 2, max(first, n - MOST_SOURCE - 2), -1) if words[at] == ","), first)
        source = [word.lower() for word in words[comma + 1 : n]]
        if comma == first or not _is_source(source) or {*states[first : last + 1]} != {"o"}:
            continue
        if _is_one(passage, range(first, comma), n + 2):
            end = last + (words[last] != ".")
            yield from ((at, n) for at in (*range(first, comma), *range(n + 2, end)))


def _is_source(words: Sequence[str]) -> bool:
    """Whether words may be a source, and hold no verb of another clause."""
    if words[0] in _NO_SOURCE or not _RELATIVE.isdisjoint(words):
        return False
    return not any(word in lexicon.words("finite_verbs") or is_past(word) for word in words)


def _is_one(passage: TokenPassage, lead: range, rest: int) -> bool:
    """Whether words before and behind a source and verb are one clause."""
    words = passage.words
    start = words[rest].lower()
    finite = lexicon.words("finite_verbs")
    if start in _NO_START or start.endswith("ing") or words[lead.start].lower() in ("and", "but", "as"):
        return False
    goes_on = start in finite or start in _GOING_ON or lexicon.mapping("pronouns").get(start) == "personal"
    return goes_on or not any(words[n].lower() in finite or is_past(words[n].lower()) for n in lead)
