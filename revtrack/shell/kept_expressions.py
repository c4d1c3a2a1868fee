"""Expressions that earlier commands compiled, kept in the user's cache folder: compiling takes longer than reading.

    ~/.cache/revtrack/expressions-cpython-311

What is kept is what Python's `re` makes of a pattern for its engine, the same whatever is read: under the pattern and
its flags lies the program, and no word of an article. `re` has no public way to hand it over, so its compiler runs with
an engine that gives back what it was told; where that fails, as in another Python, `re.compile` does all.

The file belongs to one build of Python and is trusted as Python trusts the `.pyc` files beside a module: it must be the
user's own, which nobody else may write, and whole by its checksum. The engine checks every program before it takes it
as well ("invalid SRE code").
"""

from __future__ import annotations

import marshal
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from types import FunctionType
from typing import Any

from revtrack.index import user_folder
from revtrack.text import expressions

MOST = 1 << 23  # bytes that a file may have
MOST_PROGRAMS = 2_000  # before those of older releases are dropped; all of one are some 500
_CHECKSUM = 4  # bytes
_NAME = f"expressions-{sys.implementation.cache_tag}"
# Nothing of it is promised: whatever is asked of it may fail.
_COMPILER: Any = getattr(re, "_compiler", None)
_FAILURES = (AttributeError, TypeError, ValueError, EOFError, RuntimeError, OverflowError)

Key = tuple[str, int]


@contextmanager
def in_use() -> Iterator[None]:
    """Take expressions from where they are kept; in the end, keep those that had to be compiled."""
    kept = KeptExpressions()
    expressions.compiled = kept.compiled
    try:
        yield
    finally:
        expressions.compiled = re.compile
        kept.keep()


class KeptExpressions:
    """The programs of earlier commands, read when the first is asked for, and the new ones of this."""

    def __init__(self) -> None:
        self._new: dict[Key, bytes] = {}

    def compiled(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """What `re.compile` gives."""
        key = pattern, int(flags)
        try:
            program = self._kept.get(key) or self._new.get(key)
            told = marshal.loads(program) if program else _told(*key)
            found: re.Pattern[str] = _COMPILER._sre.compile(*told)
            if not program:
                self._new[key] = marshal.dumps(told)
        except _FAILURES:
            return re.compile(pattern, flags)
        return found

    def keep(self) -> None:
        """Write the new programs beside those that are kept by now; whoever may not write does without."""
        if not self._new:
            return
        with suppress(OSError):
            folder = user_folder.made()
            if folder:
                path = os.path.join(folder, _NAME)
                programs = {**_read(path), **self._new}
                _write(path, programs if len(programs) <= MOST_PROGRAMS else self._new)

    @cached_property
    def _kept(self) -> dict[Key, bytes]:
        folder = user_folder.place()
        return _read(os.path.join(folder, _NAME)) if folder else {}


class _Listener:
    """An engine that gives back what it is told."""

    @staticmethod
    def compile(*told: object) -> tuple[object, ...]:
        return told


def _told(pattern: str, flags: int) -> tuple[Any, ...]:
    """What `re` tells its engine of a pattern, as plain values: numbers that have names are numbers."""
    ask = FunctionType(_COMPILER.compile.__code__, {**vars(_COMPILER), "_sre": _Listener})
    return tuple(
        list(map(int, value)) if isinstance(value, list) else int(value) if isinstance(value, int) else value
        for value in ask(pattern, flags)
    )


def _read(path: str) -> dict[Key, bytes]:
    """The programs in a file; none where it is missing, damaged, of another Python, or not the user's own."""
    data, head = b"", _head()
    with suppress(OSError), open(path, "rb", opener=_opened) as file:
        if _is_own(os.fstat(file.fileno())):
            data = file.read(MOST)
    written, data = data[:_CHECKSUM], data[_CHECKSUM:]
    if not data.startswith(head) or written != _checksum(data):
        return {}
    try:
        programs: dict[Key, bytes] = marshal.loads(data[len(head) :])
    except _FAILURES:
        return {}
    return programs


def _write(path: str, programs: dict[Key, bytes]) -> None:
    """Put a file in its place whole: a command beside this one reads the old or the new."""
    data = _head() + marshal.dumps(programs)
    made = f"{path}-{os.getpid()}"
    try:
        with open(made, "xb", opener=_opened) as file:
            file.write(_checksum(data) + data)
        os.replace(made, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(made)


def _head() -> bytes:
    """What a program depends on beside its pattern."""
    engine = _COMPILER._sre
    return f"{sys.version} {sys.byteorder} {engine.MAGIC} {engine.CODESIZE}\n".encode()


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_CHECKSUM, "big")


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o600)  # waits for no pipe that lies there


def _is_own(file: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):
        return True
    return stat.S_ISREG(file.st_mode) and file.st_uid == os.geteuid() and not file.st_mode & 0o022
