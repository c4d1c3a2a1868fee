"""What travels through revtrack: spans, claims, changes, revisions.

Every value is frozen and every offset counts Unicode code points into the very text it was read from;
`end` is exclusive. The dictionaries are the JSON that `docs/schemas.md` describes.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Literal

Kind = Literal["figure", "date", "quote", "attribution", "name", "certainty"]
Label = Literal[
    "added", "removed", "value", "unit", "bound", "noun", "words", "speaker", "paraphrased", "quoted",
    "source", "anonymized", "identified", "role", "cue", "dropped", "attributed", "content",
    "spelling", "stronger", "weaker", "negated",
]  # fmt: skip
Severity = Literal["high", "medium", "low"]
Bound = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "range"]
DateType = Literal["date", "time", "duration", "set"]
QuoteForm = Literal["direct", "partial", "block"]
Mode = Literal["direct", "indirect", "mixed"]
NameType = Literal["person", "organization", "place", "other"]
NoticeType = Literal["correction", "clarification", "update", "editors_note", "withdrawal"]
Side = Literal["old", "new"]
SentenceOpName = Literal["equal", "edit", "add", "delete", "move", "split", "merge"]
MarkOp = Literal["equal", "insert", "delete", "replace"]
Became = Literal["first", "added", "changed", "split", "joined", "back", "removed"]

Role = Literal["body", "headline", "field", "heading", "item", "byline", "dateline", "furniture", "notice", "data"]
"""What a block of an article is.

`field` is a value of front matter that readers see (headline, dek, byline); `data` one they do not.
`furniture` is a line that gives the time of publication or update; `notice` owns up to a change.
"""


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
        return {"id": self.id, "kind": self.kind, "start": self.start, "end": self.end, "text": self.text,
                "sentence": self.sentence} | self._fields()  # fmt: skip

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
        return {"value": decimal_string(self.value), "low": decimal_string(self.low), "high": decimal_string(self.high),
                "unit": self.unit, "noun": self.noun, "per": self.per, "bound": self.bound,
                "ordinal": self.ordinal}  # fmt: skip


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
        return {"words": self.words, "spans": pairs(self.spans), "form": self.form,
                "speaker": self.speaker, "attribution": self.attribution}  # fmt: skip


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
        return {"text": self.text, "start": self.start, "end": self.end, "spans": pairs(self.spans),
                "name": self.name, "role": self.role, "anonymous": self.anonymous}  # fmt: skip


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
        return {"text": self.text, "start": self.start, "end": self.end, "spans": pairs(self.spans),
                "lemma": self.lemma}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribution(Claim):
    """Source, cue and content; its span runs from the first of them to the last."""

    kind = "attribution"
    source: Source | None
    cue: Cue
    content: Spans
    mode: Mode

    def _fields(self) -> dict[str, Any]:
        return {"source": self.source and self.source.to_dict(), "cue": self.cue.to_dict(),
                "content": pairs(self.content), "mode": self.mode}  # fmt: skip


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
        return {"claim": self.claim, "start": self.start, "end": self.end, "text": self.text,
                "sentence": self.sentence, "message": self.message}  # fmt: skip


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
        return {"schema": "revtrack.claims/1", "language": self.language, "sentences": pairs(self.sentences),
                "claims": [claim.to_dict() for claim in self.claims],
                "warnings": [warning.to_dict() for warning in self.warnings]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One run of a word diff: `[old_start, old_end)` became `[new_start, new_end)`."""

    op: MarkOp
    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def to_tuple(self) -> tuple[MarkOp, int, int, int, int]:
        return self.op, self.old_start, self.old_end, self.new_start, self.new_end


