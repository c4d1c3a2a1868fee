"""Changed figures: "at least 12 people" became "21 people" has the labels `value` and `bound`.

The noun of a figure is what is counted with what befell it: "50 workers" -> "50 contract workers" and "12 people
were killed" -> "12 people were injured" have another noun.
"""

from __future__ import annotations

from revtrack.changes import counted, message, restated, values
from revtrack.changes.counted import stem
from revtrack.changes.restated import extent
from revtrack.model import Change, Figure, Label, Side, Span
from revtrack.text.fold import fold
from revtrack.versions.way import Aligned, Region

# How far before its number a bound may stand, in code points.
REACH = 40


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
    if _other_unit(old, new) or (old.per != new.per and nearby):
        found.append("unit")
    if old.bound != new.bound and "range" not in (old.bound, new.bound) and "bound" not in found and nearby:
        found.append("bound")
    if nearby and counted.differs(aligned, region, old, new):
        found.append("noun")
    return tuple(found)


def _other_unit(old: Figure, new: Figure) -> bool:
    """The unit is part of the figure's words; where they stay, "ten points" was only read in another light."""
    return old.unit != new.unit and fold(old.text) != fold(new.text)


def _amount(figure: Figure) -> tuple[object, ...]:
    """What makes two figures equal; a score has no value, so its words stand for it."""
    score = fold(figure.text) if extent(figure) == (None, None) else None
    return (*extent(figure), score, figure.unit, figure.per, figure.ordinal)


def _touched_nearby(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    return any(region.touched(side, _around(aligned, side, figure)) for side, figure in _sides(old, new))


def _around(aligned: Aligned, side: Side, figure: Figure) -> Span:
    sentence = aligned.side(side).sentences[figure.sentence]
    return Span(max(sentence.start, figure.start - REACH), min(sentence.end, figure.end + counted.FATE_REACH))


def _sides(old: Figure, new: Figure) -> tuple[tuple[Side, Figure], tuple[Side, Figure]]:
    return ("old", old), ("new", new)
