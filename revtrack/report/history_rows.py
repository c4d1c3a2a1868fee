"""The lives of claims as rows of a page: how each read in which revisions, how serious its changes were, and a drawing.

Claims that changed come first, the most serious at the top; then those that were only added or removed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from revtrack.model import SEVERITIES, AnyClaim, Change, Figure, Severity, Step
from revtrack.model.lives import Life, Stage
from revtrack.report import chart, label_words
from revtrack.report.chart import Drawing
from revtrack.report.escaping import visible
from revtrack.versions import phrases

ROW = 240.0, 40.0  # size of the drawing of a life
LEVEL = 240.0, 16.0  # size of one without values
SHOWN, LATEST = 3, 4  # of many stretches, how many are shown from the beginning and from the end
ORDER: tuple[Severity | None, ...] = (*SEVERITIES, None)

# By the number of a revision, and the id of a claim in it or the words of a statement.
Brought = dict[tuple[int, str], Change]


@dataclass(frozen=True, slots=True)
class LifeStretch:
    """How a claim read from one revision number to another; no text while it was absent."""

    first: int
    last: int
    text: str
    severity: Severity | None
    acknowledged: bool


@dataclass(frozen=True, slots=True)
class LifeRow:
    """The life of a claim: its kind in words, its subject, its stretches, and a drawing."""

    noun: str
    subject: str
    severity: Severity | None
    altered: bool
    stretches: tuple[LifeStretch, ...]
    drawing: Drawing

    @property
    def first(self) -> tuple[LifeStretch, ...]:
        """The stretches at the beginning; all if there are few."""
        return self.stretches if len(self.stretches) <= SHOWN + LATEST + 1 else self.stretches[:SHOWN]

    @property
    def between(self) -> tuple[LifeStretch, ...]:
        """Those that a page folds."""
        return self.stretches[len(self.first) : len(self.stretches) - len(self.latest)]

    @property
    def latest(self) -> tuple[LifeStretch, ...]:
        """Those at the end, unless they are among the first."""
        return () if len(self.first) == len(self.stretches) else self.stretches[-LATEST:]


def brought(steps: Sequence[Step]) -> Brought:
    """The change that brought each claim of each version."""
    found: Brought = {}
    for step in steps:
        for change in step.diff.changes if step.diff else ():
            if isinstance(change.new, AnyClaim):
                found[step.revision.number, change.new.id] = change
            elif change.kind == "statement" and change.new:
                found[step.revision.number, " ".join(change.new.text.split())] = change
    return found


def changes(stage: Stage, brought: Brought) -> list[Change]:
    """The changes that a stage of a life began with."""
    known = [claim.id for claim in stage.claims] or stage.values
    return [brought[key] for name in known if (key := (stage.first, name)) in brought]


def severity(stage: Stage, brought: Brought) -> Severity | None:
    """How serious the gravest of them is."""
    return min((change.severity for change in changes(stage, brought)), key=ORDER.index, default=None)


def rows(lives: Sequence[Life], steps: Sequence[Step]) -> list[LifeRow]:
    """The rows for the lives that changed."""
    by_claim = brought(steps)
    numbers = [step.revision.number for step in steps]
    changed = [_row(life, numbers, by_claim) for life in lives if life.changed]
    return sorted(changed, key=lambda row: (not row.altered, ORDER.index(row.severity)))


def _row(life: Life, numbers: Sequence[int], brought: Brought) -> LifeRow:
    stretches = tuple(_stretch(stage, brought) for stage in life.stages)
    places = {number: place for place, number in enumerate(numbers)}
    drawn = [(places[stage.first], bool(stage.values), value(stage)) for stage in life.stages]
    charted = len({one for _, _, one in drawn if one is not None}) > 1
    return LifeRow(
        noun=label_words.NOUNS[life.kind],
        subject=visible(life.subject),
        severity=min((stretch.severity for stretch in stretches), key=ORDER.index),
        altered=sum(bool(stretch.text) for stretch in stretches) > 1,
        stretches=stretches,
        drawing=chart.life(drawn, len(numbers), *(ROW if charted else LEVEL)),
    )


def _stretch(stage: Stage, brought: Brought) -> LifeStretch:
    text = visible(phrases.listing(list(stage.values)))
    return LifeStretch(stage.first, stage.last, text, severity(stage, brought), stage.acknowledged)


def value(stage: Stage) -> Decimal | None:
    """The value of a figure; of a range with one open end, the other end."""
    figure = stage.claims[0] if stage.claims else None
    if not isinstance(figure, Figure):
        return None
    return figure.value if figure.value is not None else figure.low if figure.high is None else figure.high
