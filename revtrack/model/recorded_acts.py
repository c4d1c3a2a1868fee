"""What was done to articles of a store beside adding to them: a revision taken back, an article renamed or joined."""

from __future__ import annotations

from typing import Any

from revtrack.model.change import Revision
from revtrack.model.record import Frozen, record


@record
class RecordedAct(Frozen):
    """One act: `kind` is "undo", "rename" or "join"; `name` is what the article is called since, or was joined to.

    `revision` is the one that an undo took back, None where it took back another act. Its number is 0.
    """

    kind: str
    article: str
    name: str
    commit: str
    time: str
    by: str
    note: str
    revision: Revision | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "article": self.article,
            "name": self.name or None,
            "commit": self.commit,
            "time": self.time,
            "by": self.by,
            "note": self.note,
            "revision": self.revision and self.revision.to_dict(),
        }
