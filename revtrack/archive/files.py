"""Files that are read: by name, or standard input as `-`.

Whatever goes wrong ends in an InputError that names the file and the next step.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from revtrack.errors import InputError

if TYPE_CHECKING:
    from revtrack.intake.documents import Kind, Tracked

STDIN = "-"
_SMALL = 1_000_000  # bytes of an anchor, a time stamp or a certificate, with whatever is around them


def small(name: str) -> bytes:
    """The bytes of a file that people or programs write in a page or two; raises InputError."""
    with opened(name) as file:
        try:
            data = file.read(_SMALL + 1)
        except OSError as error:
            raise _unreadable(name, error) from None
    if len(data) > _SMALL:
        raise InputError(f"{name}: is larger than {_SMALL // 1_000_000} MB: check that it is the right file")
    return data


def read(name: str) -> bytes:
    """The bytes of a file or of standard input, up to one more than a document may have; raises InputError."""
    from revtrack.articles.plain_text import MAX_BYTES

    with opened(name) as file:
        try:
            data = file.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:  # too long for a text
                from revtrack.intake.documents import document_limits

                data += file.read(document_limits.MAX_BYTES + 1 - len(data))
            return data
        except OSError as error:
            raise _unreadable(name, error) from None


@contextmanager
def opened(name: str) -> Iterator[IO[bytes]]:
    """A file to read from, or standard input; raises InputError where it cannot be opened."""
    if name == STDIN:
        if sys.stdin is None:
            raise InputError("standard input is closed: pipe a text into it, or name a file")
        yield sys.stdin.buffer
        return
    try:
        file = open(name, "rb")  # noqa: SIM115  what goes wrong later is not an error of opening it
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None
    with file:
        yield file


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    match error:
        case FileNotFoundError():
            return InputError(f"{name}: no such file: check the name, or use - for standard input")
        case IsADirectoryError():
            return InputError(f"{name}: is a directory: name the files in it, such as {name.rstrip('/')}/*.txt")
        case PermissionError():
            return InputError(f"{name}: permission denied: make it readable (chmod u+r)")
    cause = getattr(error, "strerror", None) or error
    return InputError(f"{name}: cannot be read: {cause}: check the name")


def name(operand: str) -> str:
    """A file's name without its folder, as reports show it."""
    return "standard input" if operand == STDIN else os.path.basename(operand)


def text(name: str, *, kind: Kind | None = None, tracked: Tracked = "accepted") -> str:
    """The text of a file or of standard input, a document as it is read; raises InputError.

    It is of the kind that it looks like, unless one is given.
    """
    from revtrack.archive import texts

    return texts.of(read(name), shown(name), kind=kind, tracked=tracked)


def tracked_pair(name: str, *, kind: Kind | None = None) -> tuple[str, str]:
    """The original and the accepted text of a document with tracked changes; raises InputError where it has none."""
    from revtrack.archive import texts

    data, label = read(name), shown(name)
    accepted = texts.read(data, label, kind=kind)
    if isinstance(accepted, str) or not accepted.has_tracked_changes:
        raise InputError(f"{label}: has no tracked changes: name the other version too")
    return texts.of(data, label, kind=kind, tracked="original"), accepted.text


def shown(name: str) -> str:
    """What messages call a file."""
    return "standard input" if name == STDIN else name
