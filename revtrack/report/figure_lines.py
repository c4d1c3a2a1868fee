"""The figures of a history drawn on true time: one large, the others small, each from its first to its last value.

A point is hollow where the figure is a bound ("at least 12") and filled where it is exact; a fall, or a change that a
notice acknowledges, is marked with its time.

The large drawing and the small ones share their steps; the stages they draw are in `figure_stages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

from revtrack.model import Step
from revtrack.model.lives import Life
from revtrack.report import figure_stages, history_rows, label_words, message_parts, time_axis
from revtrack.report.escaping import visible
from revtrack.report.figure_stages import FigureStage
from revtrack.report.history_rows import Brought
from revtrack.report.time_axis import TimeAxis

WIDTH, HEIGHT = 820.0, 190.0  # of the large drawing, without its margins
LEFT, RIGHT = 56.0, 110.0  # the least room for the values of the axis and for the last value
DIGIT, LARGE_LETTER = 7.5, 13.0  # the width of a letter on the axis, and of one of the last value
SMALL_WIDTH, SMALL_HEIGHT = 120.0, 28.0
MOST = 12  # small drawings
# The first figure in the text is the large one if it changed at least so often as the one that changed most.
ENOUGH = 0.6
LETTER, GAP = 7.0, 36.0  # the width of a letter of a label, and what is left free behind it
STEEP = 0.1  # a part of the height of the drawing
STEADY = 3  # turns of a line up to which its values are written at its points
MARK_ROOM = 150.0  # of the label of a correction


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """A version in which a figure changed; `label` is empty where it would not fit."""

    x: float
    y: float
    number: int
    exact: bool
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class CorrectionMark:
    """A fall or an acknowledged change: "82 → 81 corrected, 17:49"; without words where they have no room."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure over all versions: what it counts, its first and last value, and a line of steps.

    `broken` are dashes where it was absent; `present` says whether the last version still has it.
    """

    subject: str
    first: str
    last: str
    present: bool
    width: float
    height: float
    solid: str
    broken: str
    points: tuple[FigurePoint, ...]


@dataclass(frozen=True, slots=True)
class LeadFigure:
    """The large drawing: the line, the marks on both axes, the corrections, and whether any value is a bound.

    `left` and `right` are the room beside the line for the values of the axis and for the last value.
    """

    line: FigureLine
    left: float
    right: float
    sentence: str
    values: tuple[tuple[float, str], ...]
    times: tuple[tuple[float, str], ...]
    corrections: tuple[CorrectionMark, ...]
    bounded: bool


def of(lives: Sequence[Life], steps: Sequence[Step]) -> tuple[LeadFigure | None, tuple[FigureLine, ...]]:
    """The large drawing and the small ones; none of a history whose figures stayed as they were."""
    brought = history_rows.brought(steps)
    axis = time_axis.of([step.revision.time for step in steps], WIDTH)
    times = {step.revision.number: step.revision.time for step in steps}
    found = []
    for life in lives:
        told = list(figure_stages.of(life, axis, times)) if life.kind == "figure" else []
        if len({one.value for one in told if one.value is not None}) > 1:
            found.append((_weight(life, told, brought), _subject(life, brought), told))
    if not found:
        return None, ()
    most = max(weight for (weight, _), _, _ in found)
    first = next(one for one in found if one[0][0] >= most * ENOUGH)  # in the order of the text
    found.sort(key=lambda one: one[0], reverse=True)
    _, subject, told = first
    others = [one for one in found if one is not first]
    lead = _lead(subject, told, axis)
    small = tuple(_line(other, own, SMALL_WIDTH, SMALL_HEIGHT) for _, other, own in others[:MOST])
    return lead, small


def _weight(life: Life, told: Sequence[FigureStage], brought: Brought) -> tuple[int, int]:
    """How much a figure tells of the story: how often it changed in earnest, and for how long it is there."""
    severe = sum(history_rows.severity(stage, brought) == "high" for stage in life.stages)
    return severe, sum(one.value is not None for one in told)


def _subject(life: Life, brought: Brought) -> str:
    """What is counted, as the messages of its changes say it most often."""
    said: dict[str, int] = {}
    for stage in life.stages:
        for change in history_rows.changes(stage, brought):
            subject = message_parts.parts(change.message, change.kind).subject if "value" in change.labels else ""
            if subject:
                said[subject] = said.get(subject, 0) + 1
    best = max(said, key=lambda one: said[one], default=life.subject)
    return visible(message_parts.close(best))


def _scale(told: Sequence[FigureStage]) -> tuple[float, float, list[float]]:
    """The lowest and the highest value of the drawing, and round values between them."""
    values = [float(one.value) for one in told if one.value is not None]
    low, high = min(values), max(values)
    if 0 <= low < high * 0.6:
        low = 0.0
    whole = all(value.is_integer() for value in values)
    rough = max((high - low) / 4, 1.0 if whole else 0.0)
    size = 10.0 ** floor(log10(rough))
    steps = (size * part for part in (1, 2, 2.5, 5, 10) if size * part >= rough * 0.999)
    step = next(one for one in steps if one.is_integer() or not whole)
    bottom = floor(low / step) * step
    top = ceil(high / step - 1e-9) * step
    return bottom, top, [bottom + step * place for place in range(round((top - bottom) / step) + 1)]


def _line(subject: str, told: Sequence[FigureStage], width: float, height: float) -> FigureLine:
    values = [one.value for one in told if one.value is not None]
    low, high = float(min(values)), float(max(values))
    return _drawn(subject, told, width, height, low, high, set(), pad=4.0)


def _lead(subject: str, told: Sequence[FigureStage], axis: TimeAxis) -> LeadFigure:
    low, high, ticks = _scale(told)
    labelled = _labelled(told)
    line = _drawn(subject, told, WIDTH, HEIGHT, low, high, labelled, pad=0.0)
    span = high - low or 1.0
    values = tuple((round(HEIGHT - HEIGHT * (tick - low) / span, 1), f"{tick:,.12g}") for tick in ticks)
    return LeadFigure(
        line=line,
        left=max(LEFT, DIGIT * max(len(label) for _, label in values) + 14),
        right=max(RIGHT, LARGE_LETTER * len(line.last) + 14) if told[-1].value is not None else LEFT,
        sentence=figure_stages.sentence(told),
        values=values,
        times=axis.ticks,
        corrections=tuple(_corrections(told, line)),
        bounded=any(one.value is not None and not one.exact for one in told),
    )


def _drawn(
    subject: str,
    told: Sequence[FigureStage],
    width: float,
    height: float,
    low: float,
    high: float,
    labelled: set[int],
    pad: float,
) -> FigureLine:
    """The line of steps: level from one version to the next, down or up where the value changed."""
    span, stretch = high - low or 1.0, width / WIDTH
    solid: list[str] = []
    broken: list[str] = []
    points: list[FigurePoint] = []
    level: float | None = None
    for one, following in zip(told, [*told[1:], None], strict=True):
        left = round(one.x * stretch, 1)
        right = round(following.x * stretch, 1) if following else width
        if one.value is None:
            if level is not None:
                broken.append(f"M{left:g} {level:g}H{right:g}")
            continue
        before, level = level, round(height - pad - (height - 2 * pad) * (float(one.value) - low) / span, 1)
        solid.append(
            f"M{left:g} {before:g}V{level:g}H{right:g}" if before is not None else f"M{left:g} {level:g}H{right:g}"
        )
        title = f"{one.text}, version {one.number}, {label_words.moment(one.time)}"
        label = one.text if one.number in labelled else ""
        points.append(FigurePoint(left, level, one.number, one.exact, visible(title), label))
    known = [one for one in told if one.value is not None]
    return FigureLine(
        subject,
        known[0].text,
        known[-1].text,
        told[-1].value is not None,
        width,
        height,
        "".join(solid),
        "".join(broken),
        tuple(points),
    )


def _labelled(told: Sequence[FigureStage]) -> set[int]:
    """The versions whose value is written at the point: the first, from there on, and others up to it.

    A line that goes up and down leaves no room for others.
    """
    known = [one for one in told if one.value is not None]
    chosen = set() if _is_crossed(known) else {known[0].number}
    room = known[0].x + len(known[0].text) * LETTER + GAP
    rises, falls = figure_stages.directions(known)
    for one in known[1:] if min(rises, falls) <= STEADY else ():
        width = len(one.text) * LETTER
        if one.x - width >= room and one.x <= WIDTH - width - GAP:
            chosen.add(one.number)
            room = one.x + GAP
    return chosen


def _is_crossed(known: Sequence[FigureStage]) -> bool:
    """Whether the line rises steeply through where the first value is written."""
    values = [float(one.value or 0) for one in known]
    is_near = len(known) > 1 and known[1].x - known[0].x < len(known[0].text) * LETTER
    return is_near and abs(values[1] - values[0]) > STEEP * (max(values) - min(values))


def _corrections(told: Sequence[FigureStage], line: FigureLine) -> Iterator[CorrectionMark]:
    heights = {point.number: point.y for point in line.points}
    room = 0.0
    known = [one for one in told if one.value is not None]
    for before, one in pairwise(known):
        falls = before.value is not None and one.value is not None and one.value < before.value
        if not (one.acknowledged or (falls and figure_stages.mostly_rises(known))):
            continue
        clock = visible(label_words.moment(one.time)).removesuffix(" UTC").rpartition(", ")[2]
        what = "corrected, " if one.acknowledged else ""
        has_room = one.x >= room
        words = f"{before.text} → {one.text} {what}{clock}" if has_room else ""
        room = one.x + MARK_ROOM if has_room else room
        yield CorrectionMark(one.x, heights[one.number], words)
