"""Lines of a stream, none longer than a limit: what is longer is read to its end and thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

_PIECE = 1 << 20


class LineSource(Protocol):
    """A stream of bytes that gives a line, or as much of it as is asked for."""

    def readline(self, size: int, /) -> bytes:
        """The next line with its end, or its next `size` bytes; nothing at the end."""


def of(stream: LineSource, limit: int) -> Iterator[bytes | None]:
    """Each line with its end, None for one above the limit."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
        yield None
