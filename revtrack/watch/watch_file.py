"""`watch.toml`, beside the store: who is followed, and whom the hosts may write to.

    contact = "desk@paper.example"

    [[follow]]
    url = "https://news.example/rss.xml"
    kind = "feed"
    every = "15m"

People edit it by hand, so nothing in it is passed over, and what `watch add` and `watch remove` write leaves all else
as it was, comments and order too.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from revtrack.errors import InputError
from revtrack.watch import follows, safe_addresses
from revtrack.watch.extra import needed
from revtrack.watch.follows import EVERY, KINDS, LOOKS, SHORTEST, Follow, Watchlist

NAME = "watch.toml"
_LARGEST = 10_000_000
TOP = ("allow-private", "contact", "delay", "follow", "looks")
FOLLOW = ("every", "kind", "name", "url")
_NEW = """# Whom `revtrack watch run` follows. The contact is told to every host that is asked: an address that is read.
contact = ""
"""


def read(path: Path) -> Watchlist:
    """What a file says; an empty list where there is none. Raises InputError."""
    text = _text(path)
    return parse(text, str(path)) if text else Watchlist()


def parse(text: str, name: str) -> Watchlist:
    """What the text of a file says; raises InputError."""
    try:
        top = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{name}: not valid TOML: {error}: fix that line") from None
    except RecursionError:
        raise InputError(f"{name}: lists or tables are nested too deep: write no list inside a list") from None
    _only(top, TOP, name)
    rows = top.get("follow", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{name}: follow must be a list of tables: write [[follow]] above each")
    found = tuple(_follow(row, f"{name} [[follow]] {number}") for number, row in enumerate(rows, 1))
    _each_once(found, name)
    base = Watchlist()
    contact = _word(top, "contact", name)
    private = top.get("allow-private", False)
    if not isinstance(private, bool):
        raise InputError(f"{name}: allow-private must be true or false: write allow-private = false")
    return Watchlist(contact.strip(), private, _seconds(top, "delay", base.delay, name), _looks(top, name), found)


def add(path: Path, new: Iterable[Follow]) -> None:
    """Write further follows at the end of a file, which is made where it is missing; raises InputError."""
    tomlkit = needed("tomlkit")
    document = tomlkit.parse(_text(path) or _NEW)
    rows = document.get("follow")
    if rows is None:
        rows = document["follow"] = tomlkit.aot()
    for one in new:
        row = tomlkit.table()
        row.update({"url": one.url, "kind": one.kind, "every": follows.interval(one.every)})
        if one.name:
            row["name"] = one.name
        rows.append(row)
    _write(path, tomlkit.dumps(document))


def remove(path: Path, urls: Iterable[str]) -> None:
    """Take follows out of a file; raises InputError."""
    tomlkit = needed("tomlkit")
    document = tomlkit.parse(_text(path))
    gone = set(urls)
    rows = document.get("follow", [])
    for number in reversed([n for n, row in enumerate(rows) if row.get("url") in gone]):
        del rows[number]
    if not rows and "follow" in document:
        del document["follow"]
    _write(path, tomlkit.dumps(document))


def set_contact(path: Path, contact: str) -> None:
    """Write whom the hosts may write to; raises InputError."""
    tomlkit = needed("tomlkit")
    document = tomlkit.parse(_text(path) or _NEW)
    document["contact"] = contact
    _write(path, tomlkit.dumps(document))


def _follow(row: dict[str, Any], where: str) -> Follow:
    _only(row, FOLLOW, where)
    url = _word(row, "url", where)
    objection = safe_addresses.objection(url, allow_private=True)
    if not url or objection:
        raise InputError(f'{where}: url {objection or "is missing"}: write url = "https://..."')
    kind = row.get("kind", follows.kind_of(url))
    if kind not in KINDS:
        near = _nearest(str(kind), KINDS)
        raise InputError(f"{where}: kind is {kind!r}, not one of {', '.join(KINDS)}: did you mean {near!r}?")
    every = int(_seconds(row, "every", EVERY[kind], where))
    if every < SHORTEST:
        raise InputError(f'{where}: every is less than a minute: write every = "15m"')
    return Follow(url, kind, every, _word(row, "name", where))


def _each_once(found: tuple[Follow, ...], name: str) -> None:
    seen: set[str] = set()
    for number, one in enumerate(found, 1):
        if one.url in seen:
            raise InputError(f"{name} [[follow]] {number}: {one.url} is followed already: take one of the two out")
        seen.add(one.url)


def _looks(top: dict[str, Any], name: str) -> tuple[int, ...]:
    given = top.get("looks")
    if given is None:
        return LOOKS
    ages = [follows.seconds(one) if isinstance(one, str) else None for one in given] if isinstance(given, list) else []
    if not ages or any(age is None or age < SHORTEST for age in ages):
        raise InputError(f'{name}: looks must be a list of ages: write looks = ["15m", "1h", "1d", "7d"]')
    return tuple(sorted({age for age in ages if age}))


def _seconds(table: dict[str, Any], key: str, default: float, where: str) -> float:
    given = table.get(key)
    if given is None:
        return default
    found = follows.seconds(given) if isinstance(given, str) else None
    if found is None:
        raise InputError(f'{where}: {key} is {given!r}, not an interval: write {key} = "15m", "1h" or "3d"')
    return found


def _word(table: dict[str, Any], key: str, where: str) -> str:
    given = table.get(key, "")
    if not isinstance(given, str):
        raise InputError(f'{where}: {key} must be a string: write {key} = "..."')
    return given


def _only(table: dict[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            raise InputError(f"{where}: unknown key {key!r}: did you mean {_nearest(key, known)!r}?")


def _nearest(name: str, known: tuple[str, ...]) -> str:
    return get_close_matches(name, known, n=1, cutoff=0.0)[0]


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise InputError(f"{path}: is larger than {_LARGEST // 1_000_000} MB: check that it is the right file")
        return data.decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise InputError(f"{path}: is not UTF-8: save it as UTF-8") from None
    except OSError as error:
        _fail(path, error, "read")


def _write(path: Path, text: str) -> None:
    """Write the file whole, through one beside it."""
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="utf-8", delete=False, newline="") as file:
            file.write(text)
        if path.exists():
            os.chmod(file.name, path.stat().st_mode & 0o777)
        else:
            os.chmod(file.name, 0o644)
        os.replace(file.name, path)
    except OSError as error:
        _fail(path, error, "written")


def _fail(path: Path, error: OSError, what: str) -> NoReturn:
    raise InputError(f"{path}: cannot be {what}: {error.strerror}: check its permissions") from None
