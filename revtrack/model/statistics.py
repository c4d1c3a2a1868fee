"""The ledger of changes in numbers."""

from __future__ import annotations

from typing import Any, ClassVar

from revtrack.model.record import record
from revtrack.model.serialisation import Layout, Serialised


@record
class ChangeCounts(Serialised):
    """Changes with something in common, counted by severity, and how many of them a notice acknowledges."""

    layout: ClassVar[Layout] = Layout(first=("name", "changes"))
    name: str
    high: int = 0
    medium: int = 0
    low: int = 0
    acknowledged: int = 0
    acknowledged_high: int = 0

    @property
    def changes(self) -> int:
        return self.high + self.medium + self.low


@record
class RevisionCount(Serialised):
    """An article and the number of its revisions."""

    article: str
    revisions: int


@record
class TimeToCorrection(Serialised):
    """How long claims stood until a notice acknowledged their change: quartiles in seconds, None without any."""

    layout: ClassVar[Layout] = Layout(renamed=(("lower", "lower_quartile"), ("upper", "upper_quartile")))
    claims: int
    lower: int | None = None
    median: int | None = None
    upper: int | None = None


@record
class Statistics(Serialised):
    """All changes, and the changes by kind, label (`figure value`), month (`2024-10`) and article.

    `labels` count a change once for each of its labels; `articles` are those with most changes, `revised` those with
    most revisions; `revisions` are counted by month, too.
    """

    total: ChangeCounts
    kinds: tuple[ChangeCounts, ...]
    labels: tuple[ChangeCounts, ...]
    months: tuple[ChangeCounts, ...]
    articles: tuple[ChangeCounts, ...]
    revised: tuple[RevisionCount, ...]
    revisions: dict[str, int]
    known: int
    stood: TimeToCorrection

    def to_dict(self) -> dict[str, Any]:
        return {
            "schema": "revtrack.stats/1",
            "articles": self.known,
            "revisions": sum(self.revisions.values()),
            "changes": self.total.to_dict(),
            "kinds": [one.to_dict() for one in self.kinds],
            "labels": [one.to_dict() for one in self.labels],
            "months": [one.to_dict() | {"revisions": self.revisions.get(one.name, 0)} for one in self.months],
            "most_changed": [one.to_dict() for one in self.articles],
            "most_revised": [one.to_dict() for one in self.revised],
            "time_to_correction": self.stood.to_dict(),
        }