@dataclass(frozen=True, slots=True)
class SentenceOp:
    """What became of some sentences: indices and spans of both sides, and word marks in article offsets."""

    op: SentenceOpName
    old: tuple[int, ...]
    new: tuple[int, ...]
    old_spans: Spans
    new_spans: Spans
    marks: tuple[Mark, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {"op": self.op, "old": list(self.old), "new": list(self.new), "old_spans": pairs(self.old_spans),
                "new_spans": pairs(self.new_spans),
                "marks": [list(mark.to_tuple()) for mark in self.marks]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where else the same change was made."""

    old: Span | None
    new: Span | None

    def to_dict(self) -> dict[str, Any]:
        return {"old": self.old and [self.old.start, self.old.end], "new": self.new and [self.new.start, self.new.end]}


@dataclass(frozen=True, slots=True)
class Change:
    """One real change of one claim, or of the words where a claim stood."""

    kind: Kind
    labels: tuple[Label, ...]
    severity: Severity
    old: AnyClaim | Passage | None
    new: AnyClaim | Passage | None
    message: str
    also: tuple[Place, ...] = ()
    moved: bool = False
    acknowledged: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "labels": list(self.labels), "severity": self.severity,
                "old": self.old and self.old.to_dict(), "new": self.new and self.new.to_dict(),
                "also": [place.to_dict() for place in self.also], "moved": self.moved,
                "acknowledged": self.acknowledged, "message": self.message}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction, clarification, update or the like; `changes` are indices into the diff's changes."""

    side: Side
    start: int
    end: int
    text: str
    type: NoticeType
    changes: tuple[int, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {"side": self.side, "start": self.start, "end": self.end, "text": self.text, "type": self.type,
                "changes": list(self.changes)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an article in a store; times are ISO 8601 in UTC with a final Z.

    `number` is its place in the order of `time`, from 1; it may shift when an older version is added
    later, `commit` never does. `words` counts the words of the text.
    """

    article: str
    number: int
    commit: str
    blob: str
    time: str
    added: str
    by: str
    note: str
    source: str
    words: int

    def to_dict(self) -> dict[str, Any]:
        return {"article": self.article, "revision": self.number, "commit": self.commit, "blob": self.blob,
                "time": self.time, "added": self.added, "by": self.by, "note": self.note, "source": self.source,
                "words": self.words}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs between two versions, most serious change first, then in text order.

    `rewritten` where hardly a sentence was kept: then claims are compared over the whole text.
    """

    before: Claims
    after: Claims
    sentences: tuple[SentenceOp, ...]
    changes: tuple[Change, ...]
    furniture: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()
    old: Revision | None = None
    new: Revision | None = None
    rewritten: bool = False

    @property
    def summary(self) -> dict[str, dict[str, int]]:
        return tally(self.changes)

    def to_dict(self) -> dict[str, Any]:
        return {"schema": "revtrack.diff/1", "sentences": [op.to_dict() for op in self.sentences],
                "changes": [change.to_dict() for change in self.changes],
                "furniture": [change.to_dict() for change in self.furniture],
                "notices": [notice.to_dict() for notice in self.notices],
                "summary": self.summary, "rewritten": self.rewritten,
                "warnings": [warning.to_dict() for warning in self.after.warnings],
                "old": self.old and self.old.to_dict(), "new": self.new and self.new.to_dict()}  # fmt: skip


def tally(changes: tuple[Change, ...]) -> dict[str, dict[str, int]]:
    """How many changes of each kind carry each label: `{"figure": {"value": 2}}`, keys sorted."""
    counts: dict[str, dict[str, int]] = {}
    for kind, label in sorted((change.kind, label) for change in changes for label in change.labels):
        row = counts.setdefault(kind, {})
        row[label] = row.get(label, 0) + 1
    return counts


def pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def decimal_string(value: Decimal | None) -> str | None:
    """Plain notation without exponent or trailing zeros: `Decimal("3.20E+6")` gives `"3200000"`."""
    if value is None:
        return None
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


@dataclass(frozen=True, slots=True)
class Stage:
    """What a claim was through some revisions, `first` to `last` by number; no `values` where it was gone.

    `values` are more than one where its places disagree; `claims` are those of the first of these revisions.
    """

    first: int
    last: int
    became: Became
    values: tuple[str, ...]
    claims: tuple[AnyClaim, ...]
    acknowledged: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {"first": self.first, "last": self.last, "became": self.became, "values": list(self.values),
                "claims": [claim.to_dict() for claim in self.claims],
                "acknowledged": self.acknowledged}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Life:
    """One claim through the revisions of an article; `latest` are its places in the last of them that has it."""

    kind: Kind
    subject: str
    stages: tuple[Stage, ...]
    latest: tuple[AnyClaim, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it was ever anything else, or not there."""
        return len(self.stages) > 1 or self.stages[0].became != "first"

    def to_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "subject": self.subject, "changed": self.changed,
                "stages": [stage.to_dict() for stage in self.stages]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim of a version comes from: its places, the revision that brought it, what it was before."""

    life: Life
    stage: Stage
    claims: tuple[AnyClaim, ...]
    revision: Revision
    before: Stage | None

    def to_dict(self) -> dict[str, Any]:
        return {"kind": self.life.kind, "subject": self.life.subject, "values": list(self.stage.values),
                "became": self.stage.became, "acknowledged": self.stage.acknowledged,
                "claims": [claim.to_dict() for claim in self.claims], "revision": self.revision.to_dict(),
                "before": self.before and self.before.to_dict()}  # fmt: skip
