"""One real change is reported once, wherever it was made: in headline and body, for a name in five places."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from revtrack.model import (
    Change,
    Date,
    Figure,
    Name,
    Place,
    Quote,
    gravest,
)
from revtrack.model.record import replace
from revtrack.text.fold import fold
from revtrack.versions import identity


def folded(changes: Iterable[Change], cell: Callable[[Change], str] = lambda _: "") -> list[Change]:
    """The changes with repetitions folded into the first one's `also`, in the order of their first places.

    `cell` is what a change in a table is under: two cells where 3 became 4 are two changes.
    """
    cells: dict[Hashable, str] = {}
    keyed: list[tuple[Hashable | None, Change]] = []
    for change in sorted(changes, key=place):
        key, own = _same_change(change), cell(change)
        if key and own and cells.setdefault(key, own) != own:
            key = key, own
        keyed.append((key, change))
    return as_one(keyed)


def as_one(changes: Iterable[tuple[Hashable | None, Change]]) -> list[Change]:
    """Changes with what they share with those that are the same; None where a change is only itself."""
    grouped: dict[Hashable, list[Change]] = {}
    for n, (same, change) in enumerate(sorted(changes, key=lambda keyed: place(keyed[1]))):
        grouped.setdefault(n if same is None else same, []).append(change)
    return [_one(group) for group in grouped.values()]


def place(change: Change) -> tuple[int, int]:
    """Where a change is in the new text, or where it was in the old one."""
    old = change.old.start if change.old else -1
    new = change.new.start if change.new else -1
    return (new if new >= 0 else old, old)


def own_place(change: Change) -> Place:
    """Where a change is in both texts, its other places left out."""
    return Place(change.old.span if change.old else None, change.new.span if change.new else None)


def _same_change(change: Change) -> Hashable | None:
    """What two changes share that are one and the same; None for a change that is only itself."""
    old, new = change.old, change.new
    if isinstance(old, Figure) and isinstance(new, Figure):
        # Headlines say 12 where the story says at least 12.
        return "figure", identity.amount(old), old.unit, identity.amount(new), new.unit
    if isinstance(old, Date) and isinstance(new, Date):
        moments = ((identity.moment(date), identity.stages(date)) for date in (old, new))
        bounds = (old.bound, new.bound) if "bound" in change.labels else ()
        return "date", *moments, *bounds
    if isinstance(old, Name) and isinstance(new, Name):
        if "replaced" in change.labels:
            return "replaced", fold(old.name).lower(), fold(new.name).lower()
        return "name", _differing(old.text, new.text)
    if isinstance(old, Quote) and isinstance(new, Quote):
        return "quote", change.labels, fold(old.words), fold(new.words)
    return None


def _differing(old: str, new: str) -> Hashable:
    a, b = fold(old).lower().split(), fold(new).lower().split()
    return tuple(word for word in a if word not in b), tuple(word for word in b if word not in a)


def _one(group: list[Change]) -> Change:
    first, *others = group
    if not others:
        return first
    labels = tuple(dict.fromkeys(label for change in group for label in change.labels))
    also = tuple(map(own_place, others))
    grave = gravest(change.severity for change in group)
    return replace(first, labels=labels, also=also, severity=grave, moved=all(change.moved for change in group))
