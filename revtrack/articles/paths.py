"""Patterns for files, as in a .gitignore: `*.md` in any folder, `news/*.md` from the top, `docs/` for all below.

`**` stands for any folders, `*` and `?` for no slash, `[.-]` for one of these, `[!a]` for any other.
Letter case does not matter: README.md is readme.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase


def first(patterns: Iterable[str], path: str) -> str | None:
    """The first pattern that holds for a path from the top, None where none does."""
    names = path.lower().split("/")
    return next((pattern for pattern in patterns if _holds(pattern.lower(), names)), None)


def _holds(pattern: str, names: list[str]) -> bool:
    parts = pattern.strip("/").split("/")
    if len(parts) == 1 and not pattern.startswith("/"):
        parts.insert(0, "**")
    reached = {0}  # how many names the parts so far can stand for
    for part in parts:
        if part == "**":
            reached = set(range(min(reached), len(names) + 1)) if reached else reached
        else:
            reached = {n + 1 for n in reached if n < len(names) and fnmatchcase(names[n], part)}
    return any(n < len(names) for n in reached) if pattern.endswith("/") else len(names) in reached
