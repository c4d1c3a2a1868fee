"""What names an article or a revision, on the command line and in the library.

An article is named by its name, its path, or a part of either that no other article has; the name of a file stands
for the article that `add` made of it. `NAME@REV` is one revision: `story@2`, `story@first`, `story@2024-10-31`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack.errors import UnknownError
from revtrack.model import Revision

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource

FORCED = "article:"
LATEST = "latest"

RevisionOperand = int | str | Revision
"""A number (-1 is the latest), "first", "latest", a date or time, a commit id; of files also "staged", "worktree"."""


def article(source: RevisionSource, name: str) -> str:
    """The article a name stands for; raises UnknownError."""
    try:
        return source.find_article(name.removeprefix(FORCED))
    except UnknownError:
        if os.path.exists(name) and not os.path.isdir(name):
            with suppress(UnknownError):
                return source.find_article(Path(name).stem)
        raise


def revision(source: RevisionSource, name: str | Revision, operand: RevisionOperand | None = None) -> Revision:
    """A revision of an article; without an operand that of `NAME@REV`, or the latest; raises UnknownError."""
    if isinstance(name, Revision):
        return name
    if isinstance(operand, Revision):
        return operand
    if operand is None:
        head, at, tail = name.rpartition("@")
        name, operand = (head, tail) if at else (name, LATEST)
    if not name or operand == "":
        raise UnknownError(f"{name}@{operand}: name an article and a revision: ARTICLE@REV, such as story@2")
    return source.find_revision(article(source, name), str(operand))


def pair(
    source: RevisionSource, name: str, old: RevisionOperand | None, new: RevisionOperand | None
) -> tuple[Revision, Revision]:
    """Two revisions to compare: the last two, `old` and the latest, or those named; raises UnknownError."""
    found = article(source, name)
    if old is None:
        return source.default_pair(found)
    return revision(source, found, old), revision(source, found, LATEST if new is None else new)
