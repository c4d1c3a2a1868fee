r"""Rich Text Format: paragraphs, headings, lists, tables, footnotes; tracked changes as accepted or as rejected.

    {\rtf1\ansi\ansicpg1252 The toll rose to {\b 12}, the caf\'e9 owner said.\par}

Only text is read: pictures, objects, fields' instructions and groups to be ignored (`{\*`) are passed over.
"""

from __future__ import annotations

from revtrack.intake.documents.copy_blocks import CopyBlock
from revtrack.intake.documents.document import Document, Tracked, from_blocks, with_tracked
from revtrack.intake.documents.rtf_text import RtfReader


def read(data: bytes, name: str, tracked: Tracked = "accepted") -> Document:
    """The document in some bytes; raises InputError."""
    reader = RtfReader(data, name, tracked)
    blocks: list[CopyBlock] = reader.blocks()
    return with_tracked(from_blocks(blocks, name), reader.has_tracked_changes)
