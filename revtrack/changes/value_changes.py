"""What figures and dates share in a diff: paired where they are, else wherever the same one is now.

A kind gives a `Comparison`: how alike two claims are, what labels their difference earns, and how it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import Generic, TypeVar

from revtrack.changes import severity, split_values
from revtrack.changes.pair import pair
from revtrack.changes.value_pairing import SAME_KIND, SAME_VALUE, ValueLikeness
from revtrack.model import Change, Date, Figure, Label, Side
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.fold import fold
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import OTHER, Region

Value = TypeVar("Value", Figure, Date)


class Comparison(NamedTuple, Generic[Value]):
    """The rules of one kind."""

    kind: type[Value]
    same: Callable[[Value, Value], bool]
    # Whether a value that is found in another sentence is the same one.
    kept: Callable[[Value, Value], bool]
    alike: Callable[[Value, Value], bool]
    # What is measured: values of two measures are two values.
    measure: Callable[[Value], Hashable]
    counts: Callable[[Value], bool]
    labels: Callable[[Aligned, Region, Value, Value], tuple[Label, ...]]
    message: Callable[[Aligned, Value | None, Value | None], str]


def find(aligned: Aligned, rules: Comparison[Value]) -> list[Change]:
    """The changes of one kind, in no particular order."""
    found: list[Change] = []
    removed: list[Value] = []
    added: list[Value] = []
    for region, old, new in aligned.by_region(rules.kind):
        if region.equal:
            continue
        old, new = split_values.without_same(aligned, list(old), list(new))
        likeness = ValueLikeness(aligned, region, rules.same, rules.alike, rules.measure).of(old, new)
        paired = pair(old, new, likeness, _words)
        for a, b in paired.pairs:
            labels = rules.labels(aligned, region, a, b)
            if labels:
                found.append(_change(aligned, rules, labels, a, b, moved=region.moved))
        removed += [claim for claim in paired.removed if not _stands(aligned, region, "old", claim)]
        added += [claim for claim in paired.added if not _stands(aligned, region, "new", claim)]
    elsewhere = pair(removed, added, partial(_anywhere, rules, aligned), _words)
    if aligned.rewritten:
        found += [change for a, b in elsewhere.pairs if (change := _restated(aligned, rules, a, b))]
    found += [_change(aligned, rules, ("removed",), claim, None) for claim in elsewhere.removed if rules.counts(claim)]
    found += [_change(aligned, rules, ("added",), None, claim) for claim in elsewhere.added if rules.counts(claim)]
    return found


def _anywhere(rules: Comparison[Value], aligned: Aligned, old: Value, new: Value) -> float:
    """The same value wherever it is; in a rewritten article what counts the same thing, too.

    A value that is in another cell of a table belongs to something else.
    """
    cells = aligned.cell("old", old.sentence), aligned.cell("new", new.sentence)
    if all(cells) and cells[0] != cells[1]:
        return 0.0
    if rules.kept(old, new):
        return SAME_VALUE + rules.same(old, new)
    return SAME_KIND if aligned.rewritten and rules.alike(old, new) else 0.0


def _restated(aligned: Aligned, rules: Comparison[Value], old: Value, new: Value) -> Change | None:
    """What became of a value in a text where nothing is in its place."""
    if rules.kept(old, new):
        return None
    return _change(aligned, rules, ("value",), old, new)


def _words(claim: Figure | Date) -> list[str]:
    """The value, the words as written, and what is counted."""
    value = [] if claim.value is None else [str(claim.value)]
    noun = claim.noun.lower().split() if isinstance(claim, Figure) and claim.noun else []
    return [*value, *fold(claim.text).lower().split(), *noun]


def _stands(aligned: Aligned, region: Region, side: Side, claim: Figure | Date) -> bool:
    """Whether the words of a claim are on the other side too, so that only its reading differs."""
    if not region.kept or region.touched(side, claim.span):
        return False
    other = aligned.side(OTHER[side])
    return fold(region.image(side, claim.span).of(other.text)) == fold(claim.text)


def _change(
    aligned: Aligned,
    rules: Comparison[Value],
    labels: tuple[Label, ...],
    old: Value | None,
    new: Value | None,
    *,
    moved: bool = False,
) -> Change:
    claims: Iterator[tuple[Side, Value | None]] = iter((("old", old), ("new", new)))
    inside = any(claim and aligned.quote_around(side, claim.span) for side, claim in claims)
    kind = rules.kind.kind
    grave = "high" if inside and labels != ("added",) else severity.of(kind, labels)
    return Change(kind, labels, grave, old, new, rules.message(aligned, old, new), moved=moved)
