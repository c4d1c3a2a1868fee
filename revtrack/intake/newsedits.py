"""The databases of NewsEdits, made from NewsSniffer: a table `entryversion` in SQLite, a row a version.

`entry_id` and `version` say which version of which article; `created` is when it was captured; `url`, `title` and
`text` (in older files `summary`), paragraphs as `<p>...</p><p>...</p>` or plain, may be missing. The file is opened
read-only and nothing it defines is run: `entryversion` must be a table, neither a view nor a virtual one.
"""

from __future__ import annotations

import html
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from revtrack.errors import InputError
from revtrack.intake import article_text, limits, moments
from revtrack.intake.records import Item, Record, SetAside, Skipped

TABLE = "entryversion"
_COLUMNS = ("entry_id", "version", "created", "title", "url", "text", "summary")
_NEEDED = ({"entry_id"}, {"created"}, {"text", "summary"})
_SETTINGS = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA query_only = ON")
_BREAK = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
# What NewsSniffer's own page says above and below an article.
_ABOVE = re.compile(r"Version \d+ of \d+")
_BELOW = re.compile(r"Currently monitoring [\d,]+ news articles.*")


def read(path: str, name: str) -> Iterator[Item]:
    """The versions in a database, row by row; raises InputError where it is none."""
    with closing(_opened(path, name)) as database:
        columns = _columns(database, name)
        yield from _rows(database, columns, name)


def _rows(database: sqlite3.Connection, columns: list[str], name: str) -> Iterator[Item]:
    query = f"SELECT rowid, {', '.join(columns)} FROM {TABLE} WHERE rowid > ? ORDER BY rowid"
    last = -(1 << 63)
    while True:
        try:
            for row in database.execute(query, (last,)):
                last = row[0]
                yield _record(dict(zip(columns, row[1:], strict=True)), f"{name}:{last}")
            return
        except sqlite3.DataError:  # a value above the limit: read on behind its row
            last = database.execute(f"SELECT min(rowid) FROM {TABLE} WHERE rowid > ?", (last,)).fetchone()[0]
            yield Skipped(f"{name}:{last}", f"has a value larger than {limits.MAX_FIELD // 1_000_000} MB: shorten it")
        except sqlite3.Error as error:
            place = f"{name}: after row {max(last, 0)}"
            yield Skipped(
                place, f"the database is damaged from here on ({error}): repair it with `sqlite3 DB .recover`"
            )
            return


def _opened(path: str, name: str) -> sqlite3.Connection:
    address = Path(path).absolute().as_uri() + "?mode=ro&immutable=1"
    try:
        database = sqlite3.connect(address, uri=True)
        database.text_factory = lambda data: data.decode("utf-8", "replace")
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.MAX_FIELD)
        for setting in _SETTINGS:
            database.execute(setting)
    except sqlite3.Error as error:
        raise InputError(f"{name}: cannot be opened as an SQLite database ({error}): unpack it first") from None
    return database


def _columns(database: sqlite3.Connection, name: str) -> list[str]:
    """The columns that are there and of use."""
    try:
        found = database.execute("SELECT type, sql FROM sqlite_master WHERE lower(name) = ?", (TABLE,)).fetchone()
        if not found or found[0] != "table" or not re.match(r"CREATE\s+TABLE\b", str(found[1]), re.IGNORECASE):
            raise InputError(f"{name}: has no table {TABLE}: name a database of NewsEdits or NewsSniffer")
        there = {str(row[1]).lower() for row in database.execute(f"PRAGMA table_info({TABLE})")}
    except sqlite3.Error as error:
        raise InputError(f"{name}: is not an SQLite database, or is damaged ({error}): unpack it first") from None
    for either in _NEEDED:
        if not either & there:
            raise InputError(f"{name}: the table {TABLE} has no column {' or '.join(sorted(either))}: add it")
    return [column for column in _COLUMNS if column in there]


def _record(row: dict[str, Any], place: str) -> Item:
    try:
        time = moments.read(row["created"])
    except ValueError as error:
        return Skipped(place, f"its created {error}")
    if row["entry_id"] is None:
        return Skipped(place, "has no entry_id: its article is unknown")
    text = _copy(_words(row.get("text")) or _words(row.get("summary")))
    content = article_text.article(html.unescape(_words(row.get("title"))), "", text).encode("utf-8", "replace")
    if not content:
        return SetAside(place, "has no text: it was lost, or never captured")
    url = _words(row.get("url")).strip()
    article = "" if "://" in url else f"entry-{row['entry_id']}"
    return Record(place, article, content, time, source=url, rank=_rank(row.get("version")))


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


def _words(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else "" if value is None else str(value)


def _rank(version: object) -> int:
    try:
        return max(0, min(int(float(str(version))), 1 << 60))
    except (ValueError, OverflowError):
        return 0
