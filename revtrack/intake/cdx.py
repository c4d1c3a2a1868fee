"""CDX lists of captures, as the Wayback Machine and other web archives answer them, with the captures from WARC files.

    com,example)/ferry 20241031150400 https://example.com/ferry text/html 200 KZ4... 1234
    [["urlkey", "timestamp", "original", ...], ["com,example)/ferry", "20241031150400", ...]]
    com,example)/ferry 20241031150400 {"url": "https://example.com/ferry", "mime": "text/html", ...}

The list says which captures are wanted, and where a page was captured again with the text it had before
(`warc/revisit`): there, the WARC files have no text, and a page that went back to an old text would be missed. A list
may be longer than memory; it waits in scratch tables.
"""

from __future__ import annotations

import io
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import IO, Any, NamedTuple, cast
from urllib.parse import urlsplit

from revtrack.errors import InputError
from revtrack.intake import captures, json_items, limits, lines, moments, scratch_tables
from revtrack.intake.captures import Capture
from revtrack.intake.records import Item, SetAside, Skipped

_NAMES = {
    "time": ("timestamp", "b"),
    "address": ("original", "url", "a"),
    "mime": ("mimetype", "mime", "m"),
    "status": ("statuscode", "status", "s"),
    "digest": ("digest", "k"),
}
# The orders of columns that are usual, by their number.
_ORDERS = {
    7: ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"),
    **{len(order.split()): order.split() for order in ("N b a m s k r V g", "N b a m s k r M V g")},
    11: ["N", "b", "a", "m", "s", "k", "r", "M", "S", "V", "g"],
}
_STAMP = re.compile(r"[0-9]{14}")
_HTML = ("text/html", "application/xhtml+xml", "unk", "-", "")
_REVISIT = "warc/revisit"
_TABLE = (
    "CREATE TABLE wanted (key TEXT, time TEXT, place TEXT, address TEXT, digest TEXT, is_revisit INTEGER,"
    " is_found INTEGER DEFAULT 0)"
)
_KEYS = ("key, time", "key, digest")


class _Listed(NamedTuple):
    """A capture as a list has it; `time` is ISO 8601 in UTC."""

    place: str
    time: str
    address: str
    mime: str
    status: str
    digest: str


def read(stream: IO[bytes], name: str, archived: Iterable[Capture | Skipped | SetAside]) -> Iterator[Item]:
    """The listed captures out of `archived`, all that WARC files have; raises InputError for what is no list."""
    with scratch_tables.opened(_TABLE) as held:
        yield from _keep(held, _listed(stream, name), name)
        if not held.execute("SELECT 1 FROM wanted").fetchone():
            raise InputError(f"{name}: lists no capture of a page: save what a CDX server answers, as text or JSON")
        for keys in _KEYS:
            held.execute(f"CREATE INDEX by_{keys.split()[1]} ON wanted ({keys})")
        for found in archived:
            if isinstance(found, Capture):
                yield from _wanted(held, found)
            elif isinstance(found, Skipped):
                yield found
        missing = held.execute("SELECT place, address, time, is_revisit FROM wanted WHERE NOT is_found ORDER BY rowid")
        for place, address, time, is_revisit in missing:
            what = "repeats a capture that" if is_revisit else f"the capture of {address[:200]} at {time}"
            yield Skipped(place, f"{what} is in none of the WARC files: add the file that has it")


def _keep(held: sqlite3.Connection, listed: Iterable[_Listed | Skipped], name: str) -> Iterator[Item]:
    """Keep the pages of a list; give what is bad in it, or no version of an article."""
    bad = 0
    for number, one in enumerate(listed, 1):
        if isinstance(one, Skipped):
            yield one
            bad += 1
            if bad == number == limits.MAX_STRANGE:  # another kind of file, perhaps without an end
                raise InputError(f"{name}: none of its first {bad:,} rows is one of a CDX list: check the file")
        elif one.mime == _REVISIT or (one.mime in _HTML and one.status in (captures.OK, "-", "")):
            row = (_key(one.address), one.time, one.place, one.address, one.digest, one.mime == _REVISIT)
            held.execute(
                "INSERT INTO wanted (key, time, place, address, digest, is_revisit) VALUES (?, ?, ?, ?, ?, ?)", row
            )
        elif one.mime in _HTML:
            yield SetAside(one.place, f"is a response with status {one.status[:20]}, not the article")


