"""The article for a wide screen: each paragraph of the new text beside its counterpart in the old one.

Consecutive unchanged paragraphs are folded together, unless they are too short to be worth folding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from revtrack.report.marked_article import Paragraph, Sentence
from revtrack.versions import phrases

# Characters of a folded stretch that are shown for recognition.
OPENING = 60
# Unchanged paragraphs of up to this many characters together are shown: folded, they would take as much room.
SHORT = 160


@dataclass(frozen=True, slots=True)
class ParallelParagraph:
    """A paragraph and how it read before, if it existed."""

    paragraph: Paragraph
    was: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive paragraphs, folded if none of them changed; `opening` holds the first words."""

    folded: bool
    lines: tuple[ParallelParagraph, ...]
    opening: str


def of(paragraphs: Sequence[Paragraph]) -> Iterator[Stretch]:
    """The article as alternating stretches of changed and unchanged paragraphs."""
    for changed, own in groupby(paragraphs, key=lambda paragraph: paragraph.changed):
        lines = tuple(ParallelParagraph(paragraph, tuple(_was(paragraph))) for paragraph in own)
        text = " ".join(run.text for line in lines for sentence in line.paragraph.sentences for run in sentence.runs)
        yield Stretch(not changed and len(text) > SHORT, lines, phrases.shorten(text, OPENING))


def _was(paragraph: Paragraph) -> Iterator[Sentence]:
    """The sentences that used to be here, without the words added since."""
    for sentence in paragraph.sentences:
        runs = sentence.before or tuple(run for run in sentence.runs if run.state != "added")
        if sentence.moved != "here" and any(run.text.strip() for run in runs):
            yield sentence._replace(runs=runs)
