"""The items of a JSON array, one at a time, however the file is laid out.

`[{...}, {...}]` on one line or many, several arrays one behind the other, as tools write that fetch page by page, or an
object alone. No more than one item is held in memory.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO, Any

from revtrack.intake import limits
from revtrack.intake.records import Skipped

_PIECE = 1 << 16
_BETWEEN = " \t\r\n,"


def read(stream: IO[bytes], name: str) -> Iterator[tuple[str, Any] | Skipped]:
    """Each item with its place, `posts.json:17` for the seventeenth; what cannot be read ends the file."""
    source = _Characters(stream)
    decoder = json.JSONDecoder()
    number, is_inside = 0, False
    while True:
        mark = source.mark()
        if not mark:
            if is_inside:
                yield Skipped(f"{name}:{number + 1}", "the file ends in the middle of a list: fetch it again")
            return
        if mark == "[" and not is_inside:
            is_inside = True
            source.drop(1)
        elif mark == "]" and is_inside:
            is_inside = False
            source.drop(1)
        else:
            number += 1
            place = f"{name}:{number}"
            try:
                value = source.value(decoder)
            except (ValueError, RecursionError) as error:
                reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
                yield Skipped(place, f"the rest of the file is not read: it is not JSON ({reason[:200]})")
                return
            yield place, value


class _Characters:
    """The characters of a stream that have not been used."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._held = ""
        self._at = 0
        self._is_over = False

    def mark(self) -> str:
        """The next character that is neither white space nor a comma, empty at the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _BETWEEN:
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if self._is_over:
                return ""
            self._more(_PIECE)

    def drop(self, count: int) -> None:
        """Pass over some characters."""
        self._at += count

    def value(self, decoder: json.JSONDecoder) -> Any:
        """The JSON value that begins here; raises ValueError, RecursionError."""
        size = _PIECE
        while True:
            try:
                value, end = decoder.raw_decode(self._held, self._at)
                if end < len(self._held) or self._is_over or not isinstance(value, int | float):  # 12 may go on as 123
                    self._at = end
                    return value
            except ValueError:
                if self._is_over:
                    raise
            if len(self._held) - self._at > limits.MAX_LINE:
                raise ValueError(f"a value is larger than {limits.MAX_LINE // 1_000_000} MB, or broken")
            self._more(size)
            size *= 2  # so that what is tried again and again stays within twice of what is read

    def _more(self, size: int) -> None:
        data = self._stream.read(size)
        self._is_over = not data
        self._held = self._held[self._at :] + self._decoder.decode(data, self._is_over)
        self._at = 0
