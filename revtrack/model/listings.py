"""What an archive answers about its articles: the list of them, and what became of a text that was added."""

from __future__ import annotations

from revtrack.model.change import Revision
from revtrack.model.record import Frozen, record


@record
class Added(Frozen):
    """A revision after `add`; `new` is false where these bytes were the latest already.

    `stated` is the time that the text gives itself, if that is more than a day from the one of the revision.
    """

    revision: Revision
    new: bool
    stated: str = ""


@record
class Listing(Frozen):
    """An article, how many revisions it has, and the last of them by time."""

    article: str
    revisions: int
    last: Revision
