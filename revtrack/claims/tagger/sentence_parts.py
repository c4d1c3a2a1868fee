"""The parts of a sentence that form shows: a clause before a comma, and a noun phrase up to the next mark."""

from __future__ import annotations

from revtrack import lexicon
from revtrack.claims.cue_table import meanings
from revtrack.claims.tagger import saying_verbs
from revtrack.claims.tagger.decoder import TaggedStatement
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.verb_forms import is_past

# How many words the subject between a statement and its verb may have, with its apposition.
MOST_SUBJECT = 14
# How many words a source behind its verb may have.
MOST_SOURCE = 12
# A statement of which the form decides is surer than all others.
CERTAIN = 1 << 30

FINITE = lexicon.words("finite_verbs")
SUBORDINATE = frozenset(("when", "if", "while", "although", "though", "as", "because", "after", "before", "since"))
NO_SUBJECT = frozenset(
    (
        "and",
        "but",
        "or",
        "as",
        "while",
        "which",
        "who",
        "that",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "when",
        "if",
        "because",
        "after",
        "before",
        "than",
        "not",
    )
)
# What a noun phrase holds beside nouns, and what it cannot begin with.
NOMINAL = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "at",
        "on",
        "and",
        "'s",
        "&",
        ".",
        "from",
        "with",
        "its",
        "his",
        "her",
        "their",
        "one",
        "two",
        "three",
    )
)
_NO_SOURCE = frozenset(
    (
        "that",
        "to",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "there",
        "this",
        "what",
        "how",
        "if",
        "whether",
        "no",
        "more",
        "when",
        "why",
    )
)
_ENDS = frozenset((".", ",", ";"))


def is_clause(passage: TokenPassage, first: int, comma: int) -> bool:
    """Whether a statement ends at a comma, and not an apposition: "The toll is 12," but not "Roe, a judge,"."""
    commas = [n for n in range(first, comma) if passage.words[n] == "," and passage.states[n] == "o"]
    begin = commas[-1] + 1 if commas else first
    said = [word.lower() for word in passage.words[begin:comma]]
    if not said or (commas and said[0] in ("who", "which", "whose", "a", "an", "where", "when")):
        return False
    return any(word in FINITE or is_past(word) for word in said[1:])


def phrase_end(passage: TokenPassage, begin: int) -> int:
    """Where the noun phrase at a place ends at a comma or the end of its sentence; the place itself if it does not."""
    words, last = passage.words, passage.lasts[begin] if begin < len(passage.words) else 0
    if begin >= last or passage.words[begin].lower() in _NO_SOURCE:
        return begin
    for n in range(begin, min(last, begin + MOST_SOURCE) + 1):
        word, lower = words[n], words[n].lower()
        if passage.states[n] != "o":
            return begin
        if word in _ENDS and (n == last or word != "."):
            return n
        if lower in ("who", "whose") and n > begin:
            return last
        if lower in NOMINAL or word[0].isupper():
            continue
        if not word[0].isalpha() or lower in _NO_SOURCE or lower in FINITE or is_past(lower):
            return begin
        if lower in meanings() and lower not in saying_verbs.bases():
            return begin
    return begin


def statement(verb: int, cue: range, source: range, content: range) -> TaggedStatement:
    parts = ((cue, "Q"), (source, "S"), (content, "C"))
    first, last = min(places.start for places, _ in parts), max(places.stop for places, _ in parts)
    labels = ["O"] * (last - first)
    for places, label in parts:
        for n in places:
            labels[n - first] = label
    return TaggedStatement(verb, first, "".join(labels), CERTAIN)
