"""The bytes of a file as text.

UTF-16 is recognised by its byte order mark; otherwise UTF-8 is tried first, then Windows-1252. A file that is not plain
text is refused with advice on what to do instead. Line ends stay as they are.
"""

from __future__ import annotations

import codecs
import re

from revtrack.errors import InputError

MAX_BYTES = 5_000_000
MAX_FILE = 50_000_000  # bytes of a file that may be a document

SAVE_AS_TEXT = "save it as plain text or Markdown and add that"
_SIGNATURES = (
    (b"%PDF-", "is a PDF"),
    (b"PK\x03\x04", "is a zip file"),
    (b"\xd0\xcf\x11\xe0", "is an old Word or Excel file"),
    (b"{\\rtf", "is rich text (RTF)"),
    (codecs.BOM_UTF32_LE, "is UTF-32 text"),
    (codecs.BOM_UTF32_BE, "is UTF-32 text"),
)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKUP = r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*+<(?:!doctype\s+html|html|head|body)\b"
_HEAD = 4096
_MARKUP_SUFFIXES = (".html", ".htm", ".xhtml")
_CONTROLS = r"[\x00-\x08\x0e-\x1f\x7f]"


def decode(data: bytes, name: str, *, by_name: bool = True, takes_html: bool = False) -> str:
    """The text of a file, without BOM, line ends kept; raises InputError that names the file.

    HTML is refused, by its look or else `by_name`, unless it is taken as it is.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: is larger than {MAX_BYTES // 1_000_000} MB: split it, or add the article alone")
    kind = _foreign(data, name)
    if kind:
        raise InputError(f"{name}: {kind}: {SAVE_AS_TEXT}")
    text = _utf_16(data, name) if data.startswith(_UTF_16) else _decoded(data.removeprefix(codecs.BOM_UTF8), name)
    if not takes_html and ((by_name and name.lower().endswith(_MARKUP_SUFFIXES)) or _looks_like_html(text)):
        raise InputError(f"{name}: is HTML: {SAVE_AS_TEXT}")
    if not text.strip():
        raise InputError(f"{name}: is empty: check that it was saved")
    return text


def count_words(data: bytes) -> int:
    """The number of words in a file, 0 if it is not text."""
    try:
        return len(decode(data, "").split())
    except InputError:
        return 0


def _foreign(data: bytes, name: str) -> str:
    """What a file is when it is not plain text, else an empty string."""
    head = data[:64].lstrip(b"\r\n\t ")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    return "is binary (it has NUL bytes)" if b"\0" in data and not data.startswith(_UTF_16) else ""


def _utf_16(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise InputError(f"{name}: is UTF-16 text with wrong bytes: save it as UTF-8") from None
    if "\0" in text:
        raise InputError(f"{name}: is binary (it has NUL characters): {SAVE_AS_TEXT}")
    return text


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not _is_damaged(data):
            return _windows(data, name)
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}: is UTF-8 text with wrong bytes in line {line}: save it as UTF-8") from None


def _windows(data: bytes, name: str) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise InputError(f"{name}: is neither UTF-8 nor Windows-1252 text: save it as UTF-8") from None
    if re.search(_CONTROLS, text):
        raise InputError(f"{name}: is binary (it has control characters): {SAVE_AS_TEXT}")
    return text


def _looks_like_html(text: str) -> bool:
    head = text[:_HEAD]
    return head.lstrip().startswith("<") and bool(re.match(_MARKUP, head, re.IGNORECASE | re.DOTALL))


def _is_damaged(data: bytes) -> bool:
    """Whether more characters beyond ASCII are good UTF-8 than bad: then it is not Windows-1252."""
    replaced = data.decode("utf-8", "replace")
    bad = replaced.count("�")
    return sum(char > "\x7f" for char in replaced) - bad > bad
