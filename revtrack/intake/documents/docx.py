"""Word documents: body, tables, lists, text boxes, footnotes; tracked changes as accepted or as rejected.

    <w:r><w:t>hurt </w:t></w:r><w:del>12</w:del><w:ins>14</w:ins>    accepted: "hurt 14", original: "hurt 12"

Nothing a document names is opened: no template, no linked picture, no macro. Comments, running heads and feet, hidden
text and alternative texts of pictures are not copy.
"""

from __future__ import annotations

import posixpath

from revtrack.errors import InputError
from revtrack.intake.documents.copy_blocks import CopyBlock
from revtrack.intake.documents.document import Document, Tracked, from_blocks, with_tracked
from revtrack.intake.documents.docx_body import Body
from revtrack.intake.documents.docx_styles import Styles
from revtrack.intake.documents.elements import Element, parse
from revtrack.intake.documents.packages import Package

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo"))


def read(data: bytes, name: str, tracked: Tracked = "accepted") -> Document:
    """The document in some bytes; raises InputError."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise InputError(f"{name}: is protected by a password: save a copy without one")
        raise InputError(f"{name}: is a document of Word 97 to 2003 (.doc): save it as .docx")
    package = Package(data, name)
    main = _main_part(package, name)
    folder = posixpath.dirname(main)
    root = parse(package.read(main), name)
    styles = Styles(_part(package, folder, "styles", name), _part(package, folder, "numbering", name))
    body = Body(styles, tracked)
    blocks: list[CopyBlock] = body.blocks(root.first("body") or root)
    for kind in ("footnote", "endnote"):
        notes = _part(package, folder, f"{kind}s", name)
        by_id = {note.get("id"): note for note in notes.elements(kind)} if notes else {}
        for number in body.notes(kind):
            note = by_id.get(number)
            blocks += Body(styles, tracked).blocks(note) if note else []
    document = from_blocks(blocks, name)
    return with_tracked(document, any(_has(root, change) for change in _CHANGES))


def _main_part(package: Package, name: str) -> str:
    """The part that holds the body: `word/document.xml`, unless the package names another."""
    if "_rels/.rels" in package.parts:
        for relation in parse(package.read("_rels/.rels"), name).elements("Relationship"):
            if relation.get("Type").endswith("/officeDocument") and relation.get("TargetMode") != "External":
                target = relation.get("Target").lstrip("/")
                if target in package.parts:
                    return target
    if "word/document.xml" in package.parts:
        return "word/document.xml"
    raise InputError(f"{name}: is not a Word document (its package holds no body): save it anew as .docx")


def _part(package: Package, folder: str, part: str, name: str) -> Element | None:
    data = package.read(posixpath.join(folder, f"{part}.xml"))
    return parse(data, name) if data else None


def _has(root: Element, change: str) -> bool:
    return next(root.all(change), None) is not None
