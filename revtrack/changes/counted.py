"""What a figure counts, in full: its noun with the words before it, and what befell it.

"50 contract workers" counts contract workers; "12 people on board were killed" counts people, killed.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.model import Figure, Side, Span
from revtrack.text.fold import fold
from revtrack.versions import wording
from revtrack.versions.way import Aligned, Region

# How far behind its number a noun may end, and what befell the counted may stand, in code points.
NOUN_REACH, FATE_REACH = 40, 80

_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[,;:.!?\"\u201c\u201d](?!\d)|\b(?:and|but|while)\b")


def stem(noun: str) -> str:
    """A noun without case and plural, enough to tell "soldier" from "soldiers"."""
    word = noun.lower().split()[-1]
    if word in ("people", "persons", "person"):
        return "person"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def differs(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    """Whether two figures of one place count different things."""
    return _other_noun(aligned, region, old, new) or other_fate(aligned, region, old, new)


def phrase(aligned: Aligned, side: Side, figure: Figure) -> str:
    """The words from the number to its noun: "contract workers"."""
    if not figure.noun:
        return ""
    text = aligned.side(side).text[figure.end : figure.end + NOUN_REACH]
    at = text.find(figure.noun)
    return fold(text[: at + len(figure.noun)]) if at >= 0 else figure.noun


def same_phrase(aligned: Aligned, old: Figure, new: Figure) -> bool:
    """Whether the counted is described in the same words, number and case of the noun apart."""
    before, after = phrase(aligned, "old", old), phrase(aligned, "new", new)
    return {stem(word) for word in wording.telling(before)} == {stem(word) for word in wording.telling(after)}


def other_fate(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    """Whether the counted met with another fate: killed, injured, missing."""
    before, after = fate(aligned, "old", old), fate(aligned, "new", new)
    fates = lexicon.mapping("fates")
    if not before or not after:
        return False
    if fates[before.of(aligned.before.text).lower()] == fates[after.of(aligned.after.text).lower()]:
        return False
    return bool(region.touched("old", before) and region.touched("new", after))


def fate(aligned: Aligned, side: Side, figure: Figure) -> Span | None:
    """The first word that says what befell the counted, behind the figure in its clause."""
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, figure.start)
    stop = max(figure.end, min(sentence.end, figure.end + FATE_REACH))
    clause = _CLAUSE_END.search(text, figure.end, stop)
    words = _WORD.finditer(text, figure.end, clause.start() if clause else stop)
    fates = lexicon.mapping("fates")
    return next((Span(*match.span()) for match in words if match[0].lower() in fates), None)


def _other_noun(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    if not old.noun or not new.noun:
        return False
    if stem(old.noun) != stem(new.noun):
        return True
    behind_old, behind_new = (Span(claim.end, claim.end + NOUN_REACH) for claim in (old, new))
    touched = region.touched("old", behind_old) or region.touched("new", behind_new)
    return bool(touched) and not same_phrase(aligned, old, new)
