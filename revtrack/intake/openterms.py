"""The repositories of Open Terms Archive: a file is the terms of a service, a commit a version of them.

    Arvo Ferries/Privacy Policy.md              versions: the terms as Markdown
    Arvo Ferries/Privacy Policy #page-2.html    snapshots: what was fetched, a file for each page

The bot that commits is not the author of the terms. A version that it made anew from an old snapshot, because it reads
the page otherwise now, says so in its note; it is kept, or its difference would be told of the service's next edit.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from revtrack.intake import committed
from revtrack.intake.records import Item, Record
from revtrack.intake.taken_names import TakenNames

FOLDERS = 2  # the parts of a path
_SUFFIXES = (".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".rtf", ".txt")


def record(content: bytes | None, path: str, time: str, message: str, place: str, names: TakenNames) -> Item | None:
    """The version that a commit made of a file, None where the file is none of a service's terms."""
    parts = PurePosixPath(path).parts
    if len(parts) != FOLDERS or path.startswith(".") or not path.lower().endswith(_SUFFIXES):
        return None
    service, terms = parts[0], PurePosixPath(parts[1]).stem.replace(" #", "__")
    note = "\n\n".join(part.strip() for part in message.split("\n\n") if part.strip())
    found = committed.record(content, path, path, time, "", note, place)
    if not isinstance(found, Record):
        return found
    name = f"{service}__{terms}"
    return replace(found, article=name, path="") if names.take(name, path) else found
