"""Verbs of saying that name nobody: "is said to be ill", "the alleged thief", "who asked not to be named".

They tell how sure the writer is (`changes/certainty.py`) or on what terms somebody spoke; the subject is no source.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.tagger import set_phrases
from revtrack.claims.tagger.passage import TokenPassage

# How many adverbs may stand between "is" and the participle: "is now widely believed".
ADVERBS = 2
# How far behind a participle "by" still names who says so: "was first reported by".
AGENT_WITHIN = 3
# The longest terms of anonymity, in words.
_TERMS_WITHIN = 7

_BEFORE_NOUN = frozenset(
    (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "'s",
        "of",
        "for",
        "over",
        "with",
        "in",
        "about",
    )
)
_SHORT_BE = ("'s", "'re", "'m")
_AUXILIARIES = frozenset(("be", "been", "being", "is", "are", "was", "were", "am", "gets", "got"))
_NO_NOUN = frozenset(
    ("that", "to", "he", "she", "it", "they", "we", "i", "the", "a", "an", "as", "by", "whether", "in", "on")
)
_BEHIND_NOUN = frozenset(("as", "for", "in", "over"))
_BEFORE_PARTICIPLE = _AUXILIARIES | {"and", "but", "or", "while", "by", "now", "also", "already", "still", "without"}
_PERFECT = frozenset(("has", "had", "have", "not"))


def _is_noun(passage: TokenPassage, at: int) -> bool:
    """Whether a form in -ing is a thing: "Red warning as 40,000 lose power"; not in ", warning of floods"."""
    words = passage.words
    if not words[at].endswith("ing") or at in (0, len(words) - 1) or words[at + 1].lower() not in _BEHIND_NOUN:
        return False
    before = words[at - 1]
    return before[0].isalnum() and before.lower() not in _BEFORE_PARTICIPLE


def is_hearsay(passage: TokenPassage, at: int) -> bool:
    """Whether the possible cue at a place is a passive or an adjective of hearsay, or terms of anonymity."""
    word = passage.words[at].lower()
    if word in ("asked", "asking", "requested", "requesting") and _are_terms(passage, at):
        return True
    if _is_idle(passage, at) or _is_noun(passage, at):
        return True
    kind = lexicon.mapping("hearsay").get(word)
    if kind is None or "by" in [other.lower() for other in passage.words[at + 1 : at + 1 + AGENT_WITHIN]]:
        return False
    return _is_passive(passage, at, kind) or (kind == "any" and _is_adjective(passage, at))


def _is_idle(passage: TokenPassage, at: int) -> bool:
    """Whether a form of a verb of saying says nothing: "it is worth noting", "state Sen. Roe", "to say the least"."""
    words = passage.words
    word, before = words[at].lower(), words[at - 1].lower() if at else ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if (
        set_phrases.quotes_another(words, at)
        or before == "worth"
        or (before == "without" and word == "saying")
        or (before == "having" and word == "said")
    ):
        return True
    return word == "state" and behind[:1].isupper() and before not in ("they", "we", "who", "i", "you", "to")


def _is_passive(passage: TokenPassage, at: int, kind: str) -> bool:
    """Whether a form of "be" stands before a participle of this kind."""
    words = passage.words
    n = at - 1
    while n > 0 and at - n <= ADVERBS and _is_adverb(words[n].lower()):
        n -= 1
    if n < 0 or passage.states[n] != "o":
        return False
    helper = words[n].lower()
    if helper in _AUXILIARIES and kind != "to":
        return True
    if helper not in _AUXILIARIES and not helper.endswith(_SHORT_BE):
        return False
    return _following(passage, at) == "to" or _subject(words, n) == "it"


def _subject(words: Sequence[str], helper: int) -> str:
    """The word before a form of "be", auxiliaries left out: "it" of "it has been said"."""
    before = (word.lower() for word in reversed(words[max(0, helper - 2) : helper]))
    return next((word for word in before if word not in _AUXILIARIES and word not in _PERFECT), "")


def _following(passage: TokenPassage, at: int) -> str:
    """The next word that is no adverb."""
    rest = (word.lower() for word in passage.words[at + 1 : at + 2 + ADVERBS])
    return next((word for word in rest if not _is_adverb(word)), "")


def _is_adjective(passage: TokenPassage, at: int) -> bool:
    words, last = passage.words, len(passage.words) - 1
    if not at or at == last or words[at - 1].lower() not in _BEFORE_NOUN:
        return False
    behind = words[at + 1]
    return behind[0].isalnum() and behind.lower() not in _NO_NOUN and passage.states[at + 1] == "o"


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in (
        "also",
        "now",
        "still",
        "not",
        "long",
        "once",
        "then",
        "thus",
        "even",
        "never",
    )


def _are_terms(passage: TokenPassage, at: int) -> bool:
    said = " ".join(passage.words[at : at + _TERMS_WITHIN]).lower()
    return any(said.startswith(terms) for terms in _terms())


@cache
def _terms() -> tuple[str, ...]:
    return tuple(terms for terms, place in lexicon.table("anonymity") if place == "sentence")
