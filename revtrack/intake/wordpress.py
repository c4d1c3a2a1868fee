"""What WordPress exports through its REST API: posts, their revisions and the users, as JSON in any number of files.

    posts.json       /wp-json/wp/v2/posts                 [{"id": 7, "link": ..., "modified_gmt": ..., "content": ...}]
    revisions.json   /wp-json/wp/v2/posts/7/revisions     [{"parent": 7, "modified_gmt": ..., "content": ...}]
    users.json       /wp-json/wp/v2/users                 [{"id": 2, "name": "Ann Editor"}]

A post is its own latest version. Of what was saved before it was published, the last version is what readers saw first:
it has the time of publication, and those before it are drafts. So all files are read twice: for what there is, and for
the texts.
"""

from __future__ import annotations

import html
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Any

from revtrack.errors import InputError
from revtrack.intake import article_text, json_items, limits, moments, pages, scratch_tables
from revtrack.intake.records import Item, Record, SetAside, Skipped

_SUFFIX = ".json"
_TABLES = (
    "CREATE TABLE post (id INTEGER PRIMARY KEY, link TEXT, published TEXT, status TEXT)",
    "CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT)",
    "CREATE TABLE revision (parent INTEGER, time TEXT, id INTEGER, PRIMARY KEY (parent, time, id)) WITHOUT ROWID",
)
_PUBLISHED = "publish"
_AUTOSAVE = "-autosave-"  # in the slug of what the editor saved by itself
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_MOST = 1 << 62  # SQLite's integers end there


def read(path: str) -> Iterator[Item]:
    """The versions in a file or in all JSON files below a folder; raises InputError where there is none."""
    files = _files(path)
    return versions(lambda: _streams(files), path)


def versions(streams: Callable[[], Iterator[tuple[str, IO[bytes] | Skipped]]], path: str) -> Iterator[Item]:
    """The versions in streams, each with its name, asked for twice; raises InputError where no post is there."""
    with scratch_tables.opened(*_TABLES) as known:
        for _, value in _values(streams()):
            if not isinstance(value, Skipped):
                _learn(known, value)
        if not known.execute("SELECT 1 FROM post").fetchone():
            raise InputError(f"{path}: has no posts: export /wp-json/wp/v2/posts?context=view beside their revisions")
        for place, value in _values(streams()):
            item = value if isinstance(value, Skipped) else _item(known, value, place)
            if item:
                yield item


def _files(path: str) -> list[tuple[str, str]]:
    """The files with what to call them, in the order of their names."""
    if not os.path.isdir(path):
        return [(path, path)]
    found = []
    for here, _, names in os.walk(path):
        for name in names:
            file = os.path.join(here, name)
            if name.lower().endswith(_SUFFIX) and os.path.isfile(file) and not os.path.islink(file):
                found.append((file, os.path.relpath(file, path).replace(os.sep, "/")))
    if not found:
        raise InputError(f"{path}: holds no {_SUFFIX} file: save what /wp-json/wp/v2/posts answers there")
    return sorted(found, key=lambda one: one[1])


def _streams(files: list[tuple[str, str]]) -> Iterator[tuple[str, IO[bytes] | Skipped]]:
    for file, name in files:
        try:
            with open(file, "rb") as stream:
                yield name, stream
        except OSError as error:
            yield name, Skipped(name, f"cannot be read: {error.strerror}")


def _values(streams: Iterator[tuple[str, IO[bytes] | Skipped]]) -> Iterator[tuple[str, dict[str, Any] | Skipped]]:
    """The objects in the streams with their places."""
    for name, stream in streams:
        try:
            for found in [stream] if isinstance(stream, Skipped) else json_items.read(stream, name):
                if isinstance(found, Skipped):
                    yield found.place, found
                elif isinstance(found[1], dict):
                    yield found[0], found[1]
                else:
                    yield found[0], Skipped(found[0], "is neither a post, a revision nor a user: leave it out")
        except OSError as error:
            yield name, Skipped(name, f"cannot be read to its end: {error.strerror}")


