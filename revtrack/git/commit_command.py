"""What the `git commit` that runs a hook was asked to do: Git does not tell its hooks whether it amends.

The arguments of its process are read as Git reads them, so that a message which speaks of `--amend` amends nothing.
Where they cannot be told for certain, the answer is no: the edit is then held against HEAD.
"""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from revtrack.git.repository import Repository

# Options whose value is the next argument, of `git` itself and of `git commit` (git 2.36 to 2.47).
_GIT_VALUES = ("-C", "-c", "--git-dir", "--work-tree", "--namespace", "--super-prefix", "--config-env", "--list-cmds")
_LETTERS = "CFcmt"
_OPTIONAL = "Su"  # letters whose value, if any, is attached
_NAMES = (
    "--author",
    "--cleanup",
    "--date",
    "--file",
    "--fixup",
    "--message",
    "--pathspec-from-file",
    "--reedit-message",
    "--reuse-message",
    "--squash",
    "--template",
    "--trailer",
)
_SHORTEST = len("--am")  # Git takes an option by its beginning where only one begins so


class _Arguments(NamedTuple):
    """The arguments of a process; not `exact` where a space may stand within one."""

    words: list[str]
    exact: bool


def amends(process: int, repository: Repository) -> bool:
    """Whether a process is a `git commit --amend`, for certain."""
    found = _arguments(process)
    return found is not None and _is_amending(_expanded(found, repository))


def _arguments(process: int) -> _Arguments | None:
    try:
        data = Path(f"/proc/{process}/cmdline").read_bytes()
        return _Arguments(data.decode("utf-8", "replace").split("\0")[:-1], exact=True)
    except OSError:
        pass
    try:
        shown = subprocess.run(["ps", "-o", "args=", "-p", str(process)], capture_output=True, check=False).stdout
    except OSError:
        return None
    return _Arguments(shown.decode("utf-8", "replace").split(), exact=False)


def _expanded(found: _Arguments, repository: Repository) -> _Arguments:
    """The arguments from the subcommand on, with an alias written out."""
    words = iter(found.words[1:])
    for word in words:
        if word in _GIT_VALUES:
            next(words, "")
        elif not word.startswith("-"):
            named = repository.run("config", "--get", f"alias.{word}", accept=(0, 1)) if word != "commit" else b""
            try:
                alias = shlex.split(named.decode("utf-8", "replace"))
            except ValueError:
                alias = []
            return found._replace(words=[*(alias or [word]), *words])
    return found._replace(words=[])


def _is_amending(found: _Arguments) -> bool:
    name, *words = found.words or [""]
    return name == "commit" and any(found.exact or certain for certain in _amend_options(iter(words)))


def _amend_options(words: Iterator[str]) -> Iterator[bool]:
    """Each `--amend` among the options; whether no option before it takes a value."""
    certain = True
    for word in words:
        if word == "--":
            return
        if len(word) >= _SHORTEST and "--amend".startswith(word):
            yield certain
        elif _takes_next(word):
            certain = False
            next(words, "")


def _takes_next(word: str) -> bool:
    """Whether the value of an option is the next argument."""
    if word.startswith("--"):
        return len(word) >= _SHORTEST and any(name.startswith(word) for name in _NAMES)
    if not word.startswith("-"):
        return False
    letters = [place for place, letter in enumerate(word) if place and letter in _LETTERS + _OPTIONAL]
    return bool(letters) and letters[0] == len(word) - 1 and word[-1] in _LETTERS
