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
_FRONT_MATTER = (b"---", b"+++", b"{", b"\xef\xbb\xbf---")


def of(data: bytes, name: str, *, kind: Kind | None = None, tracked: Tracked = "accepted") -> str:
    """The text of some bytes; raises InputError where it cannot be read.

    They are of the kind that they look like, else of the one that `name` says, unless a kind is given.
    """
    found = read(data, name, kind=kind, tracked=tracked)
    return found if isinstance(found, str) else found.text


def stored(data: bytes, name: str) -> str:
    """The text of bytes in an archive or a repository, which are known by their look alone; raises InputError."""
    try:
        return plain_text.decode(data, name, by_name=False)
    except InputError:
        kind = document_kind(data)
        if kind is None:
            raise
    return of(data, name, kind=kind)


def read(data: bytes, name: str, *, kind: Kind | None = None, tracked: Tracked = "accepted") -> str | Document:
    """A plain text, or the document that the bytes are; raises InputError."""
    if kind is None or kind in PLAIN:
        # Under front matter, HTML is what a site is made from: markup in a text.
        takes_html = kind is not None or data.startswith(_FRONT_MATTER)
        try:
            return plain_text.decode(data, name, takes_html=takes_html)
        except InputError:
            kind = None if kind else document_kind(data, name)
            if kind is None:
                raise
    from revtrack.intake import documents

    return documents.read(data, name, kind=kind, tracked=tracked)


def is_document(data: bytes) -> bool:
    """Whether bytes in an archive are a document rather than plain text."""
    try:
        plain_text.decode(data, "", by_name=False)
    except InputError:
        return document_kind(data) is not None
    return False


def document_kind(data: bytes, name: str = "") -> Kind | None:
    """The kind of document that some bytes are, None for plain text and what is neither."""
    from revtrack.intake import documents

    kind = documents.kind_of(data, name)
    return kind if kind in documents.READ else None
