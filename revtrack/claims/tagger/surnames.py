"""Surnames that are auxiliaries, too: "Prime Minister Ida *May* said", "Joe *Will* told"."""

from __future__ import annotations

from revtrack.claims.tagger.decoder import TaggedStatement
from revtrack.claims.tagger.passage import TokenPassage

_AUXILIARIES = frozenset(("May", "Might", "Will"))


def of_source(passage: TokenPassage, statement: TaggedStatement) -> TaggedStatement:
    """A statement in which such a name behind another capitalised word of the source is the source's, not the cue's."""
    words, first = passage.words, statement.first
    if _AUXILIARIES.isdisjoint(words[first + 1 : statement.cue]):
        return statement
    labels = list(statement.labels)
    for n in range(first + 1, statement.cue):
        if labels[n - first] == "Q" and labels[n - first - 1] == "S":
            named = words[n] in _AUXILIARIES and words[n - 1][0].isupper()
            labels[n - first] = "S" if named else "Q"
    return statement._replace(labels="".join(labels))
