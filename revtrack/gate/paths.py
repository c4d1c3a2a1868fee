"""Patterns for files, as in a .gitignore: `*.md` in any folder, `news/*.md` from the top, `docs/` for all below.

`**` stands for any folders, `*` and `?` for no slash, `[.-]` for one of these.
Letter case does not matter: README.md is readme.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_WILD = {"*": "[^/]*", "?": "[^/]"}
_PART = re.compile(r"\*\*/?|\*|\?|\[[^\[\]/\\^]+\]|[^*?\[]+|\[")


def first(patterns: Iterable[str], path: str) -> str | None:
    """The first pattern that holds for a path from the top, None where none does."""
    return next((pattern for pattern in patterns if _pattern(pattern).match(path)), None)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    folder = pattern.endswith("/")
    body = pattern.strip("/")
    anchored = "/" in body or pattern.startswith("/")
    inner = "".join(map(_translated, _PART.findall(body)))
    return re.compile(f"{'' if anchored else '(?:.*/)?'}{inner}{'/' if folder else '$'}", re.IGNORECASE)


def _translated(part: str) -> str:
    if part.startswith("**"):
        return "(?:.*/)?" if part.endswith("/") else ".*"
    if part.startswith("[") and part.endswith("]"):
        return part.replace("[!", "[^")
    return _WILD.get(part) or re.escape(part)
