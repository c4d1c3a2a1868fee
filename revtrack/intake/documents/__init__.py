"""Documents that people hold (.html, .docx, .odt, .rtf, .pdf), read from their bytes into Markdown.

    read(data, "story.docx").text    "# Toll rises\\n\\nBy Ann Lee\\n\\n..."

The same bytes are the same text on every machine. Nothing is fetched, run or written; what is past a limit
(`document_limits`) is refused. Only PDF needs the [documents] extra.
"""

from __future__ import annotations

from revtrack.errors import InputError
from revtrack.intake.documents import document_limits as limits
from revtrack.intake.documents.document import Document, Tracked
from revtrack.intake.documents.file_kinds import Kind, kind_of

__all__ = ["READ", "Document", "Kind", "Tracked", "kind_of", "read"]

READ: frozenset[Kind] = frozenset(("html", "docx", "odt", "rtf", "pdf"))


def read(data: bytes, name: str, *, kind: Kind | None = None, tracked: Tracked = "accepted") -> Document:
    """The document in some bytes, of the kind they look like unless it is given; raises InputError.

    `tracked="original"` rejects the changes tracked in a .docx, .odt or .rtf file instead of accepting them.
    """
    kind = kind or kind_of(data, name)
    if kind == "html":
        from revtrack.intake.documents import news_page

        return news_page.read(data, name)
    if len(data) > limits.MAX_BYTES:
        raise InputError(f"{name}: is larger than {limits.MAX_BYTES // 1_000_000} MB: save a copy without its pictures")
    if kind == "docx":
        from revtrack.intake.documents import docx

        return docx.read(data, name, tracked)
    if kind == "odt":
        from revtrack.intake.documents import odt

        return odt.read(data, name, tracked)
    if kind == "rtf":
        from revtrack.intake.documents import rtf

        return rtf.read(data, name, tracked)
    if kind == "pdf":
        from revtrack.intake.documents import pdf

        return pdf.read(data, name)
    raise InputError(
        f"{name}: is not a web page, .docx, .odt, .rtf or .pdf document: save it as one of these or as text"
    )
