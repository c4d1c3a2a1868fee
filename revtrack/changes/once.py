"""One real change is told once: in headline and body, for a name in five places, for a source and its name."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from revtrack.model import (
    AnyClaim,
    Attribution,
    Change,
    Date,
    Figure,
    Label,
    Name,
    Passage,
    Place,
    Quote,
    Side,
    Span,
    Spans,
    gravest,
)
from revtrack.text.fold import fold
from revtrack.versions.stretches import joined, meet
from revtrack.versions.way import SIDES

# Lemmas of cues that turn what they govern round.
DENIALS = frozenset(("deny", "dispute", "reject", "refute", "disavow"))
NEW_SOURCE: frozenset[Label] = frozenset(("source", "anonymized", "identified", "added", "removed"))


def told_once(changes: Iterable[Change]) -> list[Change]:
    """The changes with repetitions folded into the first one's `also`, in the order of their first places."""
    grouped: dict[Hashable, list[Change]] = {}
    for n, change in enumerate(sorted(changes, key=place)):
        grouped.setdefault(_same_change(change) or n, []).append(change)
    return [_folded(group) for group in grouped.values()]


def place(change: Change) -> tuple[int, int]:
    """Where a change stands in the new text, or where it stood in the old one."""
    old = change.old.start if change.old else -1
    new = change.new.start if change.new else -1
    return (new if new >= 0 else old, old)


def names_apart(changes: list[Change], attributions: list[Change], quotes: list[Change]) -> list[Change]:
    """The changes of names but those that a new source or speaker tells of already."""
    speakers = {
        (change.old.speaker, change.new.speaker)
        for change in quotes
        if "speaker" in change.labels
        if isinstance(change.old, Quote) and isinstance(change.new, Quote)
    }
    told = [change for change in attributions if NEW_SOURCE & set(change.labels)]
    old, new = joined(_sources(change.old for change in told)), joined(_sources(change.new for change in told))
    return [
        change
        for change in changes
        if not (_is_told(change, "old", old) or _is_told(change, "new", new)) and _full_names(change) not in speakers
    ]


def speakers_apart(changes: list[Change], attributions: list[Change]) -> list[Change]:
    """The changes of quotations but for a speaker where the statement they go on from tells of its new source."""
    told = {
        (change.old.id, change.new.id)
        for change in attributions
        if NEW_SOURCE & set(change.labels)
        if isinstance(change.old, Attribution) and isinstance(change.new, Attribution)
    }
    return [change for change in changes if change.labels != ("speaker",) or _statements(change) not in told]


def _statements(change: Change) -> tuple[str | None, str | None]:
    """The attributions that the two sides of a quotation belong to."""
    old, new = change.old, change.new
    return (old.attribution, new.attribution) if isinstance(old, Quote) and isinstance(new, Quote) else (None, None)


def statements_apart(attributions: list[Change], hedged: list[Change]) -> list[Change]:
    """Both, without what one tells of the other: "reportedly" -> "police said" is a source, and no more certainty.

    A verb that denies and came with its source ("paid" -> "denied paying") turns the statement round, and is no news
    of its own; what somebody newly says is another statement, whatever its hedges.
    """
    negated = {side: joined(_spans(hedged, side, "negated")) for side in SIDES}
    kept = [change for change in attributions if not any(_is_denial(change, side, negated[side]) for side in SIDES)]
    told = {side: joined(_attributing(kept, side)) for side in SIDES}
    return kept + [change for change in hedged if not any(_is_told(change, side, told[side]) for side in SIDES)]


def _is_denial(change: Change, side: Side, negated: Spans) -> bool:
    claim = _on(change, side)
    alone = set(change.labels) <= {"added", "removed"}
    return alone and isinstance(claim, Attribution) and claim.cue.lemma in DENIALS and meet(negated, claim.cue.span)


def _is_told(change: Change, side: Side, told: Spans) -> bool:
    claim = _on(change, side)
    return claim is not None and meet(told, claim.span)


def _attributing(changes: Iterable[Change], side: Side) -> Iterator[Span]:
    """The sources and cues that changes of attribution tell of, and what is newly said."""
    for change in changes:
        claim = _on(change, side)
        if not isinstance(claim, Attribution):
            continue
        if not {"dropped", "attributed", "cue"}.isdisjoint(change.labels):
            yield claim.cue.span
        if "content" in change.labels:
            yield from claim.content


def _spans(changes: Iterable[Change], side: Side, label: Label) -> Iterator[Span]:
    for change in changes:
        claim = _on(change, side)
        if claim and label in change.labels:
            yield claim.span


def _on(change: Change, side: Side) -> AnyClaim | Passage | None:
    return change.old if side == "old" else change.new


def _full_names(change: Change) -> tuple[str | None, str | None]:
    old, new = change.old, change.new
    return (old.name, new.name) if isinstance(old, Name) and isinstance(new, Name) else (None, None)


def _sources(sides: Iterable[AnyClaim | Passage | None]) -> list[Span]:
    return [side.source.span for side in sides if isinstance(side, Attribution) and side.source]


def _same_change(change: Change) -> Hashable | None:
    """What two changes have in common that are one; None for a change that stands for itself."""
    old, new = change.old, change.new
    if isinstance(old, Figure) and isinstance(new, Figure):
        return "figure", _amount(old), _amount(new)
    if isinstance(old, Date) and isinstance(new, Date):
        return "date", old.value or fold(old.text).lower(), new.value or fold(new.text).lower()
    if isinstance(old, Name) and isinstance(new, Name):
        return "name", _differing(old.text, new.text)
    if isinstance(old, Quote) and isinstance(new, Quote):
        return "quote", change.labels, fold(old.words), fold(new.words)
    return None


def _amount(figure: Figure) -> Hashable:
    """The number without its bound: headlines say 12 where the story says at least 12."""
    point = figure.value if figure.value is not None else (figure.low, figure.high, fold(figure.text))
    return point, figure.unit


def _differing(old: str, new: str) -> Hashable:
    a, b = fold(old).lower().split(), fold(new).lower().split()
    return tuple(word for word in a if word not in b), tuple(word for word in b if word not in a)


def _folded(group: list[Change]) -> Change:
    first, *others = group
    labels = tuple(dict.fromkeys(label for change in group for label in change.labels))
    also = tuple(Place(_span(change.old), _span(change.new)) for change in others)
    grave = gravest(change.severity for change in group)
    return replace(first, labels=labels, also=also, severity=grave, moved=all(change.moved for change in group))


def _span(claim: AnyClaim | Passage | None) -> Span | None:
    return claim.span if claim else None
