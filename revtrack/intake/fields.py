"""A record out of named fields, as a line of JSON or a row of a table has them.

    {"article": "storm-ulla", "text": "At least 12 people died.", "time": "2024-10-31T15:04Z", "title": "Toll rises",
     "by": "Ann Editor", "source": "https://news.example/storm-ulla", "note": "Corrects the toll"}

`text`, `html` or `file`, `time`, and `article` or `source` must be there; other fields are not looked at.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from revtrack.intake import article_text, limits, moments
from revtrack.intake.documents import document_limits
from revtrack.intake.records import Item, Record, SetAside, Skipped

_WORDS = ("article", "title", "by", "source", "note", "text", "html", "file")


def record(fields: Mapping[str, Any], place: str, at: str = "", folder: str = "") -> Item:
    """The record of some fields; `at` is the time of one that has none."""
    words = {}
    for name in _WORDS:
        value = fields.get(name)
        if value is not None and not isinstance(value, str | int):
            return Skipped(place, f'"{name}" is not a string: write it in quotation marks')
        words[name] = "" if value is None else str(value).strip()
    if not words["article"] and not words["source"]:
        return Skipped(place, 'has neither "article" nor "source": name its article')
    if all(fields.get(name) is None for name in ("text", "html", "file")):
        return Skipped(place, 'has neither "text" nor "html" nor "file": give it a text')
    try:
        time = moments.read(fields["time"]) if fields.get("time") not in (None, "") else at
    except ValueError as error:
        return Skipped(place, f"its time {error}")
    if not time:
        return Skipped(place, 'has no "time": give it one, or name one for all records without with --at')
    if words["file"] and not words["text"] and not words["html"]:
        return _filed(words, place, time, folder)
    return _record(words, place, time)


def _filed(words: Mapping[str, str], place: str, time: str, folder: str) -> Item:
    """The record of a file that is named by its path from the folder of the list; links out of it are not followed."""
    from revtrack.intake import committed

    name = words["file"].replace("\\", "/")
    home = os.path.realpath(folder or ".")
    try:
        "".join(words.values()).encode()
        path = os.path.realpath(os.path.join(home, name))
    except ValueError:  # NUL, or half a sign
        return Skipped(place, f"names {name}, which is no path: fix it")
    if not path.startswith(os.path.join(home, "")):
        return Skipped(place, f"names {name}, which is not in the folder of the list: put it there")
    if os.path.exists(path) and not os.path.isfile(path):
        return Skipped(place, f"names {name}, which is not a file: name one")
    try:
        with open(path, "rb") as file:
            content = file.read(document_limits.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or error
        return Skipped(place, f"names {name}, which cannot be read: {cause}: check its path")
    if len(content) > document_limits.MAX_BYTES:
        return Skipped(
            place, f"names {name}, which is larger than {document_limits.MAX_BYTES // 1_000_000} MB: split it"
        )
    found = committed.record(content, name, "", time, words["by"], words["note"], place)
    return replace(found, article=words["article"], source=words["source"]) if isinstance(found, Record) else found


def _record(words: dict[str, str], place: str, time: str) -> Item:
    title, by, text = words["title"], words["by"], words["text"]
    if words["html"] and not text:
        from revtrack.intake import pages

        page = pages.read(words["html"])
        if isinstance(page, str):
            return SetAside(place, page)
        title, by, text = title or page.title, by or page.by, page.text
    try:
        content = article_text.article(title, by, text).encode()
        (words["article"] + words["source"] + words["note"] + by).encode()
    except UnicodeEncodeError:
        return Skipped(place, "holds lone surrogates (broken UTF-16): save it as UTF-8")
    if not content:
        return SetAside(place, "has no text: it was lost, or never captured")
    if len(content) > limits.MAX_TEXT:
        return Skipped(place, f"has a text larger than {limits.MAX_TEXT // 1_000_000} MB: split it")
    return Record(place, words["article"], content, time, by=by, note=words["note"], source=words["source"])
