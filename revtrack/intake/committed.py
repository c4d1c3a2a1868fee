"""A file that a commit left, as a record: text as it is, HTML by what it says."""

from __future__ import annotations

from pathlib import PurePosixPath

from revtrack.intake import article_text, limits, markup
from revtrack.intake.records import Item, Record, SetAside, Skipped


def record(content: bytes | None, path: str, first: str, time: str, by: str, message: str, place: str) -> Item:
    """The record of a file's version, `first` the path the file began at."""
    if content is None:
        return Skipped(place, "its text is missing: check the repository with `git fsck`")
    if not content.strip():
        return SetAside(place, "has no text")
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in markup.SUFFIXES:
        from revtrack.intake import pages

        if len(content) > limits.MAX_PAGE:
            return Skipped(place, f"is larger than {limits.MAX_PAGE // 1_000_000} MB: leave it out")
        page = pages.read(content)
        if isinstance(page, str):
            return SetAside(place, page)
        content, suffix = article_text.article(page.title, page.by, page.text).encode(), ".txt"
    return Record(place, "", content, time, suffix, by=by, note=message.strip(), path=first)
