"""The life of a claim over the revisions of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from revtrack.model.changes import Revision
from revtrack.model.claims import AnyClaim
from revtrack.model.names import Became, Kind
from revtrack.model.serialisation import Layout, Serialised


@dataclass(frozen=True, slots=True)
class Stage(Serialised):
    """What a claim was through some revisions, `first` to `last` by number; no `values` where it was gone.

    `values` are more than one where its places disagree; `claims` are those of the first of these revisions.
    """

    first: int
    last: int
    became: Became
    values: tuple[str, ...]
    claims: tuple[AnyClaim, ...]
    acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class Life(Serialised):
    """One claim through the revisions of an article; `latest` are its places in the last of them that has it."""

    layout: ClassVar[Layout] = Layout(first=("kind", "subject", "changed"), omitted=("latest",))
    kind: Kind
    subject: str
    stages: tuple[Stage, ...]
    latest: tuple[AnyClaim, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it was ever anything else, or not there."""
        return len(self.stages) > 1 or self.stages[0].became != "first"


@dataclass(frozen=True, slots=True)
class Origin(Serialised):
    """Where a claim of a version comes from: its places, the revision that brought it, what it was before."""

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
