"""The picture of the week: the serious changes of the last seven days, a bar a day, the silent ones filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from revtrack.versions.phrases import MONTHS

DAYS = 7
WIDTH, HEIGHT, BAR = 616.0, 96.0, 56.0
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

DayCounts = Mapping[str, tuple[int, int]]
"""Silent changes and all others (in a notice, or an update), by day: `{"2024-10-31": (3, 1)}`."""


@dataclass(frozen=True, slots=True)
class DayBar:
    """A day: its names, where its bar is, and the heights of its two parts."""

    day: str
    weekday: str
    x: float
    silent: int
    acknowledged: int
    silent_height: float
    acknowledged_height: float

    @property
    def number(self) -> int:
        return self.silent + self.acknowledged


@dataclass(frozen=True, slots=True)
class WeekChart:
    """Seven days up to the newest change."""

    title: str
    width: float
    height: float
    bar: float
    days: tuple[DayBar, ...]


def of(counts: DayCounts) -> WeekChart | None:
    """The week that ends with the last day counted; None where no day can be read."""
    known = [day for day in map(_day, counts) if day]
    if not known:
        return None
    last = max(known)
    week = [last - timedelta(days=back) for back in range(DAYS - 1, -1, -1) if last.toordinal() > back]
    most = max(sum(counts.get(day.isoformat(), (0, 0))) for day in week)
    step = WIDTH / DAYS
    bars = []
    for place, day in enumerate(week):
        silent, acknowledged = counts.get(day.isoformat(), (0, 0))
        bars.append(
            DayBar(
                f"{day.day} {MONTHS[day.month - 1]}",
                _WEEKDAYS[day.weekday()],
                round(place * step + (step - BAR) / 2, 1),
                silent,
                acknowledged,
                round(silent * HEIGHT / most, 1),
                round(acknowledged * HEIGHT / most, 1),
            )
        )
    title = f"The week to {last.day} {MONTHS[last.month - 1]} {last.year}"
    return WeekChart(title, WIDTH, HEIGHT, BAR, tuple(bars))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
