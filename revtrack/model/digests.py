"""A digest: what changed in a period in what readers had been told, silently or acknowledged."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from revtrack.model.archive_answers import Unread
from revtrack.model.closed_lists import Kind, Label, Severity
from revtrack.model.record import Frozen, record
from revtrack.model.serialisation import Layout, Serialised

Acknowledgement = Literal["silent", "notice", "mark", "trailer", "update"]
"""How a change was acknowledged, if it was; an update is developing news, for which no notice is due."""

ACKNOWLEDGED: tuple[Acknowledgement, ...] = ("notice", "mark", "trailer")


@record
class DigestChange(Serialised):
    """A serious change of a published article.

    `change` is its number in the diff of revisions `old` and `new`; `before` and `after` are its words among those of
    their sentences; `reason` is that of a mark or trailer.
    """

    layout: ClassVar[Layout] = Layout(renamed=(("by", "author"),))
    article: str
    headline: str
    desk: str
    by: str
    old: int
    new: int
    time: str
    change: int
    kind: Kind
    labels: tuple[Label, ...]
    severity: Severity
    message: str
    before: str | None
    after: str | None
    acknowledgement: Acknowledgement
    reason: str = ""


@record
class DeskCount(Serialised):
    """The changes of one author at one desk, counted; either may be unknown and empty."""

    layout: ClassVar[Layout] = Layout(renamed=(("by", "author"),))
    desk: str
    by: str
    silent: int
    acknowledged: int
    updates: int


@record
class Digest(Frozen):
    """The changes of a period, gravest first, then by time; `minor` counts those that are not listed.

    `articles` were revised, `revisions` published in it; `left_out` are those that are not texts.
    """

    since: str
    until: str
    articles: int
    revisions: int
    changes: tuple[DigestChange, ...]
    minor: int
    left_out: tuple[Unread, ...] = ()

    @property
    def silent(self) -> tuple[DigestChange, ...]:
        """What no notice, mark or trailer mentions."""
        return tuple(one for one in self.changes if one.acknowledgement == "silent")

    @property
    def acknowledged(self) -> tuple[DigestChange, ...]:
        """What a notice, a mark or a trailer mentions."""
        return tuple(one for one in self.changes if one.acknowledgement in ACKNOWLEDGED)

    @property
    def updates(self) -> tuple[DigestChange, ...]:
        """Running counts that went on."""
        return tuple(one for one in self.changes if one.acknowledgement == "update")

    @property
    def desks(self) -> tuple[DeskCount, ...]:
        """The changes of each author at each desk, by their names."""
        groups = sorted({(one.desk, one.by) for one in self.changes})
        return tuple(DeskCount(desk, by, *self._counted(desk, by)) for desk, by in groups)

    def _counted(self, desk: str, by: str) -> tuple[int, int, int]:
        own = [one.acknowledgement for one in self.changes if (one.desk, one.by) == (desk, by)]
        silent, updates = own.count("silent"), own.count("update")
        return silent, len(own) - silent - updates, updates

    def to_dict(self) -> dict[str, Any]:
        return {
            "schema": "revtrack.digest/1",
            "since": self.since,
            "until": self.until,
            "articles": self.articles,
            "revisions": self.revisions,
            "minor": self.minor,
            "desks": [one.to_dict() for one in self.desks],
            "silent": [one.to_dict() for one in self.silent],
            "acknowledged": [one.to_dict() for one in self.acknowledged],
            "updates": [one.to_dict() for one in self.updates],
        }
