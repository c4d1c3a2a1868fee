"""Lines of a stream, none longer than a limit: what is longer is read to its end and thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

_PIECE = 1 << 20


def of(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """Each line with its end, None for one above the limit."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
        yield None
