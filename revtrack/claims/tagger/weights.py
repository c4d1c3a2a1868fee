"""The weights of a stage, found by the hash of a feature's name: `weights["wsaid"]`, and 0 for what has none.

They are read as they lie in the file, sorted by hash, so that a start unpacks none of a hundred thousand numbers; long
texts do.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from zlib import adler32, crc32

_KEY = "Q"
# So many features of short texts are searched for; one more, and a table of all is worth its making.
_FEW = 20_000
_MOST_SUMS = 10_000


class Weights:
    """A number for each feature, and 0 for what is none.

    `compiled` is the same for the compiled loops, once they were asked for a number; `sums` and `rows` are what the
    loops in Python keep.
    """

    __slots__ = ("_found", "_met", "compiled", "hashes", "numbers", "rows", "sums")

    def __init__(self, hashes: array[int], numbers: array[int]) -> None:
        self.hashes, self.numbers = hashes, numbers
        self.compiled: object | None = None
        self.sums: list[FamilySums] = []
        self.rows: dict[str, tuple[int, ...]] = {}
        self._met: dict[str, int] = {}
        self._found: dict[int, int] = {}

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

    def __getitem__(self, name: str) -> int:
        return self.sum((name,))

    def sum(self, names: Iterable[str]) -> int:
        """What the numbers of some features add up to."""
        if not self._found:
            return sum(map(self._searched, names))
        number, total = self._found.get, 0
        for name in names:
            data = name.encode()
            total += number(crc32(data) << 32 | adler32(data), 0)
        return total

    def _searched(self, name: str) -> int:
        """The number of a feature while only a few were asked for."""
        found = self._met.get(name)
        if found is None:
            hashed, hashes = _hash(name), self.hashes
            at = bisect_left(hashes, hashed)
            found = self._met[name] = self.numbers[at] if at < len(hashes) and hashes[at] == hashed else 0
            if len(self._met) > _FEW:
                self._found = dict(zip(hashes, self.numbers, strict=True))
                self._met = {}
        return found


class FamilySums(dict[tuple[str, ...], int]):
    """What the features that are made of the same strings add up to, by these strings."""

    __slots__ = ("_family", "_weights")

    def __init__(self, weights: Weights, family: Callable[..., tuple[str, ...]]) -> None:
        super().__init__()
        self._weights, self._family = weights, family

    def __missing__(self, key: tuple[str, ...]) -> int:
        if len(self) >= _MOST_SUMS:
            self.clear()
        self[key] = found = self._weights.sum(self._family(*key))
        return found


def _hash(name: str) -> int:
    """Sixty-four bits of a name: the same on every machine, unlike Python's own."""
    data = name.encode()
    return crc32(data) << 32 | adler32(data)


def _little_endian(column: array[int]) -> None:
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        column.byteswap()
