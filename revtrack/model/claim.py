"""The claims of five kinds, and all claims of one article."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from revtrack.model.closed_lists import Bound, DateBound, DateType, Kind, Mode, NameType, QuoteForm
from revtrack.model.record import record
from revtrack.model.serialisation import Layout, Serialised
from revtrack.model.spans import Block, Span, Spans


@record
class Claim(Serialised):
    """The fields of every claim; `id` is unique in its document, `sentence` an index into its sentences."""

    layout: ClassVar[Layout] = Layout(first=("id", "kind"))
    kind: ClassVar[Kind]
    id: str
    start: int
    end: int
    text: str
    sentence: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@record
class Figure(Claim):
    """A number with what it counts. `value` is None for a range; an open bound has one of `low`, `high`."""

    kind = "figure"
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    noun: str | None = None
    per: str | None = None
    bound: Bound = "exact"
    ordinal: bool = False


@record
class Date(Claim):
    """A date, time of day, duration or recurring date; `value` is TIMEX3-like where the text decides it.

    `bound` is told by the words beside it: `until` of "until Friday", `on` where there are none.
    `resolved` is the day, week, month or year of the calendar, where the time of publication decides it.
    """

    kind = "date"
    type: DateType
    value: str | None
    bound: DateBound = "on"
    resolved: str | None = None


@record
class Quote(Claim):
    """Words between quotation marks; `spans` are the pieces inside the marks, `words` their folded text."""

    kind = "quote"
    words: str
    spans: Spans
    form: QuoteForm
    speaker: str | None = None
    attribution: str | None = None


@record
class Source(Serialised):
    """The source of a statement as written, and whom it names in this article."""

    text: str
    start: int
    end: int
    spans: Spans
    name: str | None
    role: str | None
    anonymous: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@record
class Cue(Serialised):
    """The verb group or phrase that attributes."""

    text: str
    start: int
    end: int
    spans: Spans
    lemma: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@record
class Attribution(Claim):
    """Source, cue and content, and to whom it was said, as written; its span runs from the first part to the last."""

    kind = "attribution"
    source: Source | None
    cue: Cue
    content: Spans
    mode: Mode
    hearer: str | None = None


@record
class Name(Claim):
    """One mention of a person, organisation or place; `name` is the fullest form in this article."""

    kind = "name"
    name: str
    type: NameType


AnyClaim = Figure | Date | Quote | Attribution | Name


@record
class ReadingWarning(Serialised):
    """Words to look at, and why: a date that is impossible as written ("Sunday, March 21, 2016" was a Monday).

    `claim` is the id of that date; it is empty for a passage that could not be read.
    """

    claim: str
    start: int
    end: int
    text: str
    sentence: int
    message: str


@record
class Claims(Serialised):
    """All claims of one article in text order, with its text, blocks, sentences, and warnings."""

    schema: ClassVar[str] = "revtrack.claims/1"
    layout: ClassVar[Layout] = Layout(
        first=("schema", "language", "sentences", "claims", "warnings"),
    )
    text: str
    language: str
    blocks: tuple[Block, ...]
    sentences: Spans
    claims: tuple[AnyClaim, ...]
    warnings: tuple[ReadingWarning, ...] = ()

    def check(self) -> None:
        from revtrack.model import consistency

        consistency.check_claims(self)
