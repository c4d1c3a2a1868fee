"""The timeline of a history: a column for each revision, a lane for each kind, a mark for its changes.

A mark's shape and colour show the kind and its size the number of changes; it is filled if one of them is serious.
New notices are flags above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from revtrack.model import Change, Kind, Step
from revtrack.report import chart, diff_page, label_words
from revtrack.report.escaping import visible
from revtrack.versions import phrases

LEFT, RIGHT, TOP, LANE, BELOW = 132.0, 40.0, 18.0, 36.0, 50.0
FLAGS = 34.0
# Labels this far apart do not overlap.
CLOCK, DAY = 42.0, 120.0
# Above this many, neighbouring revisions share a column: five hundred marks of each kind are neither seen nor scrolled.
MOST = 120
CROWDED = 0.45  # the size of marks where columns stand close
LABELLED = 10  # of more columns than have a label each, every tenth has one


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """The changes of one kind in one revision."""

    kind: Kind
    y: float
    radius: float
    number: int
    serious: bool


@dataclass(frozen=True, slots=True)
class TimelineColumn:
    """A revision on the timeline, or of very many a few that follow each other, by the number of the last.

    `title` describes them; `label`, `clock` and `day` are empty if there is no room for them.
    """

    x: float
    number: int
    label: str
    title: str
    clock: str
    day: str
    flag: str
    marks: tuple[TimelineMark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing, its size, and its lanes from the top: kind, name, and vertical position."""

    width: float
    height: float
    axis: float
    flags: float
    lanes: tuple[tuple[Kind, str, float], ...]
    columns: tuple[TimelineColumn, ...]


def of(steps: Sequence[Step]) -> Timeline:
    """The timeline of revisions, which come oldest first."""
    kinds = {change.kind for step in steps for change in _changes(step)}
    top = TOP + (FLAGS if any(_flag(step) for step in steps) else 0)
    lanes = {kind: top + LANE * (place + 0.5) for place, kind in enumerate(k for k in get_args(Kind) if k in kinds)}
    groups = list(_groups(steps))
    places = [LEFT + place for place in chart.columns([group[-1].revision.time for group in groups])]
    axis = top + LANE * max(len(lanes), 1)
    return Timeline(
        width=max(places, default=LEFT) + RIGHT,
        height=axis + BELOW,
        axis=axis,
        flags=top - FLAGS / 2,
        lanes=tuple((kind, label_words.kind_name(kind), y) for kind, y in lanes.items()),
        columns=tuple(_columns(groups, places, lanes)),
    )


def _groups(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    size = -(-len(steps) // MOST)
    return (steps[place : place + size] for place in range(0, len(steps), size))


def _columns(
    groups: Sequence[Sequence[Step]], places: Sequence[float], lanes: dict[Kind, float]
) -> Iterator[TimelineColumn]:
    clock_room, day_room, day = 0.0, 0.0, ""
    for place, (group, x) in enumerate(zip(groups, places, strict=True)):
        step = group[-1]
        date, _, clock = visible(label_words.moment(step.revision.time)).removesuffix(" UTC").partition(", ")
        shows_day = date != day and x >= day_room
        shows_clock = bool(clock) and x >= clock_room
        if shows_day:
            day, day_room = date, x + DAY
        if shows_clock:
            clock_room = x + CLOCK
        scale = 1.0 if len(groups) <= chart.MANY else CROWDED
        made = [change for each in group for change in _changes(each)]
        marks = tuple(
            _mark(kind, y, [change for change in made if change.kind == kind], scale) for kind, y in lanes.items()
        )
        labelled = len(groups) <= chart.MANY or place % LABELLED == 0 or place == len(groups) - 1
        yield TimelineColumn(
            x=x,
            number=step.revision.number,
            label=str(step.revision.number) if labelled else "",
            title=_title(group),
            clock=clock if shows_clock else "",
            day=date if shows_day else "",
            flag=next(filter(None, map(_flag, group)), ""),
            marks=tuple(mark for mark in marks if mark.number),
        )


def _mark(kind: Kind, y: float, changes: Sequence[Change], scale: float) -> TimelineMark:
    serious = any(change.severity != "low" for change in changes)
    return TimelineMark(kind, y, round(chart.radius(len(changes)) * scale, 1), len(changes), serious)


def _title(group: Sequence[Step]) -> str:
    """One version with a summary of its changes, or several with the number of theirs."""
    step = group[-1]
    time = visible(label_words.moment(step.revision.time))
    if len(group) > 1:
        number = phrases.count(sum(len(_changes(each)) for each in group), "change")
        return f"Versions {group[0].revision.number} to {step.revision.number}, {time}: {number}"
    summary = diff_page.summary_line(step.diff.summary) if step.diff else "first version here"
    return f"Version {step.revision.number}, {time}: {summary}"


def _flag(step: Step) -> str:
    """The name of a notice that was added in a revision."""
    old = {notice.text for notice in step.diff.notices if notice.side == "old"} if step.diff else set()
    new = (
        [notice for notice in step.diff.notices if notice.side == "new" and notice.text not in old] if step.diff else []
    )
    return label_words.NOTICES[new[0].type] if new else ""


def _changes(step: Step) -> list[Change]:
    """The changes of a step that have a mark: not the sentences that were reworded, which would hide the others."""
    return [change for change in step.diff.changes if not change.is_rewording] if step.diff else []
