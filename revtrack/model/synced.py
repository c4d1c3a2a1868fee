"""What came of bringing two copies of a store together."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from revtrack.model.record import Frozen, record


@record
class Synced(Frozen):
    """How many revisions came from the other copy and went to it; both now end with the commit `tip`.

    `repeated` revisions stood in both and count once. `shared` are articles that began in both under one name.
    """

    remote: str
    tip: str
    received: int
    sent: int
    merged: bool = False
    repeated: int = 0
    shared: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {"schema": "revtrack.sync/1"} | asdict(self) | {"shared": list(self.shared)}
