"""What the tests of changes share: two versions in, what an editor is told out."""

from __future__ import annotations

import revtrack
from revtrack.model import Change

Told = tuple[str, str]


def compared(old: str, new: str, kind: str | None = None) -> list[Change]:
    """The changes, of one kind if it is named."""
    return [change for change in revtrack.compare(old, new).changes if kind in (None, change.kind)]


def told(old: str, new: str, kind: str | None = None) -> list[Told]:
    """Kind and labels, and the severity, of every change."""
    return [(f"{change.kind}/{','.join(change.labels)}", change.severity) for change in compared(old, new, kind)]


def messages(old: str, new: str, kind: str | None = None) -> list[str]:
    return [change.message for change in compared(old, new, kind)]
