"""Charts of counts: bars divided by severity, and a line over months. Numbers only, in user units of SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.model.statistics import ChangeCounts
from revtrack.versions import phrases

WIDTH, ROW, THICK, LABELS = 640.0, 26.0, 16.0, 220.0
HEIGHT, BELOW, LEFT = 160.0, 26.0, 56.0
MOST = 20  # bars of a drawing
LETTERS = 30  # of a name beside its bar


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: its severity, start and length."""

    severity: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: its name, vertical position, count and where to print that, and its parts."""

    name: str
    y: float
    number: int
    end: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart."""

    width: float
    height: float
    labels: float
    thick: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """A line over all months from the first to the last, with a mark for each year and the largest count."""

    width: float
    height: float
    left: float
    base: float
    top: float
    most: int
    line: str
    points: tuple[tuple[float, float], ...]
    marks: tuple[tuple[float, str], ...]


def of(tallies: Sequence[ChangeCounts]) -> Bars:
    """The first tallies as bars, scaled so that the longest takes the full width."""
    shown = tallies[:MOST]
    scale = (WIDTH - LABELS - LEFT) / max((tally.changes for tally in shown), default=1)
    return Bars(
        WIDTH,
        ROW * len(shown),
        LABELS,
        THICK,
        tuple(_bar(tally, ROW * (place + 0.5), scale) for place, tally in enumerate(shown)),
    )


def months(counts: Sequence[tuple[str, int]]) -> Months | None:
    """A line over monthly counts, which come in order; None for a single month."""
    by_month = dict(counts)
    every = _every(counts[0][0], counts[-1][0]) if counts else []
    if len(every) < 2:
        return None
    most = max(by_month.values()) or 1
    step = (WIDTH - LEFT - 24) / (len(every) - 1)
    places = [
        (round(LEFT + place * step, 1), round(12 + (HEIGHT - 12) * (1 - by_month.get(month, 0) / most), 1))
        for place, month in enumerate(every)
    ]
    line = "M" + "L".join(f"{x:g} {y:g}" for x, y in places)
    points = tuple(places) if len(places) <= 60 else ()
    marks = tuple(_marks(every, [x for x, _ in places]))
    return Months(WIDTH, HEIGHT + BELOW, LEFT, HEIGHT, 12.0, max(by_month.values()), line, points, marks)


def _bar(tally: ChangeCounts, y: float, scale: float) -> Bar:
    parts, x = [], LABELS
    for severity, number in (("high", tally.high), ("medium", tally.medium), ("low", tally.low)):
        width = round(number * scale, 1)
        if number:
            parts.append(Part(severity, round(x, 1), max(width, 0.5)))
        x += width
    return Bar(phrases.shorten(tally.name, LETTERS), y, tally.changes, round(x + 6, 1), tuple(parts))


def _every(first: str, last: str) -> list[str]:
    """All months between two: "2024-11" to "2025-02"."""
    begin, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, end + 1)]


def _marks(every: Sequence[str], places: Sequence[float]) -> list[tuple[float, str]]:
    """The labels below the line: the first month, then each January that there is room for."""
    marks: list[tuple[float, str]] = []
    for month, x in zip(every, places, strict=True):
        if not marks or (month.endswith("-01") and x - marks[-1][0] >= 64):
            marks.append((x, month if not marks else month[:4]))
    return marks
