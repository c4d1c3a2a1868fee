"""What the `git commit` that runs a hook was asked to do: Git does not tell its hooks whether it amends.

The arguments of its process are read as Git reads them, so that a message which speaks of `--amend` amends nothing.
Where the system does not show them (only Linux has `/proc`), the answer is no: the edit is then held against HEAD.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

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


def amends(process: int, repository: Repository) -> bool:
    """Whether a process is a `git commit --amend`; no, where the system does not show its arguments one by one."""
    try:
        data = Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
    return is_amending(data.decode("utf-8", "replace").split("\0")[:-1], repository)


def is_amending(arguments: list[str], repository: Repository) -> bool:
    """Whether these arguments of a program, its name first, are those of a `git commit --amend`."""
    name, *words = _expanded(iter(arguments[1:]), repository) or [""]
    return name == "commit" and _names_amend(iter(words))


def _expanded(words: Iterator[str], repository: Repository) -> list[str]:
    """The arguments from the subcommand on, with an alias written out."""
    for word in words:
        if word in _GIT_VALUES:
            next(words, "")
        elif not word.startswith("-"):
            named = repository.run("config", "--get", f"alias.{word}", accept=(0, 1)) if word != "commit" else b""
            try:
                alias = shlex.split(named.decode("utf-8", "replace"))
            except ValueError:
                alias = []
            return [*(alias or [word]), *words]
    return []


def _names_amend(words: Iterator[str]) -> bool:
    """Whether `--amend` is among the options, not a value of one."""
    for word in words:
        if word == "--":
            return False
        if len(word) >= _SHORTEST and "--amend".startswith(word):
            return True
        if _takes_next(word):
            next(words, "")
    return False


def _takes_next(word: str) -> bool:
    """Whether the value of an option is the next argument."""
    if word.startswith("--"):
        return len(word) >= _SHORTEST and any(name.startswith(word) for name in _NAMES)
    if not word.startswith("-"):
        return False
    letters = [place for place, letter in enumerate(word) if place and letter in _LETTERS + _OPTIONAL]
    return bool(letters) and letters[0] == len(word) - 1 and word[-1] in _LETTERS
