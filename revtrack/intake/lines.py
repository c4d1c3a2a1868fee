"""Lines of a stream, none longer than a limit: what is longer is read to its end and thrown away, if it has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from revtrack.errors import InputError
from revtrack.intake import limits

_PIECE = 1 << 20


class LineSource(Protocol):
    """A stream of bytes that gives a line, or as much of it as is asked for."""

    def readline(self, size: int, /) -> bytes:
        """The next line with its end, or its next `size` bytes; nothing at the end."""


def of(stream: LineSource, limit: int, name: str) -> Iterator[bytes | None]:
    """Each line with its end, None for one above the limit; raises InputError where no line end is in sight."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        passed = len(line)
        while line and not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
            passed += len(line)
            if passed > limits.MAX_UNENDED:  # a device, or a pipe that somebody fills for ever
                raise InputError(f"{name}: has {passed // 1_000_000} MB without a line end: write one record per line")
        yield None
