"""What names an article or a revision, on the command line and in the library.

An article is named by its name, its path, or a part of either that no other article has; the name of a file stands
for the article that `add` made of it. `NAME@REV` is one revision: `story@2`, `story@first`, `story@2024-10-31`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from revtrack.errors import InputError, UnknownError
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
            from pathlib import Path  # takes as long to load as three modules of the reading

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
        if at and not name:
            raise _incomplete(name, operand)
    return _of_article(source, article(source, name), operand)


def _of_article(source: RevisionSource, found: str, operand: RevisionOperand) -> Revision:
    """A revision of an article that was found before; raises UnknownError."""
    if isinstance(operand, Revision):
        return operand
    if operand == "":
        raise _incomplete(found, operand)
    return source.find_revision(found, str(operand))


def _incomplete(name: str, operand: RevisionOperand) -> UnknownError:
    return UnknownError(f"{name}@{operand}: name an article and a revision: ARTICLE@REV, such as story@2")


def pair(
    source: RevisionSource, name: str, old: RevisionOperand | None, new: RevisionOperand | None
) -> tuple[Revision, Revision]:
    """Two revisions to compare: the last two, `old` and the latest, or those named; raises UnknownError, InputError.

    `story@1 story@3` names both; the two have to be of one article.
    """
    try:
        found, first = article(source, name), None
    except UnknownError:
        head, at, first = name.rpartition("@")
        if not at:
            raise
        found = article(source, head)
    if first is not None:
        if new is not None:
            raise InputError(f"{name} {old} {new}: names three revisions: name two, such as {found} {old} {new}")
        return _of_article(source, found, first), _of_article(source, found, _second(source, found, old))
    if old is None:
        return source.default_pair(found)
    return _of_article(source, found, old), _of_article(source, found, LATEST if new is None else new)


def _second(source: RevisionSource, found: str, operand: RevisionOperand | None) -> RevisionOperand:
    """The revision of an article that `3`, or `story@3`, stands for; the latest without any."""
    head, at, tail = operand.rpartition("@") if isinstance(operand, str) else ("", "", "")
    if not at:
        return LATEST if operand is None else operand
    other = article(source, head)
    if other != found:
        raise InputError(
            f"{found} and {other} are two articles: save their texts with `revtrack show`, and use `revtrack compare`"
        )
    return tail
