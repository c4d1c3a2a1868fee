"""Whether the packed streams of a PDF unpack to more than a document needs, found before anything else is done with it.

PDFium would unpack a stream of a few kilobytes into a gigabyte. Pictures are not unpacked for their text, and are left
out.
"""

from __future__ import annotations

import re
import zlib
from itertools import islice

from revtrack.errors import InputError
from revtrack.intake.documents import document_limits as limits

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 600  # bytes in front of a stream in which its dictionary stands
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_TWICE = re.compile(rb"/(?:FlateDecode|Fl)\b[\s/]+(?:\w+[\s/]+)*?(?:FlateDecode|LZWDecode|Fl)\b")
_FIRST_PIECE, _PIECE = 1 << 12, 1 << 20  # a file may have a hundred thousand streams of ten bytes
_MOST_OPEN = 100  # streams that never end: PDFium reads to the end of the file after each


def check(data: bytes, name: str) -> None:
    """Raise InputError for a PDF that unpacks past a limit, or would be read over and over."""
    total = 0
    last = min(data.rfind(b"endstream"), data.rfind(b"endobj"))
    if sum(1 for _ in islice(_STREAM.finditer(data, max(last, 0)), _MOST_OPEN + 2)) > _MOST_OPEN + 1:
        raise InputError(f"{name}: is damaged (its streams never end): save or download it anew")
    for match in _STREAM.finditer(data):
        begin = data.rfind(b" obj", max(0, match.start() - _DICTIONARY), match.start())
        head = data[max(begin, 0, match.start() - _DICTIONARY) : match.start()]
        if data[max(0, match.start() - 3) : match.start()] == b"end" or _PICTURE.search(head):
            continue
        if _TWICE.search(head):
            raise InputError(f"{name}: has a stream packed twice, as files made to do harm do: save it anew as PDF")
        if b"Fl" not in head:
            continue
        size = _unpacked(data, match.end(), limits.MAX_PDF_STREAM)
        total += size
        if size > limits.MAX_PDF_STREAM or total > limits.MAX_PDF_STREAMS:
            most = (limits.MAX_PDF_STREAM if size > limits.MAX_PDF_STREAM else limits.MAX_PDF_STREAMS) // 1_000_000
            raise InputError(f"{name}: unpacks to more than {most} MB: save the pages you need as a PDF of their own")


def _unpacked(data: bytes, start: int, most: int) -> int:
    """How many bytes come out of a packed stream; counting stops above `most`, and where it is damaged."""
    unpacker = zlib.decompressobj()
    size, position, rest, piece = 0, start, b"", _FIRST_PIECE
    try:
        while not unpacker.eof and size <= most:
            if not rest:
                rest = data[position : position + piece]
                position += len(rest)
                piece = min(piece * 4, _PIECE)
                if not rest:
                    break
            size += len(unpacker.decompress(rest, _PIECE))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        pass
    return size
