"""The desk of an article: the one its front matter names, else the folder of its file or of its address."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.model import Claims, Revision
from revtrack.text.front_matter import field_values

_FIELDS = ("desk", "section", "category")
LONGEST = 40


def of(claims: Claims, revision: Revision, above: int = 0) -> str:
    """The desk of a version, empty where nothing names one; `above` folders of its name are shared by all articles."""
    fields = field_values.fields(claims.text)
    named = next((fields[name] for name in _FIELDS if fields.get(name)), "")
    folders = [*revision.article.split("/")[above:-1], *_address_folders(revision.source)]
    desk = " ".join(named.strip("[]\"' ").split())
    desk = desk or next((one for one in folders if one and not one.isdecimal() and "." not in one), "")
    return desk if len(desk) <= LONGEST else ""


def _address_folders(source: str) -> list[str]:
    """The folders of a web address: "news" for https://paper.example/news/2024/ferry."""
    _, scheme, path = source.partition("://")
    return path.partition("?")[0].split("/")[1:-1] if scheme else []


def shared_folders(articles: Sequence[str]) -> int:
    """How many folders all articles are in: 1 for "content/news/a" and "content/sport/b"."""
    folders = [article.split("/")[:-1] for article in articles]
    if len(folders) < 2:
        return 0
    first, last = min(folders), max(folders)
    same = (one == other for one, other in zip(first, last, strict=False))
    return next((place for place, holds in enumerate(same) if not holds), min(len(first), len(last)))
