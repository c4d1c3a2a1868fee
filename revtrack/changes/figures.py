"""Changed figures: "at least 12 people" became "21 people" has the labels `value` and `bound`.

The noun of a figure is what is counted with what happened to it: "50 workers" -> "50 contract workers" and "12 people
were killed" -> "12 people were injured" have another noun.
"""

from __future__ import annotations

from revtrack.changes import kept_rates, message, noun_changes, rounding, value_changes
from revtrack.model import Change, Figure, Label, Side, Span
from revtrack.text.fold import fold
from revtrack.versions import identity, nouns
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import Region

# Bounds that are told with the number itself.
_UNBOUNDED = frozenset(("range", "vague"))
# How far before its number a bound may be, in code points.
REACH = 40


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed figures."""
    return value_changes.find(
        aligned,
        value_changes.Comparison(
            Figure,
            identity.same_figure,
            identity.kept_figure,
            identity.alike_figures,
            identity.measure,
            counts,
            labels,
            message.figure,
        ),
    )


def counts(figure: Figure) -> bool:
    """Whether a figure that came or went is news by itself: an amount is, "the first" is not."""
    return not figure.ordinal


def labels(aligned: Aligned, region: Region, old: Figure, new: Figure) -> tuple[Label, ...]:
    """The labels that the difference of two figures in the same place earns."""
    found: list[Label] = []
    same = identity.same_amount(old, new)
    if not same and rounding.is_restated(old, new):
        found.append("bound")
    elif not same and (identity.amount(old) != identity.amount(new) or old.ordinal != new.ordinal):
        found.append("value")
    nearby = _touched_nearby(aligned, region, old, new)
    if (not same and _other_unit(old, new)) or (
        old.per != new.per and nearby and not kept_rates.stay(aligned, region, old, new)
    ):
        found.append("unit")
    if old.bound != new.bound and _UNBOUNDED.isdisjoint((old.bound, new.bound)) and "bound" not in found and nearby:
        found.append("bound")
    if nearby and noun_changes.differs(aligned, region, old, new):
        found.append("noun")
    return tuple(found)


def _other_unit(old: Figure, new: Figure) -> bool:
    """The unit is part of the figure's words; where they stay, "ten points" was only read in another light."""
    if identity.is_share(old) != identity.is_share(new) and "percent" in (old.unit, new.unit):
        return False  # "a third" and 33%
    return identity.unit(old) != identity.unit(new) and fold(old.text) != fold(new.text)


def _touched_nearby(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    return any(region.touched(side, _around(aligned, side, figure)) for side, figure in _sides(old, new))


def _around(aligned: Aligned, side: Side, figure: Figure) -> Span:
    sentence = aligned.side(side).sentences[figure.sentence]
    return Span(max(sentence.start, figure.start - REACH), min(sentence.end, figure.end + nouns.FATE_REACH))


def _sides(old: Figure, new: Figure) -> tuple[tuple[Side, Figure], tuple[Side, Figure]]:
    return ("old", old), ("new", new)
