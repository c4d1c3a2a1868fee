"""Geometry of the drawings of a history: numbers only, in user units of SVG.

On the timeline, revisions are spaced by time as far as each has room of its own; below it every revision has the
same width, so that a claim's life reads like a row of a calendar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from math import sqrt

from revtrack.model import Kind

ROOM, TIGHT, MANY = 46.0, 12.0, 60  # between two revisions; between two of more than MANY
WIDTH = 820.0
SMALLEST, LARGEST = 5.0, 13.0  # radius of a mark
# Shapes make kinds distinguishable without colour: the path of each kind around (0, 0) for a radius of 1.
SHAPES: dict[Kind, str] = {
    "figure": "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z",
    "date": "M-.88 -.88h1.76v1.76h-1.76z",
    "quote": "M0 -1.15L1.15 0L0 1.15L-1.15 0z",
    "attribution": "M0 -1.1L1.1 .9H-1.1z",
    "name": "M0 1.1L1.1 -.9H-1.1z",
    "certainty": "M-.35 -1h.7v.65h.65v.7h-.65v.65h-.7v-.65h-.65v-.7h.65z",
    "statement": "M-.55 -.95h1.1l.55 .95l-.55 .95h-1.1l-.55 -.95z",
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A row: solid and dashed stretches, steps from value to value, and points where something changed."""

    width: float
    height: float
    solid: str
    broken: str
    steps: str
    points: tuple[tuple[float, float], ...]


def columns(times: Sequence[str]) -> list[float]:
    """The middle of each revision's column, from 0."""
    if len(times) < 2:
        return [0.0] * len(times)
    room = ROOM if len(times) <= MANY else TIGHT
    seconds = [_seconds(time) for time in times]
    span = max(seconds[-1] - seconds[0], 1.0)
    free = max(0.0, WIDTH - room * (len(times) - 1))
    steps = (room + free * max(0.0, after - before) / span for before, after in pairwise(seconds))
    places = [0.0]
    for step in steps:
        places.append(round(places[-1] + step, 1))
    return places


def radius(number: int) -> float:
    """The radius of a mark for a number of changes, which its area is proportional to."""
    return round(min(LARGEST, SMALLEST * sqrt(number)), 1) if number else 0.0


def life(stages: Sequence[tuple[int, bool, Decimal | None]], total: int, width: float, height: float) -> Drawing:
    """A life drawn over `total` revisions from (since, present, value); rows without values are level."""
    values = [value for _, present, value in stages if present and value is not None]
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(0))
    step = width / max(total, 1)
    solid: list[str] = []
    broken: list[str] = []
    steps: list[str] = []
    points: list[tuple[float, float]] = []
    level = height / 2
    for (since, present, value), until in zip(stages, [*(s for s, _, _ in stages[1:]), total], strict=True):
        left, right, before = round(since * step, 1), round(until * step, 1), level
        if value is not None and high > low:
            level = float(round(height - 5 - (height - 10) * float((value - low) / (high - low)), 1))
        if points and level != before:
            steps.append(f"M{left:g} {before:g}V{level:g}")
        line = solid if present else broken
        if line and line[-1].endswith(f" {level:g}H{left:g}"):
            line[-1] = f"{line[-1].rpartition('H')[0]}H{right:g}"
        else:
            line.append(f"M{left:g} {level:g}H{right:g}")
        points.append((left, level))
    return Drawing(width, height, "".join(solid), "".join(broken), "".join(steps), tuple(points))


def _seconds(time: str) -> float:
    """A time as a number, 0 if it cannot be read."""
    try:
        return datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp()
    except ValueError:
        return 0.0
