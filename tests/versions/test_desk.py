"""The desk of an article, from its front matter, its folder or its address."""

from __future__ import annotations

import pytest

import revtrack
from revtrack.model import Revision
from revtrack.versions import desk

FIELDS = "---\ntitle: Toll rises\nsection: Harbours\n---\nTwelve people died.\n"
PLAIN = "Twelve people died.\n"


@pytest.mark.parametrize(
    ("text", "article", "source", "above", "named"),
    [
        (PLAIN, "ferry", "", 0, ""),
        (PLAIN, "ferry", "Harbour office", 0, ""),
        (PLAIN, "ferry", "https://paper.example/ferry", 0, ""),
        (PLAIN, "2024/10/ferry.md", "", 0, ""),
        (PLAIN, "news/ferry.md", "", 0, "news"),
        (PLAIN, "content/news/2024/ferry.md", "", 1, "news"),
        (PLAIN, "ferry", "https://paper.example/2024/world/ferry?page=a/b", 0, "world"),
        (FIELDS, "news/ferry.md", "", 0, "Harbours"),
        (FIELDS.replace("section", "desk"), "news/ferry.md", "", 0, "Harbours"),
    ],
)
def test_a_desk_is_named(text: str, article: str, source: str, above: int, named: str) -> None:
    revision = Revision(article, 1, "c", "b", "2024-10-31T08:00:00Z", "2024-10-31T08:00:00Z", "", "", source, 3)
    assert desk.of(revtrack.extract(text), revision, above) == named


@pytest.mark.parametrize(
    ("articles", "number"),
    [
        ([], 0),
        (["news/a"], 0),
        (["a", "b"], 0),
        (["news/a", "b"], 0),
        (["news/a", "sport/b"], 0),
        (["content/news/a", "content/sport/b", "content/news/c"], 1),
        (["en/content/a", "en/content/b"], 2),
    ],
)
def test_folders_that_all_articles_share(articles: list[str], number: int) -> None:
    assert desk.shared_folders(articles) == number
