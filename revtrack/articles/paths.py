"""Which files of a repository are articles: patterns for paths, as in a .gitignore.

`*.md` matches in any folder, `news/*.md` from the top, `docs/` everything below. `**` stands for any folders, `*` and
`?` for anything but a slash, `[.-]` for one of these characters, `[!a]` for any other. Letter case does not matter:
README.md is readme.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import NamedTuple

ARTICLES = ("*.md", "*.markdown", "*.txt")
EXCLUDED = (
    ".*",
    ".*/",
    "docs/",
    "README",
    "README[.-]*",
    "CHANGELOG",
    "CHANGELOG[.-]*",
    "LICEN[CS]E",
    "LICEN[CS]E[.-]*",
    "CONTRIBUTING",
    "CONTRIBUTING[.-]*",
)
_ENDING = r"[^*?\[\]\\/]+\Z"


class ArticleFiles(NamedTuple):
    """The files that are articles: those that match a pattern of `articles` and none of `exclude`."""

    articles: tuple[str, ...] = ARTICLES
    exclude: tuple[str, ...] = EXCLUDED

    def matches(self, path: str) -> bool:
        """Whether the file at a path from the top is an article."""
        included, excluded = self.patterns(path)
        return included is not None and excluded is None

    def patterns(self, path: str) -> tuple[str | None, str | None]:
        """The pattern that makes a file an article, and the one that excludes it all the same."""
        included = first(self.articles, path)
        return included, first(self.exclude, path) if included else None

    def endings(self) -> tuple[str, ...]:
        """Endings of which every article's path has one, in any letter case; none if the patterns do not fix them."""
        found = [ending[0] for pattern in self.articles if (ending := re.search(_ENDING, pattern))]
        # Git folds the case of ASCII letters only.
        is_fixed = len(found) == len(self.articles) and all(map(str.isascii, found))
        return tuple(found) if is_fixed else ()


def first(patterns: Iterable[str], path: str) -> str | None:
    """The first pattern that matches a path from the top, None if none does."""
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


def stem(path: str) -> str:
    """The name of a file without folders and extension, as `PurePath.stem` gives it."""
    name = path.rpartition("/")[2]
    head, dot, _ = name.rpartition(".")
    return head if dot and head.strip(".") else name
