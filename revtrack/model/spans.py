"""Stretches of a text: spans, the blocks of an article, words that are not a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from revtrack.model.closed_lists import Role
from revtrack.model.record import record
from revtrack.model.serialisation import Layout, Serialised


@dataclass(frozen=True, slots=True, order=True)
class Span(Serialised):
    """A stretch of a text; in JSON `[start, end]`."""

    layout: ClassVar[Layout] = Layout(listed=True)

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


@record
class Block(Serialised):
    """A paragraph, heading, list item or line of furniture: its span and its sentences `first:last`."""

    start: int
    end: int
    role: Role
    first: int
    last: int


@record
class Passage(Serialised):
    """The words of one side of a change that has no claim of its kind there."""

    start: int
    end: int
    text: str
    sentence: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
