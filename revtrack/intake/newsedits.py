"""The databases of diffengine, NewsEdits and NewsSniffer: a table `entryversion` in SQLite, a row a version.

`entry_id` and `version` say which version of which article; `created` is when it was captured; `url`, `title` and
`text` (in diffengine and older files `summary`), paragraphs as `<p>...</p><p>...</p>` or plain, may be missing.
diffengine, from which the others have their table, has no `version`, and in `archive_url` the capture that it asked the
Internet Archive for. The file is opened read-only and nothing it defines is run (`sqlite_rows`).
"""

from __future__ import annotations

import html
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

from revtrack.errors import InputError
from revtrack.intake import article_text, moments, sqlite_rows
from revtrack.intake.records import Item, Record, SetAside, Skipped
from revtrack.intake.sqlite_rows import words

TABLE = "entryversion"
_COLUMNS = ("entry_id", "version", "created", "title", "url", "text", "summary", "archive_url")
_NEEDED = ({"entry_id"}, {"created"}, {"text", "summary"})
_BREAK = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
# What NewsSniffer's own page says above and below an article.
_ABOVE = re.compile(r"Version \d+ of \d+")
_BELOW = re.compile(r"Currently monitoring [\d,]+ news articles.*")


def read(path: str, name: str, maker: str = "NewsEdits or NewsSniffer") -> Iterator[Item]:
    """The versions in a database, row by row; raises InputError where it is none of `maker`."""
    with sqlite_rows.opened(path, name) as database:
        columns = _columns(database, name, maker)
        for found in sqlite_rows.rows(database, TABLE, columns, name):
            yield found if isinstance(found, Skipped) else _record(dict(zip(columns, found[1], strict=True)), found[0])


def _columns(database: sqlite3.Connection, name: str, maker: str) -> list[str]:
    """The columns that are there and of use."""
    if TABLE not in map(str.lower, sqlite_rows.tables(database)):
        raise InputError(f"{name}: has no table {TABLE}: name a database of {maker}")
    there = [column.lower() for column in sqlite_rows.columns(database, TABLE)]
    for either in _NEEDED:
        if not either & set(there):
            raise InputError(f"{name}: the table {TABLE} has no column {' or '.join(sorted(either))}: add it")
    return [column for column in _COLUMNS if column in there]


def _record(row: dict[str, Any], place: str) -> Item:
    try:
        time = moments.read(row["created"])
    except ValueError as error:
        return Skipped(place, f"its created {error}")
    if row["entry_id"] is None:
        return Skipped(place, "has no entry_id: its article is unknown")
    text = _copy(words(row.get("text")) or words(row.get("summary")))
    content = article_text.article(html.unescape(words(row.get("title"))), "", text).encode("utf-8", "replace")
    if not content:
        return SetAside(place, "has no text: it was lost, or never captured")
    url = words(row.get("url")).strip()
    article = "" if "://" in url else f"entry-{row['entry_id']}"
    archived = words(row.get("archive_url")).strip()
    note = f"Archived at {archived}" if archived else ""
    return Record(place, article, content, time, note=note, source=url, rank=_rank(row.get("version")))


def _copy(text: str) -> str:
    """The copy of a version: paragraphs as lines of their own, without marks."""
    if "<" not in text and "&" not in text:
        return text
    lines = [html.unescape(_TAG.sub("", line)) for line in _BREAK.sub("\n", text).splitlines()]
    kept = [line for line in lines if line.strip()]
    if kept and _ABOVE.search(kept[0]):
        del kept[0]
    if kept and _BELOW.match(kept[-1].strip()):
        del kept[-1]
    return article_text.paragraphs(kept)


def _rank(version: object) -> int:
    try:
        return max(0, min(int(float(str(version))), 1 << 60))
    except (ValueError, OverflowError):
        return 0
