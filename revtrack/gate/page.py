"""What the page of a rule says beside its title: when it holds, why a newsroom cares, and an edit that breaks it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """`old` and `new` are whole, if tiny, articles; an empty `old` is new copy, an empty `new` a removed one."""

    what: str
    why: str
    old: str
    new: str
