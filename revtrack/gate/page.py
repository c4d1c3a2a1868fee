"""What is told of a rule beside its title: when it holds, why a newsroom cares, and an edit that breaks it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """`old` and `new` are whole, if tiny, articles; an empty `old` is new copy, an empty `new` one taken out."""

    what: str
    why: str
    old: str
    new: str
