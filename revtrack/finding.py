"""A finding of the gate: a change in an article that has to be acknowledged, and whether it was.

A finding points into the new version; lines and columns count from 1, columns in code points.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from revtrack.model import Severity

Way = Literal["notice", "mark", "trailer"]
"""How an edit acknowledges a change: a notice to readers, a mark in the source, or a trailer of the commit message."""


class Rewordings(NamedTuple):
    """How many sentences without a claim an edit of an article reworded, added and removed; `command` shows them."""

    path: str
    reworded: int
    added: int
    removed: int
    command: str

    def to_dict(self) -> dict[str, Any]:
        return {"path": self.path, "reworded": self.reworded, "added": self.added, "removed": self.removed}


class Settlement(NamedTuple):
    """How a finding was acknowledged; a notice needs no reason besides its own words."""

    by: Way
    reason: str = ""


class Finding(NamedTuple):
    """One breach of one rule; `old` and `new` are the words around it, `action` says what to do.

    `advice` never blocks a commit, `blocks` says whether it does. `end` is the last line and the column after the last
    character. `change` is the number of its change in the diff, `passage` that of the changed sentence; 0 without one.
    """

    code: str
    severity: Severity
    title: str
    path: str
    line: int
    column: int
    end: tuple[int, int]
    message: str
    action: str
    old: str | None = None
    new: str | None = None
    settled: Settlement | None = None
    advice: bool = False
    change: int = 0
    passage: int = 0
    blocks: bool = False

    def to_dict(self) -> dict[str, Any]:
        settled = self.settled and {"by": self.settled.by, "reason": self.settled.reason}
        return {
            "code": self.code,
            "severity": self.severity,
            "title": self.title,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_line": self.end[0],
            "end_column": self.end[1],
            "message": self.message,
            "old": self.old,
            "new": self.new,
            "action": self.action,
            "settled": settled,
            "advice": self.advice,
            "change": self.change or None,
        }