def _wanted(held: sqlite3.Connection, capture: Capture) -> Iterator[Item]:
    """The record of a capture that is listed, and those of the times at which it was seen again unchanged."""
    key = _key(capture.address)
    asked = "SELECT rowid, digest FROM wanted WHERE key = ? AND time = ? AND NOT is_found"
    for row, digest in held.execute(asked, (key, capture.time)).fetchall():
        held.execute("UPDATE wanted SET is_found = 1 WHERE rowid = ?", (row,))
        yield captures.record(capture)
        again = "SELECT rowid, time, place FROM wanted WHERE key = ? AND digest = ? AND is_revisit AND NOT is_found"
        for other, time, place in held.execute(again, (key, digest)).fetchall() if digest else ():
            held.execute("UPDATE wanted SET is_found = 1 WHERE rowid = ?", (other,))
            yield captures.record(replace(capture, time=time, place=place))


def _listed(stream: IO[bytes], name: str) -> Iterator[_Listed | Skipped]:
    source: Any = stream if hasattr(stream, "peek") else io.BufferedReader(cast("io.RawIOBase", stream))
    is_json = source.peek(64)[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")
    yield from _of_items(json_items.read(source, name)) if is_json else _of_lines(source, name)


def _of_items(items: Iterable[tuple[str, Any] | Skipped]) -> Iterator[_Listed | Skipped]:
    """Rows of JSON: a list of names first, or objects that name their values."""
    names: Sequence[str] = ()
    for found in items:
        if isinstance(found, Skipped):
            yield found
            continue
        place, value = found
        if isinstance(value, list):
            cells = [str(cell) for cell in value[:50]]
            if not names and not any(map(_STAMP.fullmatch, cells)):
                names = cells
            elif cells:
                yield _row(place, cells, names)
        elif isinstance(value, dict):
            yield _entry(place, value)
        else:
            yield Skipped(place, "is not a row of a CDX list")


def _of_lines(source: IO[bytes], name: str) -> Iterator[_Listed | Skipped]:
    """Rows of text; a first line ` CDX N b a ...` names the columns by letters."""
    names: Sequence[str] = ()
    for number, line in enumerate(lines.of(source, limits.MAX_ADDRESS * 4, name), 1):
        place = f"{name}:{number}"
        words = (line or b"").decode("utf-8", "replace").removeprefix("\ufeff").split()
        if line is None:
            yield Skipped(place, f"is a line longer than {limits.MAX_ADDRESS * 4:,} bytes")
        elif number == 1 and words[:1] == ["CDX"]:
            names = words[1:]
        elif len(words) > 2 and words[2].startswith("{"):
            try:
                value = json.loads("{" + line.decode("utf-8", "replace").partition("{")[2])
                yield _entry(place, {"timestamp": words[1]} | value)
            except (ValueError, RecursionError) as error:
                yield Skipped(place, f"is not JSON behind the time ({str(error)[:200]})")
        elif words:
            yield _row(place, words, names)


def _row(place: str, cells: Sequence[str], names: Sequence[str]) -> _Listed | Skipped:
    """A row by the names of its columns, or by what its values look like."""
    names = names or _ORDERS.get(len(cells), ())
    if len(names) == len(cells) and _STAMP.fullmatch(dict(zip(names, cells, strict=True)).get(_stamp(names), "")):
        return _entry(place, dict(zip(names, cells, strict=True)))
    looks = {
        "timestamp": next((cell for cell in cells if _STAMP.fullmatch(cell)), ""),
        "original": next((cell for cell in cells if "://" in cell), ""),
    }
    return _entry(place, looks)


def _stamp(names: Sequence[str]) -> str:
    return next((name for name in names if name in _NAMES["time"]), "")


def _entry(place: str, told: Mapping[str, Any]) -> _Listed | Skipped:
    values = {
        # JSON can hold half a sign, which no table takes.
        field: next((str(told[name]) for name in names if told.get(name) is not None), "")
        .encode("utf-8", "replace")
        .decode()
        for field, names in _NAMES.items()
    }
    address = values["address"]
    if not _STAMP.fullmatch(values["time"]) or "://" not in address or len(address) > limits.MAX_ADDRESS:
        return Skipped(place, "is not a row of a CDX list: it needs a time of 14 digits and an address")
    try:
        time = moments.read(values["time"])
    except ValueError as error:
        return Skipped(place, f"its time {error}")
    return _Listed(place, time, address, values["mime"].lower(), values["status"], values["digest"])


def _key(address: str) -> str:
    """An address without what lists and WARC files write differently: scheme, port 80 or 443, capitals of the host."""
    try:
        parts = urlsplit(address)
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    except ValueError:
        return address
    return f"{parts.hostname}{port}{parts.path.rstrip('/')}{f'?{parts.query}' if parts.query else ''}"
