"""Names of articles are safe file names on every system."""

from __future__ import annotations

import pytest

from revtrack.articles.slugs import slug
from revtrack.errors import InputError


@pytest.mark.parametrize(
    "name", ["storm", "storm-ulla", "Storm_Ulla.v2", "2024", "буря", "嵐", "हिन्दी", "lpt10", "console"]
)
def test_safe_names_stay(name: str) -> None:
    """Letters of every script, digits, hyphen, underscore and dot are kept."""
    assert slug(name) == name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Storm Ulla", "Storm-Ulla"),
        ("  two\t words\u00a0more ", "two-words-more"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_a_name_is_made_one_word(name: str, made: str) -> None:
    """White space becomes hyphens, and accents one form, so that a name typed twice is one article."""
    assert slug(name) == made


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        ".",
        "..",
        "../x",
        "a/b",
        "/etc/passwd",
        "a\\b",
        "C:x",
        "C:",
        ".git",
        ".hidden",
        "-rf",
        "--as",
        "con",
        "CON",
        "nul.txt",
        "COM1",
        "lpt9.x",
        "dot.",
        "a\0b",
        "bell\x07",
        "esc\x1b[31m",
        "del\x7f",
        "zero\u200bwidth",
        "over\u202eride",
        "what?",
        "star*",
        "a|b",
        "a<b",
        'a"b',
        "a@b",
        "a:b",
        "git~1",
        "\ud800",
        "x" * 201,
        "é" * 101,
    ],
)
def test_unsafe_names_are_refused(name: str) -> None:
    """No name leaves its folder, hides, looks like an option, or fails on another system."""
    with pytest.raises(InputError, match="--as"):
        slug(name)
