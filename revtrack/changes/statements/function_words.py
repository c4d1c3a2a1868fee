"""The small words of English by what they do, for the rules on words that mean the same."""

from __future__ import annotations

from revtrack import lexicon
from revtrack.changes.statements.closed_classes import word_class

BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being"))
HAVE = frozenset(("have", "has", "had", "having"))
FUTURE = frozenset(("will", "would", "shall", "'ll"))
ARTICLES = frozenset(("a", "an", "the"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
# Pronouns as the objects of verbs, and as their subjects; "her" is the object of a verb or an owner.
OBJECT_FORMS = {"him": "he", "them": "they", "us": "we", "me": "i"}
SUBJECTS = frozenset(("i", "he", "she", "it", "we", "they", "you"))
_POINTERS = frozenset(("this", "these", "those", "her", "each", "another", "other", "two", "three"))
# Conjunctions that open an adjunct of a sentence and are listed in another class, or in none.
_OPENERS = frozenset(("according", "after", "as", "because", "before", "due", "owing", "since", "until"))


def is_determiner(word: str) -> bool:
    """Whether a noun follows a word."""
    return word in _POINTERS or word_class(word) in ("article", "determiner")


def is_preposition(word: str) -> bool:
    return word_class(word) == "preposition"


def joins(word: str) -> bool:
    """Whether a word joins the parts of a list."""
    return word in ("and", "or", "&")


def opens_adjunct(word: str) -> bool:
    """Whether a phrase or clause that begins with a word may stand before or behind the rest of its sentence."""
    return word in _OPENERS or word_class(word) in ("preposition", "subordinator")


def is_adverb(word: str) -> bool:
    """Whether a word is likely an adverb that stands between a verb and what belongs to it."""
    if word_class(word):
        return word_class(word) == "adverb"
    return word.endswith("ly") and len(word) > 4 and word not in lexicon.words("not_adverbs")
