"""The weights of a stage, found by the hash of a feature's name: `weights["wsaid"]`, and 0 for what has none.

They are read as they lie in the file, sorted by hash, so that a start unpacks none of a hundred thousand names; a
name that was asked for once is then remembered.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from zlib import adler32, crc32

_KEY = "Q"
_MOST_REMEMBERED = 200_000


class Weights(dict[str, int]):
    """A number for each feature; what is in the dictionary itself is what was asked for so far.

    `compiled` is the same for the compiled loops, once they were asked for a number.
    """

    __slots__ = ("compiled", "hashes", "numbers")

    def __init__(self, hashes: array[int], numbers: array[int]) -> None:
        super().__init__()
        self.hashes, self.numbers = hashes, numbers
        self.compiled: object | None = None

    @classmethod
    def of(cls, weights: Mapping[str, int], form: str = "q") -> Weights:
        """The weights of features by name; raises ValueError where two names have one hash."""
        rows = sorted((_hash(name), number) for name, number in weights.items())
        if len({hashed for hashed, _ in rows}) < len(rows):
            raise ValueError("two features have the same hash: leave one out")
        return cls(array(_KEY, [hashed for hashed, _ in rows]), array(form, [number for _, number in rows]))

    @classmethod
    def read(cls, data: bytes, form: str) -> Weights:
        """The weights that were written with numbers of a form."""
        hashes, numbers = array(_KEY), array(form)
        middle = len(data) // (hashes.itemsize + numbers.itemsize) * hashes.itemsize
        for column, part in ((hashes, data[:middle]), (numbers, data[middle:])):
            column.frombytes(part)
            _little_endian(column)
        return cls(hashes, numbers)

    def written(self) -> bytes:
        """Their bytes, in little-endian order; the inverse of `read`."""
        columns = array(_KEY, self.hashes), array(self.numbers.typecode, self.numbers)
        for column in columns:
            _little_endian(column)
        return b"".join(column.tobytes() for column in columns)

    def __missing__(self, name: str) -> int:
        hashed, hashes = _hash(name), self.hashes
        at = bisect_left(hashes, hashed)
        found = self.numbers[at] if at < len(hashes) and hashes[at] == hashed else 0
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[name] = found
        return found


def _hash(name: str) -> int:
    """Sixty-four bits of a name: the same on every machine, unlike Python's own."""
    data = name.encode()
    return crc32(data) << 32 | adler32(data)


def _little_endian(column: array[int]) -> None:
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        column.byteswap()
