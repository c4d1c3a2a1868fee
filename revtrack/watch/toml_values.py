"""Values out of `watch.toml`, each of the type it must have, and errors that say what to write in its place."""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from revtrack.errors import InputError
from revtrack.watch import follows

Table = dict[str, Any]
_LONGEST = 10_000  # characters of a secret


class SecretPlace(NamedTuple):
    """Where a secret is: in an environment variable, or in a file. The secret itself is in no value of ours."""

    env: str = ""
    file: str = ""

    def read(self, folder: Path) -> str:
        """The secret; a file is looked for beside `watch.toml`. Raises InputError, which never shows it."""
        if self.env:
            found = os.environ.get(self.env, "").strip()
            if not found:
                raise InputError(f"the environment variable {self.env} is not set: set it, as watch.toml names it")
            return found
        path = folder / self.file
        try:
            with path.open(encoding="utf-8") as file:
                found = file.read(_LONGEST).strip()
        except (OSError, UnicodeDecodeError):
            raise InputError(f"{path}: cannot be read: put the secret that watch.toml names into it") from None
        if not found:
            raise InputError(f"{path}: is empty: put the secret that watch.toml names into it")
        return found


def only(table: Table, known: Sequence[str], where: str) -> None:
    """Raises InputError for a key that is not known, with the nearest one that is."""
    for key in table:
        if key not in known:
            raise InputError(f"{where}: unknown key {key!r}: did you mean {nearest(key, known)!r}?")


def word(table: Table, key: str, where: str) -> str:
    """A string, empty where there is none."""
    given = table.get(key, "")
    if not isinstance(given, str) or not given.strip().isprintable():
        raise InputError(f'{where}: {key} must be a string of one line: write {key} = "..."')
    return given.strip()


def words(table: Table, key: str, where: str) -> tuple[str, ...]:
    """A list of strings; one string is a list of one."""
    given = table.get(key, [])
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list) or not all(isinstance(one, str) and one.strip() for one in listed):
        raise InputError(f'{where}: {key} must be a list of strings: write {key} = ["...", "..."]')
    return tuple(one.strip() for one in listed)


def among(table: Table, key: str, known: Sequence[str], where: str, default: Sequence[str] = ()) -> tuple[str, ...]:
    """A list of strings, each of which is one of those known."""
    found = words(table, key, where) or tuple(default)
    for one in found:
        if one not in known:
            raise InputError(
                f"{where}: {key} has {one!r}, not one of {', '.join(known)}: did you mean {nearest(one, known)!r}?"
            )
    return found


def flag(table: Table, key: str, where: str, default: bool | None = False) -> Any:
    """True or false."""
    given = table.get(key, default)
    if given is not default and not isinstance(given, bool):
        raise InputError(f"{where}: {key} must be true or false: write {key} = false")
    return given


def seconds(table: Table, key: str, default: float, where: str) -> float:
    """An interval, in seconds."""
    given = table.get(key)
    if given is None:
        return default
    found = follows.seconds(given) if isinstance(given, str) else None
    if found is None:
        raise InputError(f'{where}: {key} is {given!r}, not an interval: write {key} = "15m", "1h" or "3d"')
    return found


def secret(table: Table, key: str, where: str) -> SecretPlace | None:
    """Where a secret is; raises InputError for one that is written into the file itself, and does not repeat it."""
    given = table.get(key)
    if given is None:
        return None
    known = isinstance(given, dict) and len(given) == 1 and set(given) <= {"env", "file"}
    if not known or not all(isinstance(one, str) and one.strip() for one in given.values()):
        raise InputError(
            f"{where}: {key} is a secret and is not written down here: name where it is,"
            f' {key} = {{ env = "NAME" }} or {key} = {{ file = "PATH" }}'
        )
    return SecretPlace(**given)


def nearest(name: str, known: Sequence[str]) -> str:
    """The one of some names that is most like another."""
    return (get_close_matches(name, known, 1, 0.0) or [known[0]])[0]
