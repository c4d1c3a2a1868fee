"""Patterns for files."""

from __future__ import annotations

import pytest

from revtrack.articles.paths import ArticleFiles, first


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
    ["ferry.md", "news/ferry.txt", "a.markdown", "news/2024/10/Ferry.MD", "readmes.md", "documents/a.md"],
)
def test_text_files_are_articles(path: str) -> None:
    """Without a configuration."""
    assert ArticleFiles().matches(path)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "readme",
        "docs/a.md",
        "news/Docs/a.md",
        ".github/a.md",
        "news/.drafts/a.md",
        ".hidden.md",
        "LICENSE.txt",
        "LICENCE",
        "CHANGELOG-old.md",
        "CONTRIBUTING.md",
        "news/README-2024.md",
        "notes.rst",
        "a.md.bak",
    ],
)
def test_what_every_repository_has_is_not_an_article(path: str) -> None:
    """Without a configuration."""
    assert not ArticleFiles().matches(path)


@pytest.mark.parametrize(
    ("patterns", "endings"),
    [
        (("*.md", "news/**/*.rst", "/story.txt"), (".md", ".rst", "story.txt")),
        (("*.md", "news/"), ()),
        (("*.md", "news/**"), ()),
        (("*.md", "*.[tr]st"), (".md", "st")),
        (("*.md", "*.tx[t]"), ()),
        (("*.md", "*.märz"), ()),
    ],
)
def test_endings_that_every_article_has(patterns: tuple[str, ...], endings: tuple[str, ...]) -> None:
    """Git need not read the history of other files; where one pattern does not say how names end, it reads all."""
    assert ArticleFiles(patterns).endings() == endings


def test_stars_cost_no_more_than_the_path_is_long() -> None:
    """A pattern from a configuration is held against every path."""
    assert first(["*a" * 8 + "/b"], "a" * 200) is None
