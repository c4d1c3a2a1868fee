"""Stretches of a text: spans, the blocks of an article, words where no claim stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from revtrack.model.names import Role


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or line of furniture: its span and its sentences `first:last`."""

    start: int
    end: int
    role: Role
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one side of a change where no claim of its kind stands."""

    start: int
    end: int
    text: str
    sentence: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "sentence": self.sentence}


def pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
