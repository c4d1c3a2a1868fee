"""Verbs of saying whose object shows that nothing is said: "claimed 40 lives", "denied bail", "appealed to Rome"."""

from __future__ import annotations

from functools import cache

from revtrack import lexicon
from revtrack.model import Attribution

# The object of a verb is looked for in the first words of what is said, this many.
LONGEST_OBJECT = 4
# Lemmas of acts that are speech where they quote: "appealed to both sides to 'show restraint'".
_SPEAKING = frozenset(("appeal",))


def is_act(plain: str, claim: Attribution) -> bool:
    """Whether the object of a verb shows that nothing is said."""
    objects = _objects().get(claim.cue.lemma)
    if not objects or not claim.content:
        return False
    if "*" in objects:
        return True
    words = [word.strip('.,"').lower() for word in claim.content[0].of(plain).split()[:LONGEST_OBJECT]]
    return not objects.isdisjoint(words)


def speaks_in_quotes(lemma: str) -> bool:
    """Whether a verb that tells an act tells what was said where words of it are quoted."""
    return lemma in _SPEAKING


@cache
def _objects() -> dict[str, frozenset[str]]:
    return {lemma: frozenset(objects.split()) for lemma, objects in lexicon.table("acts")}
