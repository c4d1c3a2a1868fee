"""What a figure counts: the noun in its number and case, the words before it, and what befell it."""

from __future__ import annotations

import pytest

from revtrack.versions.nouns import stem
from tests.changes.newsroom import told


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("soldiers", "soldier"),
        ("people", "person"),
        ("families", "family"),
        ("classes", "classe"),
        ("glass", "glass"),
        ("police officers", "officer"),
    ],
)
def test_nouns_are_told_apart_by_their_stems(noun: str, expected: str) -> None:
    assert stem(noun) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The blast killed 12 people in Orrin.", "The explosion killed 12 people in Orrin."),
        ("12 people were killed, and a dog was hurt.", "12 people were killed, and a dog was injured."),
        ("12 people died at noon.", "12 people were killed at noon."),
        ("The board has 12 members.", "The board now has 12 members."),
    ],
)
def test_what_is_counted_stayed(old: str, new: str) -> None:
    assert told(old, new, "figure") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 people were killed in Orrin.", "12 people were injured in Orrin."),
        ("12 people on board were killed.", "12 people on board were missing."),
        ("The 12 bus drivers left.", "The 12 lorry drivers left."),
        ("They need 40 pledged votes.", "They need 40 votes."),
    ],
)
def test_something_else_is_counted(old: str, new: str) -> None:
    assert told(old, new, "figure") == [("figure/noun", "high")]
    assert told(new, old, "figure") == [("figure/noun", "high")]
