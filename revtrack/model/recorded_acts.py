"""What was done to articles of a store beside adding to them: a revision taken back, an article renamed or joined,
the page of a revision saved by others."""

from __future__ import annotations

from typing import Any

from revtrack.model.change import Revision
from revtrack.model.record import Frozen, record


@record
class RecordedAct(Frozen):
    """One act: `kind` is "undo", "rename", "join" or "capture"; `name` is what the article is called since, or was
    joined to, or the address at which the page of a revision was saved.

    `of` is the commit of that revision, or the one that an undo took back, and `revision` what that was, with 0 as its
    number, or None for an act.
    """

    kind: str
    article: str
    name: str
    commit: str
    time: str
    by: str
    note: str
    of: str = ""
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
            "of": self.of or None,
            "revision": self.revision and self.revision.to_dict(),
        }