def _learn(known: sqlite3.Connection, value: Mapping[str, Any]) -> None:
    """Keep what other values need: addresses of posts, names of users, times of revisions."""
    number, parent = _number(value.get("id")), _number(value.get("parent"))
    for author in _embedded(value):
        if (person := _number(author.get("id"))) and isinstance(author.get("name"), str):
            known.execute("INSERT OR IGNORE INTO author VALUES (?, ?)", (person, _whole(author["name"][:200])))
    if _is_post(value):
        status = value.get("status")
        row = (
            number,
            _whole(value["link"]),
            _time(value, "date"),
            _whole(status) if isinstance(status, str) else _PUBLISHED,
        )
        known.execute("INSERT OR IGNORE INTO post VALUES (?, ?, ?, ?)", row)
    elif parent and "content" in value:
        if (time := _time(value, "modified")) and not _is_autosave(value):
            known.execute("INSERT OR IGNORE INTO revision VALUES (?, ?, ?)", (parent, time, number))
    elif number and isinstance(value.get("name"), str):
        known.execute("INSERT OR IGNORE INTO author VALUES (?, ?)", (number, _whole(value["name"][:200])))


def _item(known: sqlite3.Connection, value: Mapping[str, Any], place: str) -> Item | None:
    """The record of a post or revision, None for what is neither."""
    number, parent = _number(value.get("id")), _number(value.get("parent"))
    is_post = _is_post(value)
    if "content" not in value:
        is_whole = is_post or bool(parent)
        return Skipped(place, "has no content: export it with context=view or edit") if is_whole else None
    post = number if is_post else parent
    found = known.execute("SELECT link, published, status FROM post WHERE id = ?", (post,)).fetchone()
    if not found:
        return Skipped(place, f"belongs to post {post}, which is not there: export /wp-json/wp/v2/posts too")
    link, published, status = found
    if status != _PUBLISHED:
        return SetAside(place, f"belongs to a post that is not published (its status is {status[:40]})")
    if _is_autosave(value):
        return SetAside(place, "was saved by the editor by itself, and not published")
    time = _time(value, "modified") or _time(value, "date")
    if not time:
        return Skipped(place, "has no modified_gmt: export it with context=view or edit")
    if time < published and not is_post:
        first = "SELECT time, id FROM revision WHERE parent = ? AND time <= ? ORDER BY time DESC, id DESC LIMIT 1"
        if known.execute(first, (post, published)).fetchone() != (time, number):
            return SetAside(place, "was saved before the post was published, and changed before that again")
        time = published
    content = value["content"]
    if isinstance(content, dict) and content.get("protected"):
        return SetAside(place, "is protected by a password")
    return _record(known, value, place, time, link, number)


def _record(known: sqlite3.Connection, value: Mapping[str, Any], place: str, time: str, link: str, number: int) -> Item:
    markup = _rendered(value["content"])
    if not _TAG.sub("", markup).strip():
        return SetAside(place, "has no text")
    page = pages.read(f"<!DOCTYPE html><html><body><article>{markup}</article></body></html>")
    if isinstance(page, str):
        return SetAside(place, page)
    author = known.execute("SELECT name FROM author WHERE id = ?", (_number(value.get("author")),)).fetchone()
    title = html.unescape(_TAG.sub("", _rendered(value.get("title"))))
    content = article_text.article(title, "", page.text).encode("utf-8", "replace")
    if len(content) > limits.MAX_TEXT:
        return Skipped(place, f"has a text larger than {limits.MAX_TEXT // 1_000_000} MB: split it")
    by = _whole(html.unescape(author[0])) if author else ""
    return Record(place, "", content, time, by=by, source=link, rank=number)


def _whole(text: str) -> str:
    """A text without halves of signs, which JSON can hold and no table takes."""
    return text.encode("utf-8", "replace").decode()


def _is_post(value: Mapping[str, Any]) -> bool:
    """Whether a value is a post or page; users have addresses too, but no dates."""
    link = value.get("link")
    return isinstance(link, str) and 0 < len(link) <= limits.MAX_ADDRESS and ("date" in value or "date_gmt" in value)


def _is_autosave(value: Mapping[str, Any]) -> bool:
    return _AUTOSAVE in str(value.get("slug"))[:200]


def _rendered(value: object) -> str:
    """What a field shows: `{"rendered": "..."}`; with context=edit it has `raw` as well."""
    found = value.get("rendered", value.get("raw")) if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""


def _time(value: Mapping[str, Any], field: str) -> str:
    """A time of a value in UTC, empty where only the site's own clock is told; drafts have the year 0."""
    return moments.found(value.get(f"{field}_gmt"))


def _embedded(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The authors that `_embed` puts into a post."""
    embedded = value.get("_embedded")
    authors = embedded.get("author") if isinstance(embedded, dict) else None
    return [one for one in authors[:20] if isinstance(one, dict)] if isinstance(authors, list) else []


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < _MOST else 0
