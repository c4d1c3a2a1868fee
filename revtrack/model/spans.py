"""Stretches of a text: spans, the blocks of an article, words that are not a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from revtrack.model.closed_lists import Role
from revtrack.model.record import record
from revtrack.model.serialisation import Layout, Serialised


@record
class Span(Serialised):
    """A stretch of a text; in JSON `[start, end]`."""

    layout: ClassVar[Layout] = Layout(listed=True)

    start: int
    end: int

    if not TYPE_CHECKING:  # there are so many spans that what makes and compares them is written out

        def __init__(self, start, end):
            _put_start(self, start)
            _put_end(self, end)

        def __eq__(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return self.start == other.start and self.end == other.end

        def __hash__(self):
            return hash((self.start, self.end))

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __le__(self, other: Span) -> bool:
        return (self.start, self.end) <= (other.start, other.end)

    def __gt__(self, other: Span) -> bool:
        return (self.start, self.end) > (other.start, other.end)

    def __ge__(self, other: Span) -> bool:
        return (self.start, self.end) >= (other.start, other.end)

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


# What nothing else can do: writes into the slots of a span.
_put_start, _put_end = (vars(Span)[name].__set__ for name in ("start", "end"))

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
