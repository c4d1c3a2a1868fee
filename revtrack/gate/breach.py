"""A breach of a rule before it is a finding: offsets in the new version, and not yet held against the house."""

from __future__ import annotations

from typing import NamedTuple

from revtrack.gate.rules import code_for
from revtrack.model import Change, Diff, Span, Spans


class Breach(NamedTuple):
    """One breach; a change with several labels has a code for each. A mark at any of its places can accept it.

    `number` is the place of its change in the diff, `passage` that of its passage, both from 1; 0 without one.
    """

    codes: tuple[str, ...]
    message: str
    places: Spans
    old: str | None = None
    new: str | None = None
    change: Change | None = None
    number: int = 0
    passage: int = 0

    @property
    def place(self) -> Span:
        return self.places[0]


def of_article(diff: Diff, label: str, message: str, old: str | None = None) -> Breach:
    """A breach by the notices of an article as a whole: shown at its end; a mark anywhere can accept it."""
    end = len(diff.after.text.rstrip())
    return Breach((code_for("notice", label),), message, (Span(end, end), Span(0, end)), old)


def no_notice(diff: Diff) -> Breach:
    """The reminder that readers have not been told."""
    return of_article(diff, "missing", "claims changed, and no new notice tells readers")
