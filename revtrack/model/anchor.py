"""What an archive was at a time."""

from __future__ import annotations

from revtrack.model.record import Frozen, record


@record
class Anchor(Frozen):
    """The last commit of an archive, how many revisions led to it, when that was noted, and a SHA-256 over all."""

    tip: str
    revisions: int
    time: str
    digest: str
