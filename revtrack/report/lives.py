"""The life of each claim over the revisions of an article: when it came in, how it read since, when it went.

A claim is followed through the diffs of neighbours: by its change where it changed, by its place where it stayed.
One that went and comes back in the same words goes on with the life it had.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from revtrack.model import (
    AnyClaim,
    Attribution,
    Change,
    Claims,
    Diff,
    Figure,
    Kind,
    Name,
    Passage,
    Quote,
    Revision,
    SentenceOp,
    Severity,
)  # fmt: skip
from revtrack.report import wording
from revtrack.report.visible import visible

Key = tuple[str, int, int]  # kind, start, end in the text of one revision
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Step:
    """A revision, what it claims, and how that differs from the one before; None for the first."""

    revision: Revision
    claims: Claims
    diff: Diff | None


@dataclass(frozen=True, slots=True)
class Stage:
    """How a claim read from the revision at `since` on; no text where it was gone."""

    since: int
    text: str
    value: Decimal | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class Life:
    """A claim with its stages, oldest first; `name` is what is counted or who speaks."""

    kind: Kind
    name: str
    stages: tuple[Stage, ...]

    @property
    def altered(self) -> bool:
        """Whether it ever read otherwise, and did not just come in or go."""
        return sum(bool(stage.text) for stage in self.stages) > 1

    @property
    def severity(self) -> Severity:
        """How serious its gravest change is."""
        return min((stage.change.severity for stage in self.stages if stage.change), key=SEVERITIES.index)


@dataclass(slots=True)
class _Open:
    """A life that is being followed."""

    kind: Kind
    name: str
    stages: list[Stage] = field(default_factory=list)


def of(steps: Sequence[Step]) -> list[Life]:
    """The lives of all claims that changed, came or went: those that read otherwise first, then most serious first."""
    lives = [Life(one.kind, one.name, tuple(one.stages)) for one in _followed(steps)]
    return sorted(lives, key=lambda life: (not life.altered, SEVERITIES.index(life.severity)))


def _followed(steps: Sequence[Step]) -> list[_Open]:
    every: list[_Open] = []
    live: dict[Key, _Open] = {}
    gone: dict[tuple[str, str], _Open] = {}
    for index, step in enumerate(steps):
        if step.diff is None:
            continue
        present: dict[Key, _Open] = {}
        for change in step.diff.changes:
            life = _found(change, live, gone) or _begun(change, steps, index, every)
            life.stages.append(_stage(change, index))
            if change.new:
                present[_key(change, change.new)] = life
            elif change.old:
                gone[change.kind, visible(change.old.text)] = life
        live = present | dict(_carried(step.diff, live))
    return every


def _found(change: Change, live: dict[Key, _Open], gone: dict[tuple[str, str], _Open]) -> _Open | None:
    """The life that a change goes on with."""
    if change.old:
        return live.pop(_key(change, change.old), None)
    return gone.pop((change.kind, visible(change.new.text)), None) if change.new else None


def _begun(change: Change, steps: Sequence[Step], index: int, every: list[_Open]) -> _Open:
    """A new life; of a claim that stood before it changed, with how it read until then."""
    life = _Open(change.kind, _name(change))
    if change.old:
        since = _since(steps, index - 1, change.old.start)
        life.stages.append(Stage(since, _text(change, change.old), _value(change.old), None))
    every.append(life)
    return life


def _since(steps: Sequence[Step], index: int, start: int) -> int:
    """The revision that brought the words at a place of the one at `index`."""
    while index and (diff := steps[index].diff):
        origin = _origin(diff, start)
        if origin is None:
            break
        index, start = index - 1, origin
    return index


def _origin(diff: Diff, start: int) -> int | None:
    """Where words of the new text that were kept stood in the old one."""
    for op in diff.sentences:
        for place, span in enumerate(op.new_spans):
            if span.start <= start < span.end:
                return _kept_since(op, place, start)
    return None


def _kept_since(op: SentenceOp, place: int, start: int) -> int | None:
    for mark in op.marks:
        if mark.op == "equal" and mark.new_start <= start < mark.new_end:
            return start - mark.new_start + mark.old_start
    if op.marks or place >= len(op.old_spans):
        return None
    return start - op.new_spans[place].start + op.old_spans[place].start


def _stage(change: Change, index: int) -> Stage:
    if change.new is None:
        return Stage(index, "", None, change)
    return Stage(index, _text(change, change.new), _value(change.new), change)


def _key(change: Change, side: AnyClaim | Passage) -> Key:
    return change.kind, side.start, side.end


def _carried(diff: Diff, live: dict[Key, _Open]) -> Iterator[tuple[Key, _Open]]:
    """Lives whose claim did not change, at their new place; those whose words went are followed no further."""
    ops = sorted((span.start, span.end, op, place) for op in diff.sentences for place, span in enumerate(op.old_spans))
    at = 0
    for (kind, start, end), life in sorted(live.items(), key=lambda item: item[0][1:]):
        while at < len(ops) and ops[at][1] <= start:
            at += 1
        shift = _shift(ops[at][2], ops[at][3], start) if at < len(ops) else None
        if shift is not None:
            yield (kind, start + shift, end + shift), life


def _shift(op: SentenceOp, place: int, start: int) -> int | None:
    """How far words that stayed have moved in the text."""
    for mark in op.marks:
        if mark.op == "equal" and mark.old_start <= start < mark.old_end:
            return mark.new_start - mark.old_start
    if op.marks or place >= len(op.new_spans):
        return None
    return op.new_spans[place].start - op.old_spans[place].start


def _value(side: AnyClaim | Passage) -> Decimal | None:
    if not isinstance(side, Figure):
        return None
    return side.value if side.value is not None else side.low if side.high is None else side.high


def _text(change: Change, side: AnyClaim | Passage) -> str:
    if isinstance(side, Figure):
        return visible(f"{wording.BOUNDS.get(side.bound, '')} {side.text}".strip())
    if isinstance(side, Attribution) and "content" not in change.labels:
        cue, source = side.cue, side.source
        first, last = (cue, source) if source and cue.start < source.start else (source, cue)
        return visible(" ".join(part.text for part in (first, last) if part))
    return visible(side.text)


def _name(change: Change) -> str:
    side = change.old or change.new
    if isinstance(side, Figure):
        return visible(side.noun or side.unit or "")
    if isinstance(side, Quote):
        return visible(side.speaker or "")
    if isinstance(side, Name):
        return visible(side.name)
    return ""
