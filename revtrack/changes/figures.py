"""Changed figures: "at least 12 people" became "21 people" has the labels `value` and `bound`."""

from __future__ import annotations

from decimal import Decimal

from revtrack.changes import message, values
from revtrack.changes.regions import Aligned, Region
from revtrack.model import Change, Figure, Label, Side, Span

# How far from its number a bound or a counted noun may stand, in code points.
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
    if _is_restated(old, new):
        found.append("bound")
    elif _range(old) != _range(new) or old.ordinal != new.ordinal:
        found.append("value")
    nearby = _touched_nearby(aligned, region, old, new)
    if old.unit != new.unit or (old.per != new.per and nearby):
        found.append("unit")
    if old.bound != new.bound and "range" not in (old.bound, new.bound) and "bound" not in found and nearby:
        found.append("bound")
    if nearby and old.noun and new.noun and stem(old.noun) != stem(new.noun) and _reworded(region, old, new):
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
    return (*_range(figure), figure.unit, figure.per, figure.ordinal)


def _range(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """The point or range a figure names, its bound left out."""
    if figure.bound == "range":
        return figure.low, figure.high
    return figure.value, figure.value


def _is_restated(old: Figure, new: Figure) -> bool:
    """A rounded figure made precise or a point made a range around it, and the reverse: 1.2 million, 1,234,567."""
    if old.unit != new.unit or _range(old) == _range(new):
        return False
    return _covers(old, new) or _covers(new, old)


def _covers(wide: Figure, narrow: Figure) -> bool:
    if narrow.value is None:
        return False
    if wide.bound == "range":
        return wide.low is not None and wide.high is not None and wide.low <= narrow.value <= wide.high
    if wide.value is None or narrow.value == 0 or not _is_round(wide.value, narrow.value):
        return False
    step = Decimal(1).scaleb(wide.value.normalize().as_tuple().exponent)  # type: ignore[arg-type]
    return abs(wide.value - narrow.value) * 2 <= step


def _is_round(wide: Decimal, narrow: Decimal) -> bool:
    """Whether `wide` can be `narrow` rounded: at least two digits less, and large enough to be rounded at all."""
    digits = len(narrow.normalize().as_tuple().digits) - len(wide.normalize().as_tuple().digits)
    return digits >= 2 and abs(narrow) >= 1000


def _touched_nearby(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    return any(region.touched(side, _around(aligned, side, figure)) for side, figure in _sides(old, new))


def _around(aligned: Aligned, side: Side, figure: Figure) -> Span:
    sentence = aligned.side(side).sentences[figure.sentence]
    return Span(max(sentence.start, figure.start - REACH), min(sentence.end, figure.end + REACH))


def _reworded(region: Region, old: Figure, new: Figure) -> bool:
    """Whether the place of the noun changed, so that a noun read differently in the same words is no change."""
    places = ((side, Span(max(0, claim.start - REACH), claim.end + REACH)) for side, claim in _sides(old, new))
    return any(region.touched(side, span) for side, span in places)


def _sides(old: Figure, new: Figure) -> tuple[tuple[Side, Figure], tuple[Side, Figure]]:
    return ("old", old), ("new", new)
