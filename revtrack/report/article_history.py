"""The page of an article's history: its revisions, comparisons between them, the life of each claim, and its speakers.

"6 versions from 31 October 2024, 17:42 UTC to 1 November 2024, 14:15 UTC; 35 claim changes, 9 of them serious."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from revtrack.model import Change, Diff, Step
from revtrack.model.lives import Life
from revtrack.report import (
    chart,
    diff_page,
    figure_lines,
    history_rows,
    label_words,
    speaker_presence,
    timeline,
    word_bands,
)
from revtrack.report.chart import Drawing
from revtrack.report.diff_page import DiffPage, VersionFacts
from revtrack.report.escaping import visible
from revtrack.report.figure_lines import FigureLine, LeadFigure
from revtrack.report.history_rows import LifeRow
from revtrack.report.speaker_presence import Speaker
from revtrack.report.timeline import Timeline
from revtrack.report.word_bands import BandRow
from revtrack.versions import phrases

AUTHORS = 4  # that are named
MANY = 6  # gaps in the presence of a speaker that are no longer listed one by one


@dataclass(frozen=True, slots=True)
class RevisionPair:
    """Two revisions by number, and the diff between them."""

    old: int
    new: int
    page: DiffPage

    @property
    def name(self) -> str:
        return f"r{self.old}-{self.new}"


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry in the list of revisions; the first has no comparison."""

    number: int
    version: VersionFacts
    comparison: RevisionPair | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A source and the revisions it is quoted in, in words and as a drawing."""

    name: str
    anonymous: bool
    when: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class ArticleHistory:
    """An article's history in words; `altered` claims changed, `passing` ones were only added or removed."""

    title: str
    language: str
    article: str
    sentence: str
    silent: int
    authors: str
    lead: LeadFigure | None
    figures: tuple[FigureLine, ...]
    bands: tuple[BandRow, ...]
    timeline: Timeline
    moments: tuple[Moment, ...]
    altered: tuple[LifeRow, ...]
    passing: tuple[LifeRow, ...]
    voices: tuple[Voice, ...]


def of(steps: Sequence[Step], claims: Sequence[Life]) -> ArticleHistory:
    """The history of an article from its revisions, oldest first, and the lives of its claims."""
    last = steps[-1]
    numbers = [step.revision.number for step in steps]
    rows = history_rows.rows(claims, steps)
    lead, figures = figure_lines.of(claims, steps)
    return ArticleHistory(
        title=diff_page.title(last.claims),
        language=last.claims.language,
        article=visible(last.revision.article),
        sentence=_sentence(steps),
        silent=sum(_is_silent(change) for change in _changes(steps)),
        authors=phrases.listing(
            [*dict.fromkeys(visible(step.revision.by).strip() for step in steps if step.revision.by)][:AUTHORS]
        ),
        lead=lead,
        figures=figures,
        bands=word_bands.of(claims, steps),
        timeline=timeline.of(steps),
        moments=tuple(_moment(place, steps) for place in range(len(steps))),
        altered=tuple(row for row in rows if row.altered),
        passing=tuple(row for row in rows if not row.altered),
        voices=tuple(_voice(speaker, numbers) for speaker in speaker_presence.of(steps)),
    )


def pair(old: int, new: int, diff: Diff) -> RevisionPair:
    """The comparison of revisions number `old` and `new`."""
    return RevisionPair(old, new, diff_page.of(diff))


def _moment(place: int, steps: Sequence[Step]) -> Moment:
    step = steps[place]
    number, before = step.revision.number, steps[place - 1].revision.number
    compared = pair(before, number, step.diff) if step.diff else None
    return Moment(number, diff_page.version(step.revision, step.claims), compared)


def _sentence(steps: Sequence[Step]) -> str:
    first, last = (visible(label_words.moment(steps[place].revision.time)) for place in (0, -1))
    if len(steps) == 1:
        return f"1 version, {first}."
    versions = phrases.count(len(steps), "version")
    return f"{versions} from {first} to {last}; {_counted(list(_changes(steps)))}."


def _counted(changes: Sequence[Change]) -> str:
    reworded = sum(change.is_rewording for change in changes)
    claims, serious = len(changes) - reworded, sum(change.severity != "low" for change in changes)
    if claims:
        return f"{phrases.count(claims, 'claim change')}, {serious:,} of them serious"
    if reworded:
        return f"{phrases.count(reworded, 'sentence')} reworded, added or removed"
    return "no claims changed"


def _is_silent(change: Change) -> bool:
    """Whether a notice would be expected, and there is none."""
    return not (change.acknowledged or change.update) and change.severity != "low"


def _changes(steps: Iterable[Step]) -> Iterator[Change]:
    return (change for step in steps if step.diff for change in step.diff.changes)


def _voice(speaker: Speaker, numbers: Sequence[int]) -> Voice:
    when: list[str] = []
    stages: list[tuple[int, bool, None]] = []
    for presence in speaker.presences:
        when.append(_between(numbers, presence.first, presence.last))
        stages.append((presence.first, True, None))
        if presence.last + 1 < len(numbers):
            stages.append((presence.last + 1, False, None))
    gaps = len(when) - 1
    if gaps >= MANY:
        there = sum(one.last - one.first + 1 for one in speaker.presences)
        first, last = numbers[speaker.presences[0].first], numbers[speaker.presences[-1].last]
        when = [f"in {there:,} of {len(numbers):,} versions, from version {first} to {last} with {gaps:,} gaps"]
    drawing = chart.life(stages, len(numbers), *history_rows.LEVEL)
    return Voice(speaker.name, speaker.anonymous, "; ".join(when), drawing)


def _between(numbers: Sequence[int], first: int, last: int) -> str:
    if first == last < len(numbers) - 1:
        return f"only in version {numbers[first]}"
    start = "from the first version" if first == 0 else f"from version {numbers[first]}"
    return start if last + 1 == len(numbers) else f"{start} to version {numbers[last]}"
