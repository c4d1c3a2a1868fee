"""Changed figures: "at least 12 people" became "21 people" has the labels `value` and `bound`.

The noun of a figure is what is counted with what befell it: "50 workers" -> "50 contract workers" and "12 people
were killed" -> "12 people were injured" have another noun.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.changes import message, restated, values, wording
from revtrack.changes.regions import Aligned, Region
from revtrack.changes.restated import extent
from revtrack.model import Change, Figure, Label, Side, Span
from revtrack.text.fold import fold

# How far from its number a bound or a counted noun may stand, in code points.
REACH = 40
# How far behind it what befell the counted may stand: "12 people on board the ferry were killed".
FATE_REACH = 80

_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[,;:.!?\"\u201c\u201d](?!\d)|\b(?:and|but|while)\b")


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed figures."""
    return values.find(aligned, values.Comparison(Figure, same, akin, counts, labels, message.figure))


def same(old: Figure, new: Figure) -> bool:
    """The same amount of the same unit, however it is written."""
    return _amount(old) == _amount(new)


def akin(old: Figure, new: Figure) -> bool:
    """Whether both count the same thing."""
    return old.noun is not None and new.noun is not None and stem(old.noun) == stem(new.noun) and old.unit == new.unit


def counts(figure: Figure) -> bool:
    """Whether a figure that came or went is news by itself: an amount is, "the first" is not."""
    return not figure.ordinal


def labels(aligned: Aligned, region: Region, old: Figure, new: Figure) -> tuple[Label, ...]:
    """The labels that the difference of two figures in the same place earns."""
    found: list[Label] = []
    if restated.is_restated(old, new):
        found.append("bound")
    elif _amount(old)[:3] != _amount(new)[:3] or old.ordinal != new.ordinal:
        found.append("value")
    nearby = _touched_nearby(aligned, region, old, new)
    if old.unit != new.unit or (old.per != new.per and nearby):
        found.append("unit")
    if old.bound != new.bound and "range" not in (old.bound, new.bound) and "bound" not in found and nearby:
        found.append("bound")
    if nearby and _counts_others(aligned, region, old, new):
        found.append("noun")
    return tuple(found)


def stem(noun: str) -> str:
    """A noun without case and plural, enough to tell "soldier" from "soldiers"."""
    word = noun.lower().split()[-1]
    if word in ("people", "persons", "person"):
        return "person"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _amount(figure: Figure) -> tuple[object, ...]:
    """What makes two figures equal; a score has no value, so its words stand for it."""
    score = fold(figure.text) if extent(figure) == (None, None) else None
    return (*extent(figure), score, figure.unit, figure.per, figure.ordinal)


def _counts_others(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    if old.noun and new.noun:
        if stem(old.noun) != stem(new.noun):
            return True
        before, after = _phrase(aligned, "old", old), _phrase(aligned, "new", new)
        if before and after and set(before) != set(after) and _is_touched(region, old, new):
            return True
    return _fates(aligned, region, old, new)


def _phrase(aligned: Aligned, side: Side, figure: Figure) -> list[str]:
    """The words from the number to its noun, stemmed: "contract worker"."""
    text = aligned.side(side).text[figure.end : figure.end + REACH]
    at = text.find(figure.noun or "")
    words = wording.telling(text[: at + len(figure.noun or "")]) if at >= 0 else []
    return [stem(word) for word in words]


def _is_touched(region: Region, old: Figure, new: Figure) -> bool:
    """Whether words changed between the numbers and their nouns."""
    return any(region.touched(side, Span(claim.end, claim.end + REACH)) for side, claim in _sides(old, new))


def _fates(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    """Whether the counted met with another fate: killed, injured, missing."""
    before, after = _fate(aligned, "old", old), _fate(aligned, "new", new)
    if before is None or after is None or before[0] == after[0]:
        return False
    return bool(region.touched("old", before[1]) and region.touched("new", after[1]))


def _fate(aligned: Aligned, side: Side, figure: Figure) -> tuple[str, Span] | None:
    """The class of the first word of fate behind a figure, in the same clause, and where it stands."""
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, figure.start)
    stop = min(sentence.end, figure.end + FATE_REACH)
    clause = _CLAUSE_END.search(text, figure.end, max(figure.end, stop))
    for match in _WORD.finditer(text, figure.end, clause.start() if clause else max(figure.end, stop)):
        fate = lexicon.mapping("fates").get(match[0].lower())
        if fate:
            return fate, Span(*match.span())
    return None


def _touched_nearby(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    return any(region.touched(side, _around(aligned, side, figure)) for side, figure in _sides(old, new))


def _around(aligned: Aligned, side: Side, figure: Figure) -> Span:
    sentence = aligned.side(side).sentences[figure.sentence]
    return Span(max(sentence.start, figure.start - REACH), min(sentence.end, figure.end + FATE_REACH))


def _sides(old: Figure, new: Figure) -> tuple[tuple[Side, Figure], tuple[Side, Figure]]:
    return ("old", old), ("new", new)
