"""The life of a claim over the revisions of an article."""

from __future__ import annotations

from typing import Any, ClassVar

from revtrack.model.change import Revision
from revtrack.model.claim import AnyClaim
from revtrack.model.closed_lists import Became, Kind
from revtrack.model.record import record
from revtrack.model.serialisation import Layout, Serialised


@record
class Stage(Serialised):
    """The state of a claim from revision `first` to `last`; without `values` where it was absent.

    There are several `values` where its places disagree; `claims` are those of the first of these revisions.
    """

    first: int
    last: int
    became: Became
    values: tuple[str, ...]
    claims: tuple[AnyClaim, ...]
    acknowledged: bool = False


@record
class Life(Serialised):
    """One claim through the revisions of an article; `latest` are its places in the last revision that has it."""

    layout: ClassVar[Layout] = Layout(first=("kind", "subject", "changed"), omitted=("latest",))
    kind: Kind
    subject: str
    stages: tuple[Stage, ...]
    latest: tuple[AnyClaim, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it ever had another value, or was absent."""
        return len(self.stages) > 1 or self.stages[0].became != "first"


@record
class Origin(Serialised):
    """Where a claim of a version comes from: its places, the revision that introduced it, its state before."""

    life: Life
    stage: Stage
    claims: tuple[AnyClaim, ...]
    revision: Revision
    before: Stage | None

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.life.kind,
            "subject": self.life.subject,
            "values": list(self.stage.values),
            "became": self.stage.became,
            "acknowledged": self.stage.acknowledged,
            "claims": [claim.to_dict() for claim in self.claims],
            "revision": self.revision.to_dict(),
            "before": self.before and self.before.to_dict(),
        }
