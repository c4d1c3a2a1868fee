"""Files that are read: by name, or standard input as `-`.

Whatever goes wrong ends in an InputError that names the file and the next step.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from revtrack.errors import InputError

STDIN = "-"


def read(name: str) -> bytes:
    """The bytes of a file or of standard input, up to one more than an article may have; raises InputError."""
    from revtrack.articles.plain_text import MAX_BYTES

    with opened(name) as file:
        try:
            return file.read(MAX_BYTES + 1)
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


def text(name: str) -> str:
    """The decoded text of a file or of standard input; raises InputError."""
    from revtrack.articles.plain_text import decode

    return decode(read(name), "standard input" if name == STDIN else name)
