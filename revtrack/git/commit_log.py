"""Commits and the files they changed, read from `git log` as they come.

Fields end with NUL, so that no message or file name can pass for another field, and a commit begins with three,
which stand nowhere else: at most one field in a row is empty. What comes from foreign hands loses its control
characters here: an author cannot paint on the reader's terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from revtrack.git import Repository

_FIELDS = ("", "", "%H %P", "%at %ct %an", "%ae", ":%B")
_START = b"\0\0\0"  # of a commit: the end of the one before, and two empty fields
# Settings of the reader may leave out files or start programs: each is answered by an option.
_OPTIONS = (
    "-z",
    "--raw",
    "--no-abbrev",
    "--diff-merges=combined",
    "--no-show-signature",
    "--no-ext-diff",
    "--no-textconv",
    "--encoding=UTF-8",
    "--format=tformat:" + "%x00".join(_FIELDS),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
TEXT_FILES = ("100644", "100755")


class ChangedFile(NamedTuple):
    """A file as a commit left it; `origin` is its name before, where the commit renamed it.

    `is_new_file` where no parent of the commit had a file of this name or another that became it.
    """

    path: str
    blob: str
    is_new_text: bool
    origin: str | None = None
    is_new_file: bool = False


class Commit(NamedTuple):
    """One commit; its times are seconds after 1970."""

    id: str
    author: str
    email: str
    authored: int
    committed: int
    message: str
    files: tuple[ChangedFile, ...]
    parents: tuple[str, ...] = ()


def read(repository: Repository, revision: str, *options: str, paths: tuple[str, ...] = ()) -> Iterator[Commit]:
    """The commits of a revision or range, in the order git gives; raises StoreError."""
    return map(commit, records(repository, revision, *options, paths=paths))


def records(repository: Repository, revision: str, *options: str, paths: tuple[str, ...] = ()) -> Iterator[bytes]:
    """What git says of each commit, for `commit` to read; raises StoreError."""
    command = ("log", *_OPTIONS, *options, "--end-of-options", revision, "--", *paths)
    return _parted(repository.chunks(*command, settings=("log.showRoot=true",)))


def commit(record: bytes) -> Commit:
    """A commit out of what git says of it."""
    ids, told, email, message, *entries = record.strip(b"\0").split(b"\0")
    id, *parents = ids.decode().split()
    authored, committed, author = told.split(b" ", 2)
    return Commit(
        id,
        clean(author),
        clean(email),
        int(authored or 0),
        int(committed or 0),
        clean(message[1:]),
        tuple(_files(iter(entries))),
        tuple(parents),
    )


def _parted(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The commits of a stream, whatever pieces it comes in."""
    begun: list[bytes] = []
    ends = b""
    for chunk in chunks:
        piece = ends + chunk
        whole = piece.rstrip(b"\0")
        ends = piece[len(whole) :]  # they may be the first of three
        first, *others = whole.split(_START)
        begun.append(first)
        if others:
            yield b"".join(begun)
            yield from others[:-1]
            begun = [others[-1]]
    if any(begun):
        yield b"".join(begun)


def clean(field: bytes) -> str:
    """Text from outside, with tabs and line ends but no other control characters."""
    text = field.decode("utf-8", "replace")
    return text if text.isprintable() else _CONTROLS.sub("", text.replace("\r\n", "\n"))


def is_plain(path: str) -> bool:
    """Whether a file's name can be shown and named: valid UTF-8 without control characters."""
    return not _CONTROLS.search(path) and "\n" not in path and "\t" not in path


def _files(fields: Iterator[bytes]) -> Iterator[ChangedFile]:
    """The files of raw entries and the paths that follow each; an empty field stands before those of a merge."""
    for field in fields:
        entry = field.strip(b"\n").decode()
        file = _file(entry, fields) if entry else None
        if file:
            yield file


def _file(entry: str, fields: Iterator[bytes]) -> ChangedFile | None:
    """The file of a raw entry, None for a deleted one, a link or a submodule; takes its paths from the fields.

    A merge's entry has a colon, a mode and a blob more for each further parent, and one path.
    """
    parents = len(entry) - len(entry.lstrip(":"))
    *parts, status = entry.lstrip(":").split(" ")
    modes, blobs = parts[: parents + 1], parts[parents + 1 :]
    paths = [next(fields).decode("utf-8", "surrogateescape")]
    if parents == 1 and status[0] in "RC":
        paths.append(next(fields).decode("utf-8", "surrogateescape"))
    if modes[-1] not in TEXT_FILES or not is_plain(paths[-1]):
        return None
    origin = paths[0] if len(paths) == 2 else None
    is_new_file = all(not blob.strip("0") for blob in blobs[:-1])
    return ChangedFile(paths[-1], blobs[-1], blobs[-1] not in blobs[:-1], origin, is_new_file)
