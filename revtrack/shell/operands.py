"""What the words on a command line stand for: an article, a revision of it, or a file.

An operand that names an existing file is a file; `article:NAME` forces the article. `NAME@REV` is one
revision of it: `story@2`, `story@first`, `story@2024-10-31`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack.errors import InputError, RefusedError, RevtrackError, UnknownError
from revtrack.shell import inputs

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Revision
    from revtrack.store import Store

FORCED = "article:"


@dataclass(frozen=True, slots=True)
class Version:
    """One text to look at, and unless it came from a file the revision it is and the archive that has it."""

    text: str
    revision: Revision | None = None
    source: RevisionSource | None = None


def archive(named: str | None, *, sync: bool = True) -> RevisionSource:
    """The store named by the user, or the nearest one upwards from the current folder; raises StoreError."""
    from revtrack.archive.discovery import find

    return find(Path.cwd(), named, sync=sync)


def own_store(named: str | None) -> Store:
    """The store, where a newsroom's own repository would not do; raises StoreError, RefusedError."""
    from revtrack.store import Store

    found = archive(named)
    if not isinstance(found, Store):
        raise RefusedError(f"{found.path}: is a Git repository of your own: `git fsck` and `git gc` look after it")
    return found


def is_file(operand: str) -> bool:
    """Whether an operand names something that can be read as a file, pipes included."""
    return operand == inputs.STDIN or (os.path.exists(operand) and not os.path.isdir(operand))


def article(source: RevisionSource, operand: str) -> str:
    """The slug or path of an article; a file's name stands for the article `add` made of it; raises UnknownError."""
    try:
        return source.find_article(operand.removeprefix(FORCED))
    except UnknownError:
        if is_file(operand):
            with suppress(UnknownError):
                return source.find_article(Path(operand).stem)
        raise


def revision(source: RevisionSource, operand: str) -> Revision:
    """The revision `NAME@REV` stands for, the latest of `NAME`; raises UnknownError."""
    name, at, wanted = operand.rpartition("@")
    if not at:
        name, wanted = operand, "latest"
    if not name or not wanted:
        raise UnknownError(f"{operand}: an article and a revision are needed: write ARTICLE@REV, such as story@2")
    return source.find_revision(article(source, name), wanted)


def version(operand: str, store: str | None) -> Version:
    """The text of a file, of standard input, or of a revision; raises RevtrackError."""
    if is_file(operand):
        return Version(inputs.text(operand))
    try:
        source = archive(store)
        found = revision(source, operand)
    except RevtrackError as error:
        if os.path.isdir(operand):
            raise InputError(f"{operand}: is a directory: name a file or an article") from error
        if operand.startswith(FORCED):
            raise
        raise type(error)(f"{operand}: no such file, and {str(error).removeprefix(f'{operand}: ')}") from error
    return stored(source, found)


def stored(source: RevisionSource, revision: Revision) -> Version:
    """A revision and its text; raises InputError where its bytes are no text."""
    return Version(decoded(revision, source.read(revision)), revision, source)


def decoded(revision: Revision, data: bytes) -> str:
    """The text of a revision's bytes; raises InputError where they are none."""
    from revtrack.articles.plain_text import decode

    return decode(data, f"{revision.article}@{revision.number}")
