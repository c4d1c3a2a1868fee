"""The headline of an article in a list: of its front matter, else a first line of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

import revtrack
from revtrack.versions import headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry toll rises to 21\n\nARVO - At least 21 people died.\n", "Ferry toll rises to 21"),
        ("# Ferry toll rises\n\nText.\n", "Ferry toll rises"),
        ("---\ntitle: Ferry toll rises\n---\nAt least 21 people died.\n", "Ferry toll rises"),
        ("At least 21 people died.\nThe ferry sank.\n", ""),
        ("<html><head></head></html>", ""),
        ("The mill in Port Ansel will cut 300 jobs.", ""),
        ("", ""),
    ],
)
def test_it_is_read_from_the_text_alone(text: str, expected: str) -> None:
    assert headline.in_text(text) == expected


def test_it_is_that_of_the_latest_revision_and_left_out_where_there_is_none(tmp_path: Path) -> None:
    archive = revtrack.Archive.create(tmp_path)
    archive.add("Ferry sinks\n\nAt least 12 people died.\n", "ferry", at="2024-06-01T08:00:00Z")
    archive.add("Ferry toll rises\n\nAt least 21 people died.\n", "ferry", at="2024-06-01T09:00:00Z")
    archive.add("The mill in Port Ansel will cut 300 jobs. It said so on Monday.\nIt is old.\n", "mill")
    assert archive.headlines(["ferry", "mill", "gone", "ferry"]) == {"ferry": "Ferry toll rises"}
