"""Which revisions a public site shows: published ones, so no drafts and nothing under embargo.

A revision dated in the future is embargoed; so is a text whose front matter does not leave it surely public
(`revtrack.gate.publication`), or that is not published by the rules of its house.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.gate import house, publication
from revtrack.gate.house import House
from revtrack.model import Claims, Revision


@dataclass(slots=True)
class Embargo:
    """What is published at the time `now`; `waiting` is when the next of the other revisions will be."""

    now: str
    rules: House
    drafts: bool = False
    waiting: str = ""

    def passed(self, revisions: Sequence[Revision]) -> list[Revision]:
        """The revisions that are not dated in the future."""
        return [one for one in revisions if self._is_due(one.time)]

    def passes(self, claims: Claims) -> bool:
        """Whether the text itself does not hold it back."""
        times = list(publication.held_until(claims.text))
        if not house.is_published(self.rules, claims.text, "", self.now).holds:
            times = times or [publication.NEVER]
        return all(self._is_due(time) for time in times)

    def _is_due(self, time: str) -> bool:
        if self.drafts or time <= self.now:
            return True
        self.waiting = min(self.waiting or time, time)
        return False
