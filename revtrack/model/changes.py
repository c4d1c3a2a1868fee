"""What differs between two versions, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from revtrack.model.claims import AnyClaim, Claims
from revtrack.model.names import Kind, Label, MarkOp, NoticeType, SentenceOpName, Severity, Side
from revtrack.model.spans import Passage, Span, Spans, pairs


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
        return {
            "op": self.op,
            "old": list(self.old),
            "new": list(self.new),
            "old_spans": pairs(self.old_spans),
            "new_spans": pairs(self.new_spans),
            "marks": [list(mark.to_tuple()) for mark in self.marks],
        }


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
        return {
            "kind": self.kind,
            "labels": list(self.labels),
            "severity": self.severity,
            "old": self.old and self.old.to_dict(),
            "new": self.new and self.new.to_dict(),
            "also": [place.to_dict() for place in self.also],
            "moved": self.moved,
            "acknowledged": self.acknowledged,
            "message": self.message,
        }


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
        return {
            "side": self.side,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type,
            "changes": list(self.changes),
        }


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
        return {
            "article": self.article,
            "revision": self.number,
            "commit": self.commit,
            "blob": self.blob,
            "time": self.time,
            "added": self.added,
            "by": self.by,
            "note": self.note,
            "source": self.source,
            "words": self.words,
        }


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
        return {
            "schema": "revtrack.diff/1",
            "sentences": [op.to_dict() for op in self.sentences],
            "changes": [change.to_dict() for change in self.changes],
            "furniture": [change.to_dict() for change in self.furniture],
            "notices": [notice.to_dict() for notice in self.notices],
            "summary": self.summary,
            "rewritten": self.rewritten,
            "warnings": [warning.to_dict() for warning in self.after.warnings],
            "old": self.old and self.old.to_dict(),
            "new": self.new and self.new.to_dict(),
        }


def tally(changes: tuple[Change, ...]) -> dict[str, dict[str, int]]:
    """How many changes of each kind carry each label: `{"figure": {"value": 2}}`, keys sorted."""
    counts: dict[str, dict[str, int]] = {}
    for kind, label in sorted((change.kind, label) for change in changes for label in change.labels):
        row = counts.setdefault(kind, {})
        row[label] = row.get(label, 0) + 1
    return counts
