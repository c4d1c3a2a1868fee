"""Operands that are files or articles: the name of an existing file is a file, `article:NAME` forces the article."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import revtrack
from revtrack.archive import files, operands
from revtrack.errors import InputError, RevtrackError

if TYPE_CHECKING:
    from revtrack.archive.archive import Archive
    from revtrack.intake.documents import Kind, Tracked
    from revtrack.model import Claims, Diff, Revision

FORCED = "article:"


def is_file(operand: str) -> bool:
    """Whether an operand names something that can be read as a file, pipes included."""
    return operand == files.STDIN or (os.path.exists(operand) and not os.path.isdir(operand))


def claims(operand: str, store: str | None, kind: Kind | None = None, tracked: Tracked | None = None) -> Claims:
    """The claims of a file, of standard input, or of a revision; raises RevtrackError."""
    if is_file(operand):
        return revtrack.extract(files.text(operand, kind=kind, tracked=tracked or "accepted"))
    if kind or tracked:
        raise InputError(f"{operand}: no such file: check the name; --as-type and --tracked are for files only")
    try:
        archive = revtrack.open(store)
        revision = archive.revision(operand)
    except RevtrackError as error:
        if os.path.isdir(operand):
            raise InputError(f"{operand}: is a directory: name a file or an article") from error
        if operand.startswith(FORCED) or not operand.strip():
            raise
        raise type(error)(f"{operand}: no such file, and {str(error).removeprefix(f'{operand}: ')}") from error
    return archive.claims(revision)


def diff(article: str, old: str | None, new: str | None, store: str | None) -> Diff:
    """The diff of two files, or of two revisions of an article; raises RevtrackError."""
    if are_files(article, old, new):
        return compared(article, old or "")
    archive, (before, after) = revisions(article, old, new, store)
    return archive.diff(before.article, before, after)


def revisions(
    article: str, old: str | None, new: str | None, store: str | None
) -> tuple[Archive, tuple[Revision, Revision]]:
    """The archive, and the two revisions of an article in it that a diff is asked of; raises RevtrackError."""
    try:
        archive = revtrack.open(store)
        return archive, operands.pair(archive.source, article, old, new)
    except RevtrackError as error:
        missing = (old if is_file(article) else article) or ""
        is_name_of_file = "." in missing or os.sep in missing
        if new or not is_name_of_file or not (is_file(article) or is_file(old or "")):
            raise
        raise type(error)(
            f"{missing}: no such file (two files: `revtrack compare {article} {old}`), and {error}"
        ) from error


def compared(old_file: str, new_file: str, kind: Kind | None = None, tracked: Tracked = "accepted") -> Diff:
    """The diff of two files; `kind` is that of standard input, or else of both files; raises InputError."""
    if old_file == new_file == files.STDIN:
        raise InputError("only one of the two can be standard input: name a file for the other")
    names = (old_file, new_file)
    typed = {files.STDIN} if files.STDIN in names else set(names)
    old, new = (files.text(name, kind=kind if name in typed else None, tracked=tracked) for name in names)
    return revtrack.compare(old, new)


def are_files(article: str, old: str | None, new: str | None) -> bool:
    """Whether two operands, and no third, name files to compare."""
    return bool(old and not new and is_file(article) and is_file(old))
