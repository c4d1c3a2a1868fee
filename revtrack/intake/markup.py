"""HTML as it comes: its encoding, and the names of its files."""

from __future__ import annotations

import codecs
import re

SUFFIXES = (".html", ".htm", ".xhtml")
_HEAD = 4096
_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Browsers read the one as the other, and so was it meant.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}


def decode(data: bytes, charset: str = "") -> str:
    """The text of a page, by its byte order mark, the charset it came with, its own, or as UTF-8 or Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    own = _CHARSET.search(data[:_HEAD])
    for name in (charset, own[1].decode("ascii", "replace") if own else "", "utf-8"):
        text = _decoded(data, name)
        if text is not None:
            return text
    return data.decode("cp1252", "replace")


def _decoded(data: bytes, name: str) -> str | None:
    """The text in an encoding, None where the encoding is unknown or the bytes do not fit it."""
    try:
        known = codecs.lookup(name.strip().lower()).name if name else ""
        return data.decode(_MEANT.get(known, known)) if known else None
    except (LookupError, ValueError):
        return None
