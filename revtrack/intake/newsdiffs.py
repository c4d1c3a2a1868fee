"""The archives of NewsDiffs: Git repositories in which a file's path is the address of an article.

A file holds what the page gave as date, headline and byline, a line each, then the copy. The date goes into the note:
NewsDiffs itself takes a page on which it alone changed for the same text.
"""

from __future__ import annotations

from revtrack.intake import article_text
from revtrack.intake.records import Item, Record, SetAside, Skipped

_PARTS = 3  # lines above the copy
_REFORMATTED = "Reformat"  # how NewsDiffs calls its own repairs, which are no versions


def record(content: bytes, path: str, time: str, message: str, place: str) -> Item | None:
    """The version that a commit made of a file, None where it is none of the article's."""
    if message.startswith(_REFORMATTED):
        return None
    if "." not in path.partition("/")[0] or "/" not in path:
        return None  # the archive's own files
    try:
        lines = content.decode().split("\n")
    except UnicodeDecodeError as error:
        return Skipped(place, f"is not UTF-8 at byte {error.start + 1}: fix its encoding")
    date, title, by = (line.strip() for line in (lines + [""] * _PARTS)[:_PARTS])
    copy = article_text.paragraphs(lines[_PARTS:])
    if not copy:
        return SetAside(place, "has no text: it was lost, or never captured")
    note = f"Dated by the page: {date}" if date else ""
    text = article_text.article(title, by, copy).encode()
    return Record(place, "", text, time, note=note, source=f"http://{path}")
