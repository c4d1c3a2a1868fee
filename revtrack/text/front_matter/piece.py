"""A piece of front matter."""

from __future__ import annotations

from revtrack.model import Role
from revtrack.model.named_tuple import NamedTuple


class FrontMatterPiece(NamedTuple):
    """A stretch of front matter: words of the field `key` that readers see, or a line of data without a key."""

    role: Role
    key: str
    start: int
    end: int
