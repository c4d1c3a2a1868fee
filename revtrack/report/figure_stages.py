"""The stages of a figure over a history: its value in each version, and in one sentence how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from revtrack.model import Figure
from revtrack.model.lives import Life, Stage
from revtrack.report import history_rows
from revtrack.report.escaping import visible
from revtrack.report.time_axis import TimeAxis
from revtrack.versions import phrases


@dataclass(frozen=True, slots=True)
class FigureStage:
    """A figure in one stage of its life."""

    x: float
    number: int
    time: str
    value: Decimal | None
    text: str
    exact: bool
    acknowledged: bool


def of(life: Life, axis: TimeAxis, times: dict[int, str]) -> Iterator[FigureStage]:
    """The stages of a figure; `times` are those of the revisions by their numbers."""
    for stage in life.stages:
        time = times[stage.first]
        value = history_rows.value(stage)
        figures = [one for one in stage.claims if isinstance(one, Figure) and (value is None or one.value == value)]
        exact = bool(figures) and all(one.bound == "exact" for one in figures)
        yield FigureStage(axis.at(time), stage.first, time, value, _said(stage, figures), exact, stage.acknowledged)


def _said(stage: Stage, figures: Sequence[Figure]) -> str:
    """The value that is drawn in words; of places that differ in the bound alone, the one with the bound."""
    drawn = [words for words in stage.values if any(one.text in words for one in figures)]
    words = visible(max(drawn, key=len, default=phrases.listing(list(stage.values))))
    return words.lower() if words.istitle() and words.isalpha() else words


def mostly_rises(known: Sequence[FigureStage]) -> bool:
    """Whether a fall stands out in a figure: it rises at least twice as often."""
    rises, falls = directions(known)
    return rises >= 2 * max(falls, 1)


def directions(known: Sequence[FigureStage]) -> tuple[int, int]:
    """How often a figure rose, and how often it fell."""
    values = [one.value for one in known if one.value is not None]
    rises = sum(after > before for before, after in pairwise(values))
    return rises, sum(after < before for before, after in pairwise(values))


def sentence(told: Sequence[FigureStage]) -> str:
    """How it went: "It rose 18 times, from at least 3 to 87, and fell once (82 to 81, corrected)."."""
    known = [one for one in told if one.value is not None]
    rises, falls = directions(known)
    if known[0].value == known[-1].value and falls:
        low, high = (edge(known, key=lambda one: one.value or 0).text for edge in (min, max))
        return f"It changed {_times(rises + falls)}, between {low} and {high}, and is {known[-1].text} again."
    way, back, turned = ("rose", "fell", falls) if rises >= falls else ("fell", "rose", rises)
    told_in_words = f"It {way} {_times(max(rises, falls))}, from {known[0].text} to {known[-1].text}"
    if turned:
        told_in_words += f", and {back} {_times(turned)}"
    if turned == 1:
        pairs = pairwise(known)
        before, after = next(
            (one, other)
            for one, other in pairs
            if one.value is not None
            and other.value is not None
            and (other.value > one.value) != (way == "rose")
            and other.value != one.value
        )
        told_in_words += f" ({before.text} to {after.text}{', corrected in a notice' if after.acknowledged else ''})"
    return f"{told_in_words}."


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")
