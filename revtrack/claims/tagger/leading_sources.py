"""Statements that a sentence opens with who said it: "The highway patrol said snow fell at two inches an hour."

The tagger finds most of them; those that it misses have nothing in their form that could be read otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.claims import occurrences
from revtrack.claims.tagger import saying_verbs, sentence_parts
from revtrack.claims.tagger.decoder import TaggedStatement
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.tagger.sentence_parts import FINITE, MOST_SUBJECT, NO_SUBJECT, SUBORDINATE
from revtrack.claims.verb_forms import is_past

_SAID = frozenset(("said", "says"))
# "A picture said to be by Lind" is what others say of it; "said in May that" has the statement farther on.
_NOT_SAID = frozenset(("to", "of", "in", "on", "at", "for", "with", "from", "by", "about"))


def of(passage: TokenPassage) -> Iterator[TaggedStatement]:
    """The statements of sentences that begin with a subject and "said"; they count only where the tagger finds none."""
    words, states = passage.words, passage.states
    for n in occurrences.of(words, _SAID):
        if not 1 <= n < len(words) - 2 or words[n + 1] in _NOT_SAID:
            continue
        first, last = passage.firsts[n], passage.lasts[n]
        if n - first > MOST_SUBJECT or not _is_subject([word.lower() for word in words[first:n]]):
            continue
        if "".join({*states[first : last + 1]}) != "o" or not saying_verbs.is_finite(passage, n):
            continue
        end = last if words[last] == "." else last + 1
        if sentence_parts.is_clause(passage, n + 1, end):
            yield sentence_parts.statement(n, range(n, n + 1), range(first, n), range(n + 1, end))


def _is_subject(words: list[str]) -> bool:
    """Whether words may be the subject of "said": no clause and no phrase that leads to it."""
    if not words or words[0] in NO_SUBJECT or words[0] in SUBORDINATE:
        return False
    return all(word.isalpha() and word not in FINITE and not is_past(word) for word in words)
