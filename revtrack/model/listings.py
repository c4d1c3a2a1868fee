"""What an archive answers about its articles: the list of them, and what became of a text that was added."""

from __future__ import annotations

from dataclasses import dataclass

from revtrack.model.change import Revision


@dataclass(frozen=True, slots=True)
class Added:
    """A revision after `add`; `new` is false where these bytes were the latest already."""

    revision: Revision
    new: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """An article, how many revisions it has, and the last of them by time."""

    article: str
    revisions: int
    last: Revision
