"""What kind of document some bytes are, by their look first and by their name where the look does not decide."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["text", "markdown", "html", "docx", "odt", "rtf", "pdf", "unknown"]

SUFFIXES: dict[str, Kind] = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".htm": "html",
    ".html": "html",
    ".markdown": "markdown",
    ".md": "markdown",
    ".odt": "odt",
    ".ott": "odt",
    ".pdf": "pdf",
    ".rtf": "rtf",
    ".text": "text",
    ".txt": "text",
    ".xhtml": "html",
}
# Names under which text would be written that the program of that name cannot open.
REFUSED_OUTPUTS = frozenset(
    (".doc", ".docm", ".docx", ".epub", ".key", ".numbers", ".odp", ".ods", ".odt", ".pages", ".pdf", ".png", ".ppt")
) | frozenset((".pptx", ".rtf", ".xls", ".xlsb", ".xlsm", ".xlsx", ".zip"))

_HEAD = 4096
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# Magic numbers of what is not text: OLE (old Word, encrypted documents), gzip, pictures, executables.
_OTHER = (b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90\x00", b"PK")


def kind_of(data: bytes, name: str = "") -> Kind:
    """The kind of a document. The look wins over the name: a PDF named `story.txt` is a PDF."""
    named = SUFFIXES.get(suffix(name), "unknown")
    head = data[:_HEAD]
    if head.startswith(b"PK\x03\x04"):
        return _packaged(data) or (named if named in ("docx", "odt") else "unknown")
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"):
        return "pdf"
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_OTHER):
        return named if named in ("docx", "odt") else "unknown"
    readable = _plain(head)
    if readable is None:
        return "unknown"
    if _HTML.match(readable):
        return "html"
    # A text that is named as a format with a look of its own, and lacks that look, is damaged or misnamed.
    return "text" if named in ("unknown", "docx", "odt", "rtf", "pdf") else named


def suffix(name: str) -> str:
    """The suffix of a file name in lower case, with its dot; empty where it has none."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, end = last.rpartition(".")
    return f".{end.lower()}" if dot and stem else ""


def _packaged(data: bytes) -> Kind | None:
    """What a zip package holds, by the names of its parts, which stand in it unpacked."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    if b"word/document" in data:
        return "docx"
    return None


def _plain(head: bytes) -> bytes | None:
    """The beginning of a text in single bytes, None for what is no text."""
    if head.startswith(_BOMS[1:]):
        return head[2:].replace(b"\0", b"")
    head = head.removeprefix(_BOMS[0])
    return None if b"\0" in head else head
