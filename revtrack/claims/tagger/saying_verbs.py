"""Verbs of saying that have a subject: "says" of "Roe says", but not "report" of "the report" or "to report"."""

from __future__ import annotations

from functools import cache

from revtrack import lexicon
from revtrack.claims.cue_table import meanings
from revtrack.claims.tagger import set_phrases
from revtrack.claims.tagger.passage import TokenPassage

_SAYING = frozenset(("neutral", "committing", "arguing", "demanding"))
# "The claims" are a noun, so that these need a name or a pronoun before them: "Roe claims", "they claim".
_DOUBTING = "doubting"
_NOT_BEFORE = frozenset(
    (
        *("be", "been", "being", "is", "are", "was", "were"),
        *("the", "a", "an", "his", "her", "their", "to"),
    )
)


def is_finite(passage: TokenPassage, at: int) -> bool:
    """Whether a finite verb of saying is here, and not its participle or a noun of the same form."""
    words = passage.words
    if at >= len(words) or words[at] not in forms() or passage.states[at] != "o":
        return False
    doubts = meanings()[words[at]] == _DOUBTING
    if doubts and not (words[at - 1][0].isupper() or words[at - 1] in ("he", "she", "they")):
        return False
    before = words[at - 1].lower()
    if set_phrases.quotes_another(words, at) or before in _NOT_BEFORE:
        return False
    if words[at] == "say" or words[at] not in bases():
        return True
    return before.endswith("s") or before in ("i", "you", "we", "they")


@cache
def forms() -> frozenset[str]:
    """The forms of verbs of saying that may be finite; those in -ing never are."""
    meant = _SAYING | {_DOUBTING}
    return frozenset(
        form for form, meaning in meanings().items() if meaning in meant and form.islower() and not form.endswith("ing")
    )


@cache
def bases() -> frozenset[str]:
    """The base forms of verbs of saying, which may be nouns: "the IMF report stated"."""
    return frozenset(row[0] for row in lexicon.table("cues"))
