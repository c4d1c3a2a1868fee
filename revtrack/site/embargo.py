"""Which revisions a public site shows: published ones, so no drafts and nothing under embargo.

A revision dated in the future is embargoed; so is a text whose front matter says `draft: true`, `status: draft`,
`published: false`, or `embargo:` with a time to come. An embargo that cannot be read never ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revtrack.errors import InputError
from revtrack.model import Claims, Revision
from revtrack.text import front_matter

NEVER = "9999-12-31T23:59:59Z"

_HELD_BACK = {
    "draft": ("true", "yes", "on", "y", "1"),
    "status": ("draft", "embargoed"),
    "published": ("false", "no", "off", "n", "0"),
}


@dataclass(slots=True)
class Embargo:
    """What is published at the time `now`; `waiting` is when the next of the other revisions will be."""

    now: str
    drafts: bool = False
    waiting: str = ""

    def passed(self, revisions: Sequence[Revision]) -> list[Revision]:
        """The revisions that are not dated in the future."""
        return [one for one in revisions if self._is_due(one.time)]

    def passes(self, claims: Claims) -> bool:
        """Whether the text itself does not hold it back."""
        return all(self._is_due(time) for time in _embargoes(claims))

    def _is_due(self, time: str) -> bool:
        if self.drafts or time <= self.now:
            return True
        self.waiting = min(self.waiting or time, time)
        return False


def _embargoes(claims: Claims) -> Iterator[str]:
    """The times until which the front matter of a text holds it back."""
    from revtrack.articles import times

    for name, value in front_matter.entries(claims.text):
        if value.lower() in _HELD_BACK.get(name, ()):
            yield NEVER
        if name in ("embargo", "embargoed_until"):
            try:
                yield times.normalise(value)
            except InputError:
                yield NEVER
