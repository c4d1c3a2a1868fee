"""The differences between two versions, and the facts about each version."""

from __future__ import annotations

from typing import ClassVar

from revtrack.model.claim import AnyClaim, Claims, ReadingWarning
from revtrack.model.closed_lists import Kind, Label, MarkOp, NoticeType, SentenceOpName, Severity, Side
from revtrack.model.passages import ChangedPassage, passages
from revtrack.model.record import Frozen, record
from revtrack.model.serialisation import Layout, Serialised
from revtrack.model.spans import Passage, Span, Spans


@record
class Mark(Serialised):
    """One run of a word diff: `[old_start, old_end)` became `[new_start, new_end)`."""

    layout: ClassVar[Layout] = Layout(listed=True)
    op: MarkOp
    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def to_tuple(self) -> tuple[MarkOp, int, int, int, int]:
        return self.op, self.old_start, self.old_end, self.new_start, self.new_end


@record
class SentenceOp(Serialised):
    """How sentences were edited, moved, split or merged: their indices and spans on both sides, and word marks."""

    op: SentenceOpName
    old: tuple[int, ...]
    new: tuple[int, ...]
    old_spans: Spans
    new_spans: Spans
    marks: tuple[Mark, ...] = ()


@record
class Place(Serialised):
    """Another place where the same change was made."""

    old: Span | None
    new: Span | None

    def on(self, side: Side) -> Span | None:
        """The place on one side."""
        return self.old if side == "old" else self.new


@record
class Change(Serialised):
    """One real change of one claim, or of the words where a claim stood.

    `update`: a running count that went on, such as a toll that rose; developing news, for which no notice is due.
    """

    layout: ClassVar[Layout] = Layout(
        first=("kind", "labels", "severity", "old", "new", "also", "moved", "acknowledged", "update", "message"),
    )
    kind: Kind
    labels: tuple[Label, ...]
    severity: Severity
    old: AnyClaim | Passage | None
    new: AnyClaim | Passage | None
    message: str
    also: tuple[Place, ...] = ()
    moved: bool = False
    acknowledged: bool = False
    update: bool = False

    @property
    def is_rewording(self) -> bool:
        """Whether it is a sentence that makes no other claim: reworded, or added or removed whole."""
        return self.kind == "statement" and self.severity == "low"


@record
class Notice(Serialised):
    """A correction, clarification, update or the like; `changes` are indices into the diff's changes."""

    side: Side
    start: int
    end: int
    text: str
    type: NoticeType
    changes: tuple[int, ...] = ()


@record
class Revision(Serialised):
    """One version of an article in a store; times are ISO 8601 in UTC with a final Z.

    `number` is its place in the order of `time`, from 1; it may shift when an older version is added
    later, `commit` never does. `words` counts the words of the text.
    """

    layout: ClassVar[Layout] = Layout(renamed=(("number", "revision"),))
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


@record
class WordAccount(Serialised):
    """Where every changed word belongs: counts of the words taken out and the words put in, which add up to `changed`.

    `claims` are part of a change of a figure, date, quotation, attribution, name or of certainty, `form` differ in
    form alone, `same_meaning` are known to mean the same or were rewritten as a whole, `statements` say something else.
    """

    changed: int = 0
    claims: int = 0
    form: int = 0
    same_meaning: int = 0
    statements: int = 0


@record
class Diff(Serialised):
    """The differences between two versions, most serious change first, then in text order.

    `rewritten` is true where hardly a sentence was kept; then claims are compared over the whole text.
    """

    schema: ClassVar[str] = "revtrack.diff/1"
    layout: ClassVar[Layout] = Layout(
        first=(
            "schema",
            "sentences",
            "changes",
            "furniture",
            "notices",
            "summary",
            "words",
            "passages",
            "rewritten",
            "warnings",
            "old",
            "new",
        ),
    )
    before: Claims
    after: Claims
    sentences: tuple[SentenceOp, ...]
    changes: tuple[Change, ...]
    furniture: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()
    old: Revision | None = None
    new: Revision | None = None
    rewritten: bool = False
    words: WordAccount = WordAccount()

    @property
    def summary(self) -> dict[str, dict[str, int]]:
        return tally(self.changes)

    @property
    def passages(self) -> tuple[ChangedPassage, ...]:
        """Each changed sentence or group of sentences once, in text order, with the changes that stand in it."""
        return passages(self.sentences, self.changes)

    @property
    def warnings(self) -> tuple[ReadingWarning, ...]:
        """Impossible dates of the new version."""
        return self.after.warnings

    def check(self) -> None:
        from revtrack.model import consistency

        consistency.check_diff(self)


@record
class Step(Frozen):
    """A revision in the history of its article, its claims, and its diff from the one before; the first has none."""

    revision: Revision
    claims: Claims
    diff: Diff | None


def tally(changes: tuple[Change, ...]) -> dict[str, dict[str, int]]:
    """The number of changes by kind and label: `{"figure": {"value": 2}}`, keys sorted."""
    counts: dict[str, dict[str, int]] = {}
    for kind, label in sorted((change.kind, label) for change in changes for label in change.labels):
        row = counts.setdefault(kind, {})
        row[label] = row.get(label, 0) + 1
    return counts
