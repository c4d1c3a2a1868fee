"""Text from outside the store: a file, or standard input named `-`.

Every way a file can fail to be read ends in an InputError that names it and the next step.
"""

from __future__ import annotations

import os
import sys

from revtrack.errors import InputError

STDIN = "-"


def read(name: str) -> bytes:
    """The bytes of a file or of standard input, never many more than an article may have; raises InputError."""
    from revtrack.store.articles import MAX_BYTES

    if name == STDIN:
        if sys.stdin is None:
            raise InputError("standard input: is closed: pipe a text into it, or name a file")
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with open(name, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"{name}: no such file: check the name, or use - for standard input") from None
    except IsADirectoryError:
        raise InputError(f"{name}: is a directory: name the files in it, such as {name.rstrip('/')}/*.txt") from None
    except PermissionError:
        raise InputError(f"{name}: permission denied: make it readable for you (chmod u+r)") from None
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or error
        raise InputError(f"{name}: cannot be read: {cause}: check the name") from None


def name(operand: str) -> str:
    """A file's name without its folder, for readers elsewhere."""
    return "standard input" if operand == STDIN else os.path.basename(operand)


def text(name: str) -> str:
    """The decoded text of a file or of standard input; raises InputError."""
    from revtrack.store.articles import decode

    return decode(read(name), "standard input" if name == STDIN else name)
