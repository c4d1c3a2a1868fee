"""OpenDocument texts (.odt): body, tables, lists, text boxes, notes; tracked changes as accepted or as rejected."""

from __future__ import annotations

from revtrack.errors import InputError
from revtrack.intake.documents.copy_blocks import CopyBlock
from revtrack.intake.documents.document import Document, Tracked, from_blocks, with_tracked
from revtrack.intake.documents.elements import Element, parse
from revtrack.intake.documents.odt_body import OdtBody
from revtrack.intake.documents.odt_styles import OdtStyles
from revtrack.intake.documents.packages import Package

_MANIFEST = "META-INF/manifest.xml"


def read(data: bytes, name: str, tracked: Tracked = "accepted") -> Document:
    """The document in some bytes; raises InputError."""
    package = Package(data, name)
    if "content.xml" not in package.parts:
        raise InputError(
            f"{name}: is not an OpenDocument text (its package holds no content.xml): save it anew as .odt"
        )
    if b":encryption-data" in package.read(_MANIFEST):
        raise InputError(f"{name}: is protected by a password: save a copy without one")
    content = parse(package.read("content.xml"), name)
    shared = package.read("styles.xml")
    styles = OdtStyles([content, *([parse(shared, name)] if shared else [])])
    text = content.first("body", "text") or Element("text", {})
    changes = text.first("tracked-changes")
    body = OdtBody(styles, changes, tracked)
    blocks: list[CopyBlock] = body.blocks(text)
    for note in body.notes:
        blocks += OdtBody(styles, changes, tracked).blocks(note)
    return with_tracked(from_blocks(blocks, name), changes is not None and next(changes.elements(), None) is not None)
