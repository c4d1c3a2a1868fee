"""An axis of true time: where a moment is on it, and marks at round hours, days, months or years.

axis = time_axis.of(["2024-06-03T04:31:00Z", ...], width=820)
axis.at("2024-06-03T12:00:00Z")         -> 394.2
axis.ticks                              -> ((75.3, "06:00"), (176.0, "08:00"), ...)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from revtrack.versions.phrases import MONTHS

ROOM = 70.0  # a tick's label needs this much
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_STEPS = (
    *(minutes * _MINUTE for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * _HOUR for hours in (1, 2, 3, 6, 12)),
    *(days * _DAY for days in (1, 2, 5, 10)),
)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The span of an article's versions from 0 to `width`; times that cannot be read are at the start."""

    start: datetime
    end: datetime
    width: float
    ticks: tuple[tuple[float, str], ...]

    def at(self, time: str) -> float:
        """The place of a time, to a tenth of a unit."""
        moment = _read(time) or self.start
        share = (moment - self.start) / max(self.end - self.start, timedelta(seconds=1))
        return round(min(max(share, 0.0), 1.0) * self.width, 1)


def of(times: Sequence[str], width: float) -> TimeAxis:
    """The axis for the times of versions, oldest first."""
    known = [moment for moment in map(_read, times) if moment] or [datetime(1970, 1, 1, tzinfo=UTC)]
    start, end = min(known), max(known)
    axis = TimeAxis(start, end, width, ())
    ticks = tuple(
        (axis.at(moment.isoformat()), label) for moment, label in _ticks(start, end, max(2, int(width / ROOM)))
    )
    return TimeAxis(start, end, width, ticks)


def _ticks(start: datetime, end: datetime, most: int) -> Iterator[tuple[datetime, str]]:
    span = (end - start).total_seconds()
    if not span:
        return iter(())
    step = next((step for step in _STEPS if span / step <= most), 0)
    return _even(start, end, step) if step else _monthly(start, end, span, most)


def _even(start: datetime, end: datetime, step: int) -> Iterator[tuple[datetime, str]]:
    """Marks every so many seconds, counted from midnight of the first day."""
    moment = start.replace(hour=0, minute=0, second=0)
    while moment <= end:
        if moment >= start:
            is_midnight = not (moment.hour or moment.minute)
            yield moment, f"{moment.day} {MONTHS[moment.month - 1]}" if is_midnight else moment.strftime("%H:%M")
        moment += timedelta(seconds=step)


def _monthly(start: datetime, end: datetime, span: float, most: int) -> Iterator[tuple[datetime, str]]:
    """Marks at the beginning of months or years."""
    step = next((step for step in _MONTH_STEPS if span / (step * 30.4 * _DAY) <= most), _MONTH_STEPS[-1])
    month = start.year * 12
    while True:
        year, place = divmod(month, 12)
        if year > min(end.year, datetime.max.year):
            return
        moment = datetime(year, place + 1, 1, tzinfo=UTC)
        if start <= moment <= end:
            yield moment, f"{year}" if not place else f"{MONTHS[place]} {year}" if step < 3 else MONTHS[place]
        month += step


def _read(time: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(time.replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
