"""Patterns for files."""

from __future__ import annotations

import pytest

from revtrack.archive.check import house as gate
from revtrack.articles.paths import first
from revtrack.repositories import newsroom


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "news/ferry.txt"),
        ("*.md", "news/ferry.md/picture.txt"),
        ("news/*.md", "old/news/ferry.md"),
        ("news/*.md", "news/2024/ferry.md"),
        ("/ferry.md", "news/ferry.md"),
        ("docs/", "docs"),
        ("docs/", "newsdocs/ferry.md"),
        ("a?.md", "a/.md"),
        ("README[.-]*", "README"),
        ("README[.-]*", "READMEs.md"),
        ("*.md", "ferry.mdx"),
        ("a.c", "abc"),
        ("[!a].md", "a.md"),
    ],
)
def test_a_pattern_leaves_others_alone(pattern: str, path: str) -> None:
    """What it does not say it does not match."""
    assert first([pattern], path) is None


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "ferry.md"),
        ("*.md", "news/2024/ferry.MD"),
        ("news/*.md", "news/ferry.md"),
        ("news/**/*.md", "news/ferry.md"),
        ("news/**/*.md", "news/2024/10/ferry.md"),
        ("news/**", "news/2024/ferry.md"),
        ("docs/", "docs/a.md"),
        ("docs/", "news/docs/a.md"),
        ("/docs/", "docs/a.md"),
        ("news/live/", "news/live/a.md"),
        (".*/", ".github/a.md"),
        ("README[.-]*", "readme.md"),
        ("[!a].md", "b.md"),
        ("[ab.md", "[ab.md"),
        ("ünï çödé.md", "news/ünï çödé.md"),
    ],
)
def test_a_pattern_matches(pattern: str, path: str) -> None:
    """As a .gitignore would, in any letter case."""
    assert first(["nothing", pattern], path) == pattern


@pytest.mark.parametrize(
    "path",
    [
        "ferry.md",
        "news/ferry.txt",
        "a.markdown",
        "README.md",
        "readme",
        "docs/a.md",
        "Docs/a.md",
        ".github/a.md",
        "news/.drafts/a.md",
        ".hidden.md",
        "LICENSE.txt",
        "LICENCE",
        "CHANGELOG-old.md",
        "CONTRIBUTING.md",
        "readmes.md",
        "notes.rst",
        "news/README-2024.md",
        "documents/a.md",
        "a.md.bak",
    ],
)
def test_the_gate_and_the_history_agree_on_what_an_article_is(path: str) -> None:
    """Without a configuration, `revtrack log` lists what `revtrack check` guards."""
    assert gate.is_article(gate.House(), path).holds == newsroom.is_article(path)


def test_stars_cost_no_more_than_the_path_is_long() -> None:
    """A pattern from a configuration is held against every path."""
    assert first(["*a" * 8 + "/b"], "a" * 200) is None
