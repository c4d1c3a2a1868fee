"""What an archive answers about its articles: the list of them, and what became of a text that was added."""

from __future__ import annotations

from revtrack.model.change import Revision
from revtrack.model.record import Frozen, record


@record
class Added(Frozen):
    """A revision after `add`; `new` is false where these bytes were the latest already."""

    revision: Revision
    new: bool


@record
class Listing(Frozen):
    """An article, how many revisions it has, and the last of them by time."""

    article: str
    revisions: int
    last: Revision
