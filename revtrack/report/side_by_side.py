"""The article for a wide screen: beside each paragraph of the new text what stood there in the old one.

Paragraphs that did not change are folded, as one stretch; a stretch too short to be worth folding is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from revtrack.report.marked_article import Paragraph, Sentence

# A folded stretch is recognised by its first words, this many characters of them.
OPENING = 60
# Unchanged paragraphs this short, taken together, are shown: folded they would take as much room.
SHORT = 160


@dataclass(frozen=True, slots=True)
class ParallelParagraph:
    """A paragraph and, where it was there before, how it read."""

    paragraph: Paragraph
    was: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs in a row, folded where none of them changed; `opening` are the first words."""

    folded: bool
    lines: tuple[ParallelParagraph, ...]
    opening: str


def of(paragraphs: Sequence[Paragraph]) -> Iterator[Stretch]:
    """The article in stretches that changed and stretches that did not."""
    for changed, own in groupby(paragraphs, key=lambda paragraph: paragraph.changed):
        lines = tuple(ParallelParagraph(paragraph, tuple(_was(paragraph))) for paragraph in own)
        text = " ".join(run.text for line in lines for sentence in line.paragraph.sentences for run in sentence.runs)
        opening = text if len(text) <= OPENING else text[:OPENING].rsplit(" ", 1)[0] + " …"
        yield Stretch(not changed and len(text) > SHORT, lines, opening)


def _was(paragraph: Paragraph) -> Iterator[Sentence]:
    """The sentences that stood here, without what came in since."""
    for sentence in paragraph.sentences:
        runs = sentence.before or tuple(run for run in sentence.runs if run.state != "added")
        if sentence.moved != "here" and any(run.text.strip() for run in runs):
            yield sentence._replace(runs=runs)
