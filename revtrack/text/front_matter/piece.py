"""A piece of front matter."""

from __future__ import annotations

from typing import NamedTuple

from revtrack.model import Role


class FrontMatterPiece(NamedTuple):
    """A stretch of front matter: words of the field `key` that readers see, or a line of data without a key."""

    role: Role
    key: str
    start: int
    end: int
