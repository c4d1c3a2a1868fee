"""How each change between two versions was acknowledged: by a notice, a mark in the source or a trailer of the commit.

The gate asks this of an edit before it is published, the digest of all that was published since.
"""

from __future__ import annotations

from revtrack.finding import Settlement
from revtrack.gate import review
from revtrack.gate.accept_marks import AcceptMark
from revtrack.gate.breach import Breach
from revtrack.gate.trailers import Trailer
from revtrack.model import Diff


def of(diff: Diff, message: str = "") -> list[Settlement | None]:
    """One for each change, in their order, None where it is silent; `message` is that of the commit."""
    marks, written = _marks(diff), _trailers(message)
    if not (marks or written):  # as a rule
        return [Settlement("notice") if change.acknowledged else None for change in diff.changes]
    return [_settlement(breach, marks, written) for breach in review.of_changes(diff)]


def _settlement(breach: Breach, marks: list[AcceptMark], written: list[Trailer]) -> Settlement | None:
    if breach.change and breach.change.acknowledged:
        return Settlement("notice")
    mark = next((mark for mark in marks if review.covers(mark, breach)), None)
    if mark:
        return Settlement("mark", mark.said.reason)
    trailer = next((one for one in written if set(one.said.codes) & set(breach.codes)), None)
    return Settlement("trailer", trailer.said.reason) if trailer else None


def _marks(diff: Diff) -> list[AcceptMark]:
    if "revtrack:" not in diff.after.text:
        return []
    from revtrack.gate import accept_marks

    return [mark for mark in accept_marks.find(diff.before, diff.after) if not (mark.spent or mark.said.fault)]


def _trailers(message: str) -> list[Trailer]:
    if "accept-change:" not in message.casefold():
        return []
    from revtrack.gate import trailers

    return [trailer for trailer in trailers.find(message) if not trailer.said.fault]
