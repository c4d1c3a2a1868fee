"""What a figure counts, in full: its noun with the words before it, and what happened to it.

"50 contract workers" counts contract workers; "12 people on board were killed" counts people, killed.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.model import Claims, Figure, Span
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.text.spelling_varieties import usual
from revtrack.text.tokens import RUN
from revtrack.versions import wording
from revtrack.versions.way import sentence_at

# How far behind its number a noun may end, and its fate be named, in code points; chosen on the development set.
NOUN_REACH, FATE_REACH = 40, 80

_WORD = expression(RUN)
_INITIALS = expression(r"\b(?:[A-Za-z]\.){2,}")
_CLAUSE_END = expression(r"[,;:.!?\"\u201c\u201d](?!\d)|\b(?:and|but|while)\b")


_MORE, _MORE_WORDS = "more", frozenset(("more", "other", "others", "further", "additional"))


def stem(noun: str) -> str:
    """A noun without case and plural, enough to match "soldier" with "soldiers"."""
    word = usual(noun.lower().split()[-1].replace(".", ""))
    if word in ("people", "persons", "person"):
        return "person"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def phrase(claims: Claims, figure: Figure) -> str:
    """The words from the number to its noun: "contract workers"."""
    if not figure.noun:
        return ""
    text = claims.text[figure.end : figure.end + NOUN_REACH]
    at = text.find(figure.noun)
    return fold(text[: at + len(figure.noun)]) if at >= 0 else figure.noun


def same_phrase(old: str, new: str) -> bool:
    """Whether two phrases describe what is counted in the same words, ignoring case and plural.

    "Two other players" and "two more players" are the same; "two players" are others.
    """
    return _telling_stems(old) == _telling_stems(new)


def _telling_stems(phrase: str) -> set[str]:
    numbers = lexicon.words("number_words")
    words = wording.telling(_INITIALS.sub(_without_dots, phrase))
    words = [word for word in words if not word.isdigit() and word not in numbers]
    return {_MORE if word in _MORE_WORDS else stem(word) for word in words}


def _without_dots(initials: re.Match[str]) -> str:
    return initials[0].replace(".", "")


def fate(claims: Claims, figure: Figure) -> Span | None:
    """The first word behind the figure, in its clause, for what happened to the people counted: killed, injured."""
    text, sentence = claims.text, claims.sentences[sentence_at(claims, figure.start)]
    stop = max(figure.end, min(sentence.end, figure.end + FATE_REACH))
    clause = _CLAUSE_END.search(text, figure.end, stop)
    words = _WORD.finditer(text, figure.end, clause.start() if clause else stop)
    fates = lexicon.mapping("fates")
    return next((Span(*match.span()) for match in words if match[0].lower() in fates), None)


def same_fate(old: str, new: str) -> bool:
    """Whether two words name the same fate: "killed" and "dead"."""
    fates = lexicon.mapping("fates")
    return fates[old.lower()] == fates[new.lower()]
