"""The bytes of a file that may be packed with gzip, bzip2 or xz, read piece by piece, with an eye on bombs.

Gzip can make one byte into a thousand. So there are limits, not on how much comes out, since archives are large, but
on how much more comes out than went in, and on how long a stretch has no line end: what reads lines would keep it all.
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import IO

from revtrack.intake import limits

_PIECE = 1 << 16
_GZIP = b"\x1f\x8b"
_BZIP2, _XZ = b"BZh", b"\xfd7zXZ\0"


class BombError(Exception):
    """What is unpacked is not made to be read."""


DAMAGED = (BombError, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)


class Unpacked:
    """A file's bytes, unpacked where it is packed, through `read` and `close` alone.

    `read` raises BombError past a limit, and zlib.error or EOFError for a damaged file.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._ready = b""
        self._packed = file.peek(2)[:2] == _GZIP if hasattr(file, "peek") else False
        self._rest = b""
        self._begin()
        self._taken = self._given = self._unbroken = 0

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, none at the end."""
        if not self._ready:
            self._ready = self._looked_at(self._unpacked() if self._packed else self._file.read(_PIECE))
        wanted = len(self._ready) if size is None or size < 0 else size
        given, self._ready = self._ready[:wanted], self._ready[wanted:]
        return given

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _begin(self) -> None:
        self._gunzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._begun = False

    def _unpacked(self) -> bytes:
        """The next bytes out of the file; members of gzip stand one after the other."""
        while True:
            if self._gunzip.eof:
                self._rest = (self._gunzip.unused_data + self._rest).lstrip(b"\0")  # tapes are filled up with zeros
                self._begin()
            if not self._rest:
                self._rest = self._file.read(_PIECE)
                self._taken += len(self._rest)
            if not self._rest:
                if self._begun:
                    raise EOFError("ends in the middle of a packed record")
                return b""
            self._begun = True
            found = self._gunzip.decompress(self._rest, _PIECE)
            self._rest = self._gunzip.unconsumed_tail
            if found:
                return found

    def _looked_at(self, piece: bytes) -> bytes:
        self._given += len(piece)
        end = piece.rfind(b"\n")
        self._unbroken = self._unbroken + len(piece) if end < 0 else len(piece) - end - 1
        if self._unbroken > limits.MAX_UNBROKEN:
            raise BombError(f"has {limits.MAX_UNBROKEN // 1_000_000} MB without a line end")
        if self._packed and self._given > limits.FREE and self._given > self._taken * limits.MAX_RATIO:
            raise BombError(f"unpacks to more than {limits.MAX_RATIO} times its size")
        return piece


class UnpackedDump:
    """A file packed with bzip2 or xz, whose streams may stand one after the other, through `read` alone.

    `read` raises BombError past a limit, and one of DAMAGED for a file that is broken.
    """

    def __init__(self, file: IO[bytes], decoder: Callable[[], bz2.BZ2Decompressor | lzma.LZMADecompressor]) -> None:
        self._file = file
        self._make = decoder
        self._decoder = decoder()
        self._taken = self._given = 0
        self._rest = b""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes, none at the end."""
        while True:
            if self._decoder.eof:
                self._rest = self._decoder.unused_data.lstrip(b"\0") or self._file.read(_PIECE)
                if not self._rest:
                    return b""
                self._decoder = self._make()
            elif self._decoder.needs_input and not self._rest:
                self._rest = self._file.read(_PIECE)
                self._taken += len(self._rest)
                if not self._rest:
                    raise EOFError("ends in the middle of what is packed")
            data, self._rest = self._rest, b""
            found = self._decoder.decompress(data, _PIECE if size < 0 else size)
            self._given += len(found)
            if self._given > limits.FREE and self._given > self._taken * limits.MAX_DUMP_RATIO:
                raise BombError(f"unpacks to more than {limits.MAX_DUMP_RATIO:,} times its size")
            if found:
                return found


def unpacked(file: IO[bytes]) -> Unpacked | UnpackedDump:
    """A file's bytes, unpacked as its first ones say."""
    start = file.peek(6)[:6] if hasattr(file, "peek") else b""
    if start.startswith(_BZIP2):
        return UnpackedDump(file, bz2.BZ2Decompressor)
    return UnpackedDump(file, lzma.LZMADecompressor) if start == _XZ else Unpacked(file)
