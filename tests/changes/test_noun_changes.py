"""What a figure counts: the noun in its number and case; tests/cases/figures.md has the changes of it."""

from __future__ import annotations

import pytest

from revtrack.versions.nouns import stem


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
