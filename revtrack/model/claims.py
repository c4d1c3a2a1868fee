"""The claims of five kinds, and what one article says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from revtrack.model.names import Bound, DateType, Kind, Mode, NameType, QuoteForm
from revtrack.model.spans import Block, Span, Spans, pairs


@dataclass(frozen=True, slots=True)
class Claim:
    """What every claim has; `id` is unique in its document, `sentence` an index into its sentences."""

    kind: ClassVar[Kind]
    id: str
    start: int
    end: int
    text: str
    sentence: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "sentence": self.sentence,
        } | self._fields()

    def _fields(self) -> dict[str, Any]:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
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

    def _fields(self) -> dict[str, Any]:
        return {
            "value": decimal_string(self.value),
            "low": decimal_string(self.low),
            "high": decimal_string(self.high),
            "unit": self.unit,
            "noun": self.noun,
            "per": self.per,
            "bound": self.bound,
            "ordinal": self.ordinal,
        }


@dataclass(frozen=True, slots=True)
class Date(Claim):
    """A date, time of day, duration or recurring date; `value` is TIMEX3-like where the text decides it.

    `resolved` is the day, week, month or year of the calendar, where the time of publication decides it.
    """

    kind = "date"
    type: DateType
    value: str | None
    resolved: str | None = None

    def _fields(self) -> dict[str, Any]:
        return {"type": self.type, "value": self.value, "resolved": self.resolved}


@dataclass(frozen=True, slots=True)
class Quote(Claim):
    """Words between quotation marks; `spans` are the pieces inside the marks, `words` their folded text."""

    kind = "quote"
    words: str
    spans: Spans
    form: QuoteForm
    speaker: str | None = None
    attribution: str | None = None

    def _fields(self) -> dict[str, Any]:
        return {
            "words": self.words,
            "spans": pairs(self.spans),
            "form": self.form,
            "speaker": self.speaker,
            "attribution": self.attribution,
        }


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to have said it, as written, and who that is in this article."""

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

    def to_dict(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "spans": pairs(self.spans),
            "name": self.name,
            "role": self.role,
            "anonymous": self.anonymous,
        }


@dataclass(frozen=True, slots=True)
class Cue:
    """The verb group or phrase that attributes."""

    text: str
    start: int
    end: int
    spans: Spans
    lemma: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def to_dict(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "spans": pairs(self.spans),
            "lemma": self.lemma,
        }


@dataclass(frozen=True, slots=True)
class Attribution(Claim):
    """Source, cue and content; its span runs from the first of them to the last."""

    kind = "attribution"
    source: Source | None
    cue: Cue
    content: Spans
    mode: Mode

    def _fields(self) -> dict[str, Any]:
        return {
            "source": self.source and self.source.to_dict(),
            "cue": self.cue.to_dict(),
            "content": pairs(self.content),
            "mode": self.mode,
        }


@dataclass(frozen=True, slots=True)
class Name(Claim):
    """One mention of a person, organisation or place; `name` is the fullest form in this article."""

    kind = "name"
    name: str
    type: NameType

    def _fields(self) -> dict[str, Any]:
        return {"name": self.name, "type": self.type}


AnyClaim = Figure | Date | Quote | Attribution | Name


@dataclass(frozen=True, slots=True)
class ImpossibleDate:
    """A date that cannot be as it stands, and why: "Sunday, March 21, 2016" was a Monday."""

    claim: str
    start: int
    end: int
    text: str
    sentence: int
    message: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "claim": self.claim,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "sentence": self.sentence,
            "message": self.message,
        }


@dataclass(frozen=True, slots=True)
class Claims:
    """What one article says: its text, its blocks and sentences, its claims in text order, and dates that cannot be."""

    text: str
    language: str
    blocks: tuple[Block, ...]
    sentences: Spans
    claims: tuple[AnyClaim, ...]
    warnings: tuple[ImpossibleDate, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "schema": "revtrack.claims/1",
            "language": self.language,
            "sentences": pairs(self.sentences),
            "claims": [claim.to_dict() for claim in self.claims],
            "warnings": [warning.to_dict() for warning in self.warnings],
        }


def decimal_string(value: Decimal | None) -> str | None:
    """Plain notation without exponent or trailing zeros: `Decimal("3.20E+6")` gives `"3200000"`."""
    if value is None:
        return None
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text
