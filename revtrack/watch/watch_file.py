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

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from revtrack import sheets
from revtrack.errors import InputError
from revtrack.watch import follows, notifiers, safe_addresses, toml_values
from revtrack.watch.extra import needed
from revtrack.watch.follows import EVERY, KINDS, LOOKS, SHORTEST, Follow
from revtrack.watch.toml_values import SecretPlace
from revtrack.watch.watchlist import Watchlist

NAME = "watch.toml"
_LARGEST = 10_000_000
TOP = ("allow-private", "base-url", "contact", "delay", "follow", "looks", "notify", "wayback", "witness")
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
    toml_values.only(top, TOP, name)
    base = Watchlist()
    found = tuple(_follow(row, where) for where, row in _tables(top, "follow", name))
    _each_once(found, name)
    told = tuple(notifiers.parse(row, where) for where, row in _tables(top, "notify", name))
    for one in told:
        if sum(one.name == other.name for other in told) > 1:
            raise InputError(f'{name}: two [[notify]] are called {one.name!r}: write name = "..." in each')
    contact = toml_values.word(top, "contact", name)
    for one in told:
        if one.channel == "mail" and contact and not one.sender and "@" not in contact:
            raise InputError(
                f"{name}: [[notify]] {one.name}: `from` is missing, and `contact` is not a mail address:"
                ' write from = "desk@paper.example"'
            )
    return Watchlist(
        contact,
        toml_values.flag(top, "allow-private", name),
        toml_values.seconds(top, "delay", base.delay, name),
        _looks(top, name),
        found,
        told,
        _address(top, "base-url", name),
        _address(top, "witness", name),
        _wayback(top, name),
    )


def add(path: Path, new: Iterable[Follow]) -> None:
    """Write further follows at the end of a file, which is made where it is missing; raises InputError."""
    tomlkit = needed("tomlkit")
    document = tomlkit.parse(_text(path) or _NEW)
    rows = document.get("follow")
    if rows is None:
        rows = document["follow"] = tomlkit.aot()
    is_inline = not isinstance(rows, needed("tomlkit.items").AoT)  # follow = [{ url = "..." }], in one line
    for one in new:
        row = tomlkit.inline_table() if is_inline else tomlkit.table()
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
    for number in reversed([n for n, row in enumerate(rows) if str(row.get("url")).strip() in gone]):
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


def _tables(top: dict[str, Any], key: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables of a list, each with where it is."""
    rows = top.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{name}: {key} must be a list of tables: write [[{key}]] above each")
    for number, row in enumerate(rows, 1):
        yield f"{name} [[{key}]] {number}", row


def _address(top: dict[str, Any], key: str, name: str) -> str:
    url = toml_values.word(top, key, name)
    objection = safe_addresses.objection(url, allow_private=True) if url else ""
    if objection:
        raise InputError(f'{name}: {key} {objection}: write {key} = "https://..."')
    return url


def _wayback(top: dict[str, Any], name: str) -> bool | SecretPlace:
    given = top.get("wayback", False)
    if isinstance(given, bool):
        return given
    if not isinstance(given, dict):
        raise InputError(f'{name}: wayback must be true or where its keys are: write wayback = {{ file = "PATH" }}')
    return toml_values.secret(top, "wayback", name) or False


def _follow(row: dict[str, Any], where: str) -> Follow:
    toml_values.only(row, FOLLOW, where)
    url = toml_values.word(row, "url", where)
    objection = safe_addresses.objection(url, allow_private=True)
    if not url or objection:
        raise InputError(f'{where}: url {objection or "is missing"}: write url = "https://..."')
    kind = row.get("kind", follows.kind_of(url))
    if kind not in KINDS:
        near = toml_values.nearest(str(kind), KINDS)
        raise InputError(f"{where}: kind is {kind!r}, not one of {', '.join(KINDS)}: did you mean {near!r}?")
    every = int(toml_values.seconds(row, "every", EVERY[kind], where))
    if every < SHORTEST:
        raise InputError(f'{where}: every is less than a minute: write every = "15m"')
    return Follow(url, kind, every, toml_values.word(row, "name", where))


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
    with sheets.whole(str(path)) as file:
        file.write(text.encode())


def _fail(path: Path, error: OSError, what: str) -> NoReturn:
    raise InputError(f"{path}: cannot be {what}: {error.strerror}: check its permissions") from None
