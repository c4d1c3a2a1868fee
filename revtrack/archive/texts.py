"""The text of a file: plain text as it is, a document (.html, .docx, .odt, .rtf, .pdf) as its reader gives it.

Whatever needs the text of some bytes asks here. Plain text is tried first, so it never waits for the readers of
documents, which are loaded only when the bytes are not plain text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from revtrack.articles import plain_text
from revtrack.errors import InputError

if TYPE_CHECKING:
    from revtrack.intake.documents import Document, Kind, Tracked

PLAIN = ("text", "markdown")


def of(data: bytes, name: str, *, path: str = "", kind: Kind | None = None, tracked: Tracked = "accepted") -> str:
    """The text of some bytes; raises InputError where it cannot be read.

    `name` is for messages, and says what kind of file it is where the bytes do not; `path` says that instead.
    """
    found = read(data, name, path=path, kind=kind, tracked=tracked)
    return found if isinstance(found, str) else found.text


def read(
    data: bytes, name: str, *, path: str = "", kind: Kind | None = None, tracked: Tracked = "accepted"
) -> str | Document:
    """A plain text, or the document that the bytes are; raises InputError."""
    if kind is None or kind in PLAIN:
        try:
            return plain_text.decode(data, name, path=path, takes_html=kind is not None)
        except InputError:
            if kind or _kind(data, path or name) is None:
                raise
    from revtrack.intake import documents

    return documents.read(data, name, kind=kind or _kind(data, path or name), tracked=tracked)


def is_document(data: bytes, name: str) -> bool:
    """Whether some bytes are a document rather than plain text."""
    try:
        plain_text.decode(data, name)
    except InputError:
        return _kind(data, name) is not None
    return False


def _kind(data: bytes, name: str) -> Kind | None:
    """The kind of document that some bytes are, None for none."""
    from revtrack.intake import documents

    kind = documents.kind_of(data, name)
    return kind if kind in documents.READ else None
