"""The same thing in more or fewer words: "the Arvo page" -> "the page", "Statistics" -> "the statistics department".

A name before its noun goes where the article still has it; a noun for the kind of thing stands behind its name or not;
a pronoun stands for a noun of its own sentence. None of it is news.
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedSentence, EditedWord, WordFinding
from revtrack.changes.statements.function_words import ARTICLES, is_determiner
from revtrack.model import Side
from revtrack.text.inflection import bases
from revtrack.versions.way import OTHER

# The most words of a name before a noun.
NAME_LONGEST = 4
_PRONOUNS = frozenset(("it", "its", "they", "them", "their", "theirs", "these", "those"))
_OWNERS = frozenset(("its", "their"))
# How far back a noun still counts as just mentioned, in code points; the most words of a credit: "Lowe said".
NEAR, CREDIT_LONGEST = 120, 4
_POINTERS = frozenset(("this", "that", "these", "those"))
_JOINTS = frozenset(("although", "though", "while", "whilst", "whereas", "and", "as", "so", "then"))
_SAID = frozenset(("say", "says", "said"))
_SPEAKERS = frozenset(("he", "she", "they", "it", "i", "we"))
_MANNERS = frozenset(("y", "ish", "like", "style", "type", "esque"))
_BEFORE_NAMES = frozenset(("the", "its", "their", "his", "her", "our", "this", "that"))


def relabelled(texts: dict[Side, str], sentence: EditedSentence, finding: WordFinding) -> WordFinding:
    """The finding, as reworded where only the mention of a thing changed."""
    if finding.label in ("added", "removed"):
        side: Side = "new" if finding.label == "added" else "old"
        row, words = (sentence.new, finding.new) if side == "new" else (sentence.old, finding.old)
        if (
            _is_kind_of_thing(sentence, side, words)
            or _is_known_name(texts[side], texts[OTHER[side]], row, words)
            or _is_noun_of_pointer(texts[side], row, words)
            or _joins_or_credits(row, words)
            or _is_manner(texts[side], row, words)
        ):
            return finding._replace(label="reworded")
    if finding.label == "word" and (
        _stands_for(sentence.old, finding.old, sentence.new, finding.new)
        or _stands_for(sentence.new, finding.new, sentence.old, finding.old)
    ):
        return finding._replace(label="reworded")
    return finding


def _is_kind_of_thing(sentence: EditedSentence, side: Side, words: range) -> bool:
    """Whether words are a noun for the kind of thing that the name or the field right before them is."""
    row = sentence.new if side == "new" else sentence.old
    held = [index for index in words if row[index].key not in lexicon.words("small_words")]
    if len(held) != 1 or held[0] != words[-1] or row[held[0]].key not in lexicon.words("class_nouns"):
        return False
    at = held[0] - 1
    if at < 0:
        return False
    kept = (pair if side == "old" else pair[::-1] for pair in sentence.kept)
    other = sentence.old if side == "new" else sentence.new
    partner = next((other[there] for here, there in kept if here == at), row[at])
    return any(word.text[:1].isupper() or word.key.endswith("ics") for word in (row[at], partner))


def _is_noun_of_pointer(text: str, row: Sequence[EditedWord], words: range) -> bool:
    """Whether a noun that the text has just before stands behind "these", or need not: "one of these [boats]"."""
    if len(words) != 1 or not words.start or row[words.start - 1].key not in _POINTERS:
        return False
    word = row[words.start]
    before = text[max(0, word.start - NEAR) : word.start].lower()
    return word.text.isalpha() and word.key in before


def _joins_or_credits(row: Sequence[EditedWord], words: range) -> bool:
    """Whether words only join two clauses, or say once more who speaks: "although", "Lowe said"."""
    keys = [row[index].key for index in words if row[index].key not in ARTICLES]
    if all(key in _JOINTS for key in keys):
        return True
    if len(words) == 1 and keys[0] in _SPEAKERS and words.stop < len(row) and row[words.stop].key in _SAID:
        return True
    named = [row[index] for index in words if row[index].key not in _SAID]
    is_credit = len(named) < len(words) <= CREDIT_LONGEST
    return is_credit and all(word.text[:1].isupper() or word.key in _SPEAKERS for word in named)


def _is_manner(text: str, row: Sequence[EditedWord], words: range) -> bool:
    """Whether a word is the end of a hyphened one that says no more than it: "harbour-ish", "seaside-style"."""
    word = row[words.start] if len(words) == 1 else None
    return word is not None and word.key in _MANNERS and text[word.start - 1 : word.start] in ("-", "\u2010", "\u2011")


def _is_known_name(text: str, other: str, row: Sequence[EditedWord], words: range) -> bool:
    """Whether words are a name between "the" and its noun that the article has elsewhere in the other version."""
    if not words or len(words) > NAME_LONGEST or not words.start or words.stop >= len(row):
        return False
    if not all(row[index].text[:1].isupper() for index in words):
        return False
    noun = row[words.stop]
    if row[words.start - 1].key not in _BEFORE_NAMES or not noun.text.islower():
        return False
    name = text[row[words.start].start : row[words[-1]].end]
    return name in other


def _stands_for(row: Sequence[EditedWord], words: range, other: Sequence[EditedWord], others: range) -> bool:
    """Whether one side has a pronoun, and the other a noun phrase whose noun stands before the pronoun as well."""
    if len(words) != 1 or row[words.start].key not in _PRONOUNS or not 0 < len(others) <= NAME_LONGEST:
        return False
    phrase = [other[index].key for index in others]
    if not (is_determiner(phrase[0]) or phrase[0] in _OWNERS):
        return False
    nouns = [word for word in phrase[1:] if word not in lexicon.words("small_words")]
    before = {base for word in row[: words.start] for base in bases(word.key)}
    return len(nouns) == 1 and not before.isdisjoint(bases(nouns[0]))
