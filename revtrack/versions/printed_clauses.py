"""What an article said, cut out of its sentence so that it can be printed in a notice: "Ackerley accepted £46,000"."""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon
from revtrack.model import Claims, Date, Figure, Name, Span
from revtrack.text import inflection
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.versions import phrases
from revtrack.versions.way import sentence_at

# A clause of more words is not read in a notice; words shown before and behind a value that is quoted.
LONGEST, AROUND = 16, 4
REACH = 120
_BROKEN = expression(r"[;:!?\"\u201c\u201d()\[\]|]|\.\s|\s[-\u2013\u2014]\s")
_CONNECTIVE = expression(r"(?:and|but|however|meanwhile|so|still|yet),? ", re.IGNORECASE)
PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "there", "who"))
# What a length or a time cannot stand without: "20 miles away", "three days earlier".
_TAIL = expression(r"\s(?:ago|apart|away|deep|earlier|high|later|long|old|tall|wide)\b")
_PAST = expression(r"[a-z]{2,}ed")


def up_to(claims: Claims, span: Span) -> str:
    """The words of a sentence from its start to the end of a value; nothing where they say nothing by themselves."""
    sentence = claims.sentences[sentence_at(claims, span.start)]
    tail = _TAIL.match(claims.text, span.end, sentence.end)
    said = " ".join(fold(claims.text[sentence.start : tail.end() if tail else span.end]).split())
    said = _CONNECTIVE.sub("", said, count=1) if _CONNECTIVE.match(said) else said
    words = said.split()
    broken = _BROKEN.search(fold(claims.text[sentence.start : span.start]))
    if not 2 < len(words) <= LONGEST or broken or words[0].lower().strip(",") in PRONOUNS:
        return ""
    if not any(_is_verb(word) for word in words[1:-1]):
        return ""
    named = any(isinstance(claim, Name | Date) and claim.start == sentence.start for claim in claims.claims)
    return said if named or not _is_common(claims, words[0]) else said[0].lower() + said[1:]


def inside(words: str) -> str:
    """Words that may have begun a sentence, as they are written inside one: "Three" -> "three", "The police"."""
    first, gap, rest = words.partition(" ")
    small = first.lower()
    common = "small_words", "leaning_words", "number_words"
    if not first.istitle() or not any(small in lexicon.listed(name) for name in common):
        return words
    return f"{small}{gap}{rest}"


def around(claims: Claims, span: Span) -> str:
    """A value with a few words of its sentence about it."""
    sentence = claims.sentences[sentence_at(claims, span.start)]
    beside = phrases.surroundings(claims.text, sentence, span, (AROUND, AROUND), REACH)
    gap, behind = claims.text[span.start - 1 : span.start], claims.text[span.end : span.end + 1]
    before = beside.before + " " * gap.isspace()
    return f"{before}{fold(span.of(claims.text))}{' ' * behind.isspace()}{beside.behind}".strip()


def is_behind(claims: Claims, figure: Figure, noun: str) -> bool:
    """Whether a noun follows its figure, so that both can be read together."""
    return noun in claims.text[figure.end : figure.end + REACH // 2]


def _is_common(claims: Claims, word: str) -> bool:
    """Whether a first word that no name begins with has its capital from the sentence alone: "The", "Twelve", "Smoke".

    Not one that is a name elsewhere, unless the article has it small, too: "Mark", "Reading".
    """
    small = word.lower()
    if small in lexicon.words("small_words") or small in lexicon.words("leaning_words"):
        return True
    if not word[1:].islower():
        return False
    if re.search(rf"\b{re.escape(small)}\b", claims.text):
        return True
    return small in _common_words() and not any(word in lexicon.listed(names) for names in ("first_names", "surnames"))


@cache
def _common_words() -> frozenset[str]:
    """Words of everyday English: numbers, and those that have others of the same meaning."""
    rows = (*lexicon.table("same_meaning"), *lexicon.table("number_words"))
    return frozenset(word for row in rows for word in row)


def _is_verb(word: str) -> bool:
    bare = word.lower().strip(",.")
    if bare in lexicon.words("finite_verbs") or bare in lexicon.words("unchanged_pasts") or _PAST.fullmatch(bare):
        return True
    return not bare.endswith(("s", "ing")) and any(base != bare for base in inflection.bases(bare))
