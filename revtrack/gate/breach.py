"""A breach of a rule before it is a finding: offsets in the new version, and not yet held against the house."""

from __future__ import annotations

from dataclasses import dataclass

from revtrack.model import Change, Span, Spans


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach; a change with several labels has a code for each. A mark at any of its places can accept it."""

    codes: tuple[str, ...]
    message: str
    places: Spans
    old: str | None = None
    new: str | None = None
    change: Change | None = None

    @property
    def place(self) -> Span:
        return self.places[0]
