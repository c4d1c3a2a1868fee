"""What was said, by whom and how surely, as bands over true time: one row a claim, one band for each way it read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from revtrack.model import Attribution, Step
from revtrack.model.lives import Life, Stage
from revtrack.report import history_rows, label_words, time_axis
from revtrack.report.escaping import visible
from revtrack.report.time_axis import TimeAxis
from revtrack.versions import phrases

WIDTH, NAMES, HEIGHT = 790.0, 196.0, 26.0
MOST = 12  # rows
LETTER = 6.6  # the mean width of a letter in a band
NARROWEST = 24.0  # a band that can hold words
NAME_LONGEST = 30
SLIM = 8.0  # bands below this that follow each other are drawn as one
TOLD = 12  # bands whose words a screen reader is given
_KINDS = ("attribution", "quote", "certainty", "statement", "date", "name")


@dataclass(frozen=True, slots=True)
class Band:
    """How a claim read from one version on: as much of it as fits, and the whole in `title`.

    `unnamed`: its source has no name; `acknowledged`: a notice mentions that it came to read so; `several`: it stands
    for readings too short to be drawn.
    """

    x: float
    width: float
    words: str
    title: str
    number: int
    unnamed: bool
    acknowledged: bool
    several: int = 0


@dataclass(frozen=True, slots=True)
class BandRow:
    """The bands of one claim: its kind in words, what it is about, and all of it for a screen reader."""

    noun: str
    subject: str
    bands: tuple[Band, ...]
    told: str


def of(lives: Sequence[Life], steps: Sequence[Step]) -> tuple[BandRow, ...]:
    """The rows of claims in words that read in more than one way, the most serious first."""
    brought = history_rows.brought(steps)
    axis = time_axis.of([step.revision.time for step in steps], WIDTH)
    times = {step.revision.number: step.revision.time for step in steps}
    altered = [one for one in lives if one.kind in _KINDS and sum(bool(stage.values) for stage in one.stages) > 1]
    order = history_rows.ORDER

    def weight(life: Life) -> tuple[int, int]:
        gravest = min(order.index(history_rows.severity(stage, brought)) for stage in life.stages)
        return gravest, _KINDS.index(life.kind)

    return tuple(_row(life, axis, times) for life in sorted(altered, key=weight)[:MOST])


def _row(life: Life, axis: TimeAxis, times: dict[int, str]) -> BandRow:
    subject = phrases.shorten(visible(life.subject), NAME_LONGEST)
    bands = tuple(_joined(list(_bands(life, axis, times))))
    told = [band.title for band in bands[:TOLD]]
    if len(bands) > TOLD:
        told.append(f"and {len(bands) - TOLD:,} more")
    return BandRow(label_words.NOUNS[life.kind], subject, bands, "; ".join(told))


def _joined(bands: Sequence[Band]) -> Iterator[Band]:
    """The bands, with runs of slim ones as one each."""
    for slim, group in groupby(bands, key=lambda band: band.width < SLIM):
        run = list(group)
        if not slim or len(run) == 1:
            yield from run
            continue
        first, last = run[0], run[-1]
        title = f"{len(run):,} readings, versions {first.number} to {last.number}"
        width = round(last.x + last.width - first.x, 1)
        yield Band(first.x, width, "", title, first.number, False, any(one.acknowledged for one in run), len(run))


def _bands(life: Life, axis: TimeAxis, times: dict[int, str]) -> Iterator[Band]:
    places = [axis.at(times[stage.first]) for stage in life.stages]
    for stage, x, end in zip(life.stages, places, [*places[1:], WIDTH], strict=True):
        if stage.values:
            text = visible(phrases.listing(list(stage.values)))
            span = f"version {stage.first}" if stage.first == stage.last else f"versions {stage.first} to {stage.last}"
            width = round(max(end - x, 2.0), 1)
            x = min(x, WIDTH - 2.0)
            yield Band(
                x, width, _fitting(text, width), f"{text} ({span})", stage.first, _unnamed(stage), stage.acknowledged
            )


def _fitting(text: str, width: float) -> str:
    """As much of a text as a band holds."""
    if width < NARROWEST:
        return ""
    room = int((width - 12) / LETTER)
    return text if len(text) <= room else f"{text[: max(room - 1, 1)].rstrip()}…"


def _unnamed(stage: Stage) -> bool:
    return any(isinstance(one, Attribution) and one.source is not None and one.source.anonymous for one in stage.claims)
