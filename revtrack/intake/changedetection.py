"""The data folder of changedetection.io: a folder for each address that is watched, with its snapshots.

    url-watches.json                addresses by folder; newer versions have watch.json in each folder instead
    6d2c.../history.txt             1730387040,5f1c....txt.br: when, and which snapshot
    6d2c.../5f1c....txt.br          what was read of the page then, a line for each of its blocks

Older versions wrote whole paths into history.txt; of these, the file's name counts, and only files in the watch's own
folder are read. Links are not followed.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from revtrack.errors import InputError
from revtrack.intake import article_text, brotli_data, interstitials, limits, lines, moments
from revtrack.intake.records import Item, Record, SetAside, Skipped

_LIST, _ONE, _HISTORY = "url-watches.json", "watch.json", "history.txt"
_TEXTS = (".txt", ".md")
_PAGES = (".html", ".htm")
_PACKED = ".br"
_SOURCE = "source:"  # before an address of which the HTML itself is kept


class _Watched(NamedTuple):
    """What is watched: the folder, and the address as it was entered."""

    folder: str
    url: str


def read(folder: str) -> Iterator[Item]:
    """The snapshots in a data folder; raises InputError where it is none."""
    watched = _watched(folder)
    # Two watches may have one address, each with another part of its page.
    shared = Counter(one.url for one in watched)
    for one in watched:
        if one.url:
            yield from _snapshots(folder, one, shared[one.url] > 1)
        else:
            yield Skipped(one.folder, f"has no address in {_LIST} or {_ONE}: its article is unknown")


def _watched(folder: str) -> list[_Watched]:
    if not os.path.isdir(folder):
        raise InputError(f"{folder}: is not a folder: name the data folder of changedetection.io; unzip a backup first")
    listed = os.path.join(folder, _LIST)
    watching = _json(listed).get("watching") if os.path.exists(listed) else {}
    if not isinstance(watching, dict):
        raise InputError(f"{listed}: lists no watches: name the data folder of changedetection.io")
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False))
    except OSError as error:
        raise InputError(f"{folder}: cannot be read: {error.strerror}: check its permissions") from None
    found = [name for name in names if os.path.isfile(os.path.join(folder, name, _HISTORY))]
    if not found and not watching:
        raise InputError(
            f"{folder}: has neither {_LIST} nor folders with {_ONE} and {_HISTORY}:"
            " name the data folder of changedetection.io"
        )
    return [_Watched(name, _address(folder, name, watching)) for name in found]


def _address(folder: str, name: str, watching: dict[str, Any]) -> str:
    own = os.path.join(folder, name, _ONE)
    told = watching.get(name)
    if not isinstance(told, dict):
        try:
            told = _json(own) if os.path.isfile(own) and not os.path.islink(own) else {}
        except InputError:
            told = {}
    url = told.get("url")
    return url.strip()[: limits.MAX_ADDRESS] if isinstance(url, str) else ""


def _json(path: str) -> dict[str, Any]:
    """An object in a file; raises InputError."""
    try:
        with open(path, "rb") as file:
            data = file.read(limits.MAX_LINE + 1)
        if len(data) > limits.MAX_LINE:
            raise InputError(f"{path}: is larger than {limits.MAX_LINE // 1_000_000} MB: split the data folder")
        found = json.loads(data)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: check its permissions") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: is not JSON ({str(error)[:200]}): restore it from a backup") from None
    return found if isinstance(found, dict) else {}


def _snapshots(folder: str, watched: _Watched, is_shared: bool) -> Iterator[Item]:
    home = os.path.join(folder, watched.folder)
    url = watched.url.removeprefix(_SOURCE)
    article = f"{url.partition('://')[2]} {watched.folder[:8]}" if is_shared else ""
    with open(os.path.join(home, _HISTORY), "rb") as history:
        for number, line in enumerate(lines.of(history, limits.MAX_ADDRESS, history.name), 1):
            place = f"{watched.folder}/{_HISTORY}:{number}"
            when, _, file = (line or b"").decode("utf-8", "replace").strip().partition(",")
            if not file:
                if line is None or when:
                    yield Skipped(place, "is not TIME,FILE: fix the line")
                continue
            try:
                time = moments.read(when)
            except ValueError as error:
                yield Skipped(place, f"its time {error}")
                continue
            text = _text(home, file.replace("\\", "/").rpartition("/")[2], place, watched.url.startswith(_SOURCE))
            if not isinstance(text, str):
                yield text
                continue
            yield Record(place, article, text.encode(), time, source=url, rank=number)


def _text(home: str, file: str, place: str, is_source: bool) -> str | Skipped | SetAside:
    """What a snapshot says, or why there is nothing to read."""
    bare = file.removesuffix(_PACKED)
    name = next((one for one in (file, f"{bare}{_PACKED}", bare) if _is_own(os.path.join(home, one))), "")
    if not name:
        return Skipped(place, f"names {file[:200]}, which is not there: restore it from a backup")
    suffix = os.path.splitext(bare)[1].lower()
    if suffix not in (*_TEXTS, *_PAGES):
        return SetAside(place, f"is a snapshot of another kind than text ({suffix[:20] or 'no suffix'})")
    try:
        with open(os.path.join(home, name), "rb") as snapshot:
            data = snapshot.read(limits.MAX_PAGE + 1)
        data = brotli_data.unpacked(data, limits.MAX_PAGE) if name.endswith(_PACKED) else data
    except OSError as error:
        return Skipped(place, f"names {name[:200]}, which cannot be read: {error.strerror}")
    except ValueError as error:
        return Skipped(place, f"names {name[:200]}, which {error}")
    if len(data) > limits.MAX_PAGE:
        return Skipped(place, f"names {name[:200]}, which is larger than {limits.MAX_PAGE // 1_000_000} MB")
    if is_source or suffix in _PAGES:
        from revtrack.intake import pages

        page = pages.read(data)
        return SetAside(place, page) if isinstance(page, str) else article_text.article(page.title, page.by, page.text)
    text = article_text.paragraphs(data.decode("utf-8", "replace").splitlines())
    instead = interstitials.kind("", text) if text else "an empty page"
    return SetAside(place, f"is {instead}, not the article") if instead else f"{text}\n"


def _is_own(path: str) -> bool:
    return os.path.isfile(path) and not os.path.islink(path)
