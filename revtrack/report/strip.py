"""Where in the text changes stand: the article as a strip with a part for each paragraph, as long as its words.

A paragraph that was removed is a part, too; the numbers of the changes made in each are those they have everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from revtrack.model import Role, Severity, gravest
from revtrack.report import passage_rows
from revtrack.report.marked_article import Paragraph
from revtrack.report.marked_text import MarkedRun

_GAP = MarkedRun(" ")
PartState = Literal["kept", "changed", "added", "removed"]


class StripPart(NamedTuple):
    """A paragraph; `severity` is that of the gravest change in it, None without one."""

    where: str
    role: Role
    state: PartState
    words: int
    numbers: tuple[int, ...]
    severity: Severity | None


def of(paragraphs: Sequence[Paragraph], severities: Mapping[int, Severity]) -> Iterator[StripPart]:
    """The parts of an article, in its order; `severities` are those of the changes shown, by their numbers."""
    for where, paragraph in zip(passage_rows.labels(paragraphs), paragraphs, strict=True):
        runs = [run for sentence in paragraph.sentences for run in (*sentence.runs, _GAP)]
        noted = sorted({number for run in runs for number in run.notes if number in severities})
        whole = paragraph.whole
        yield StripPart(
            where,
            paragraph.role,
            whole if whole in ("added", "removed") else "changed" if paragraph.changed else "kept",
            len("".join(run.text for run in runs if whole == "removed" or run.state != "removed").split()),
            tuple(noted),
            gravest(severities[number] for number in noted) if noted else None,
        )
