"""The article for a wide screen: each paragraph of the new text beside its counterpart in the old one.

Consecutive unchanged paragraphs are folded together, unless they are too short to be worth folding. The items of a
list and the rows of a table are set together; a table is shown whole if any of its rows changed, unless it is long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from revtrack.report.marked_article import Paragraph, Sentence
from revtrack.report.marked_text import MarkedRun, Runs
from revtrack.versions import phrases
from revtrack.versions.typeset import Form

# Characters of a folded stretch that are shown for recognition.
OPENING = 60
# Unchanged paragraphs of up to this many characters together are shown: folded, they would take as much room.
SHORT = 160
# Rows up to which a table with a change is shown whole: about half a screen.
TABLE_ROWS = 20

Cells = tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class ParallelParagraph:
    """A paragraph and how it read before, if it existed."""

    paragraph: Paragraph
    was: tuple[Sentence, ...]

    @property
    def cells(self) -> Cells:
        """The sentences of a row by column."""
        return _by_column(self.paragraph.sentences)

    @property
    def old_cells(self) -> Cells:
        """What the cells of a row used to hold, by column."""
        return _by_column(self.was)


@dataclass(frozen=True, slots=True)
class SetLines:
    """Lines that are set together: the items of a list, the rows of a table, or a paragraph alone."""

    form: Form
    lines: tuple[ParallelParagraph, ...]

    @property
    def width(self) -> int:
        """The number of columns of a table."""
        return max(len(cells) for line in self.lines for cells in (line.cells, line.old_cells))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive paragraphs, folded if none of them changed; `opening` holds the first words."""

    folded: bool
    parts: tuple[SetLines, ...]
    opening: str

    @property
    def length(self) -> int:
        """How many paragraphs it has; each item and each row is one."""
        return sum(len(part.lines) for part in self.parts)


def of(paragraphs: Iterable[Paragraph], noted: Set[int]) -> Iterator[Stretch]:
    """The article as alternating stretches of changed and unchanged paragraphs; `noted` changes keep their numbers."""
    paragraphs = [_with_notes(paragraph, noted) for paragraph in paragraphs]
    for changed, own in groupby(_told(paragraphs), key=lambda told: told[1]):
        lines = [ParallelParagraph(paragraph, tuple(_was(paragraph))) for paragraph, _ in own]
        text = " ".join(run.text for line in lines for sentence in line.paragraph.sentences for run in sentence.runs)
        yield Stretch(not changed and len(text) > SHORT, tuple(_together(lines)), phrases.shorten(text, OPENING))


def _with_notes(paragraph: Paragraph, noted: Set[int]) -> Paragraph:
    sentences = (sentence._replace(runs=tuple(_joined(sentence.runs, noted))) for sentence in paragraph.sentences)
    return paragraph._replace(sentences=tuple(sentences))


def _joined(runs: Runs, noted: Set[int]) -> Iterator[MarkedRun]:
    """Runs with the notes that are shown; what others parted is one run again."""
    waiting = MarkedRun("")
    for run in runs:
        kept = run._replace(notes=tuple(number for number in run.notes if number in noted))
        if waiting.text and (waiting.notes or (waiting.state, waiting.look) != (kept.state, kept.look)):
            yield waiting
            waiting = kept
        else:
            waiting = kept._replace(text=waiting.text + kept.text)
    if waiting.text or waiting.notes:
        yield waiting


def _told(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, bool]]:
    """Each paragraph, and whether it is shown as changed: so are all rows of a short table with one that did."""
    for (form, _), own in groupby(paragraphs, key=_TableCount()):
        group = list(own)
        whole = form == "row" and len(group) <= TABLE_ROWS and any(row.changed for row in group)
        yield from ((paragraph, whole or paragraph.changed) for paragraph in group)


def _together(lines: Sequence[ParallelParagraph]) -> Iterator[SetLines]:
    count = _TableCount()
    for (form, _), own in groupby(lines, key=lambda line: count(line.paragraph)):
        group = tuple(own)
        if form in ("item", "row"):
            yield SetLines(form, group)
        else:
            yield from (SetLines(form, (line,)) for line in group)


class _TableCount:
    """What a paragraph is set as, and a number that is another in each table with a heading row."""

    def __init__(self) -> None:
        self.tables = 0

    def __call__(self, paragraph: Paragraph) -> tuple[Form, int]:
        self.tables += paragraph.setting.heads
        return paragraph.setting.form, self.tables


def _by_column(sentences: Sequence[Sentence]) -> Cells:
    width = max((sentence.column for sentence in sentences), default=-1) + 1
    cells: list[list[Sentence]] = [[] for _ in range(width)]
    for sentence in sentences:
        cells[sentence.column].append(sentence)
    return tuple(map(tuple, cells))


def _was(paragraph: Paragraph) -> Iterator[Sentence]:
    """The sentences that used to be here, without the words added since."""
    for sentence in paragraph.sentences:
        runs = sentence.before or tuple(run for run in sentence.runs if run.state != "added")
        if sentence.moved != "here" and any(run.text.strip() for run in runs):
            yield sentence._replace(runs=runs)
