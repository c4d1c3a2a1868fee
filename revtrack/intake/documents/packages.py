"""The parts of a zip package (.docx, .odt), unpacked within limits and never onto the disk.

Sizes that a package states are not believed: each part is unpacked piece by piece, and stops being unpacked as soon as
it is larger than a limit allows.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection

from revtrack.errors import InputError
from revtrack.intake.documents import document_limits as limits

_PIECE = 1 << 16
_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """A package's parts by their names."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises InputError for what is not a zip package, or one that is damaged or has too many parts."""
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED:
            raise self._damaged() from None
        self.parts: Collection[str] = {part.filename for part in self._zip.infolist()}
        if len(self._zip.infolist()) > limits.MAX_FILES:
            raise InputError(f"{name}: holds more than {limits.MAX_FILES:,} files: it is not an article, leave it out")

    def read(self, part: str) -> bytes:
        """The bytes of one part, none where there is no such part; raises InputError past a limit."""
        if part not in self.parts:
            return b""
        found = self._zip.getinfo(part)
        if found.flag_bits & _ENCRYPTED:
            raise InputError(f"{self._name}: is protected by a password: save a copy without one")
        pieces, size = [], 0
        try:
            with self._zip.open(found) as stream:
                while piece := stream.read(_PIECE):
                    size += len(piece)
                    if size > limits.MAX_UNPACKED:
                        most = limits.MAX_UNPACKED // 1_000_000
                        raise InputError(f"{self._name}: unpacks to more than {most} MB of text and markup: split it")
                    if size > limits.FREE and size > limits.MAX_RATIO * max(found.compress_size, 1):
                        raise InputError(
                            f"{self._name}: unpacks to more than {limits.MAX_RATIO} times its size, "
                            "as files made to do harm do: save it anew from the program that wrote it"
                        )
                    pieces.append(piece)
        except _DAMAGED:
            raise self._damaged() from None
        return b"".join(pieces)

    def _damaged(self) -> InputError:
        return InputError(f"{self._name}: is damaged (its zip package cannot be unpacked): save or download it anew")
