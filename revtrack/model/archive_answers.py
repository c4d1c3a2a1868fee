"""What an archive answers: its log, the history of an article's claims, where they come from, and what is amiss."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from revtrack.model.anchor import Anchor
from revtrack.model.change import Revision
from revtrack.model.lives import Life, Origin
from revtrack.model.record import Frozen, record
from revtrack.model.recorded_acts import RecordedAct


@record
class Unread(Frozen):
    """A revision whose bytes are not a text, and why."""

    revision: Revision
    reason: str


@record
class LogEntry(Frozen):
    """A revision, how many of its changes have which kind and label, and the most serious of them in one line."""

    revision: Revision
    summary: dict[str, dict[str, int]]
    line: str

    def to_dict(self) -> dict[str, Any]:
        return self.revision.to_dict() | {"summary": self.summary}


@record
class Log(Frozen):
    """Revisions by time, oldest first, of one `article` or (None) of all, and what was done to articles beside that."""

    article: str | None
    entries: tuple[LogEntry, ...]
    acts: tuple[RecordedAct, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        revisions = [entry.to_dict() for entry in self.entries]
        acts = {"acts": [act.to_dict() for act in self.acts]} if self.acts else {}
        return {"schema": "revtrack.log/1", "article": self.article, "revisions": revisions} | acts


@record
class History(Frozen):
    """The lives of an article's claims over its revisions; `left_out` are those that are not texts.

    Those in `taken_back` were added by mistake, and nothing of them is in the lives.
    """

    article: str
    revisions: tuple[Revision, ...]
    lives: tuple[Life, ...]
    left_out: tuple[Unread, ...] = ()
    taken_back: tuple[Revision, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        gone = {"taken_back": [revision.to_dict() for revision in self.taken_back]} if self.taken_back else {}
        return {
            "schema": "revtrack.history/1",
            "article": self.article,
            "revisions": [revision.to_dict() for revision in self.revisions],
            "lives": [life.to_dict() for life in self.lives],
        } | gone


@record
class Blame(Frozen):
    """Where each claim of a revision comes from; `left_out` are earlier revisions that are not texts."""

    revision: Revision
    claims: tuple[Origin, ...]
    left_out: tuple[Unread, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "schema": "revtrack.blame/1",
            "article": self.revision.article,
            "revision": self.revision.to_dict(),
            "claims": [origin.to_dict() for origin in self.claims],
        }


@record
class Problem(Frozen):
    """What `verify` found, in which article and commit where it is in one; a `note` is not an error."""

    what: str
    article: str = ""
    commit: str = ""
    note: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.article or None,
            "commit": self.commit or None,
            "note": self.note,
            "what": self.what,
        }


@record
class Verification(Frozen):
    """How many revisions of one `article` or (None) of all were checked, and what was found.

    `anchor` is the one that was written (`is_new`) or checked as well, `witnessed` when an authority was shown it.
    """

    article: str | None
    revisions: int
    findings: tuple[Problem, ...]
    anchor: Anchor | None = None
    is_new: bool = False
    witnessed: str = ""

    @property
    def errors(self) -> int:
        """The number of findings that are errors."""
        return sum(not finding.note for finding in self.findings)

    def to_dict(self) -> dict[str, Any]:
        findings = [finding.to_dict() for finding in self.findings]
        return {
            "schema": "revtrack.verify/1",
            "article": self.article,
            "revisions": self.revisions,
            "findings": findings,
        } | (
            {"anchor": asdict(self.anchor) | {"written": self.is_new, "witnessed": self.witnessed or None}}
            if self.anchor
            else {}
        )


@record
class ImportCounts(Frozen):
    """How many records an import read, and what became of them."""

    records: int
    added: int
    known: int
    set_aside: int
    skipped: int

    def to_dict(self) -> dict[str, Any]:
        return {"schema": "revtrack.import/1"} | asdict(self)
