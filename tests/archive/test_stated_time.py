"""The time a text gives itself: what is none, what is one, and when it is said that it differs."""

from __future__ import annotations

from pathlib import Path

import pytest

import revtrack
from revtrack.archive import stated_time
from revtrack.errors import InputError

NOW = "2024-11-05T12:00:00Z"


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3.15 pm",
        "Updated figures for 2024 show 12 dead, the ministry said in a statement on the storm.",
        "Published by Harbour Press in 2019",
        "Updated 31 February 2024 10:00",
        "The storm of 31 October 2024 killed twelve.",
        f"Updated 31 October 2024 {'x' * 200}",
    ],
)
def test_what_gives_no_time(line: str) -> None:
    """No year, no line of its own, no such day."""
    assert stated_time.of(f"Toll rises\n\n{line}\n\nTwelve people died.\n") == ""


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Updated 31 October 2024, 15:04 GMT", "2024-10-31T15:04:00Z"),
        ("Last updated: Oct. 31, 2024 at 3:04 p.m. ET", "2024-10-31T19:04:00Z"),
        ("Published Thu 31 Oct 2024 15.04 BST", "2024-10-31T14:04:00Z"),
        ("Updated: 2024-10-31T15:04:10+02:00", "2024-10-31T13:04:10Z"),
        ("UPDATED 15:04 IST, October 31, 2024", "2024-10-31T09:34:00Z"),
        ("Updated October 31, 2024 15:04 UTC+2", "2024-10-31T13:04:00Z"),
        ("First published on Thursday, 31 October 2024", "2024-10-31"),
        ("Published 30 October 2024, 10:00 GMT\nUpdated 31 October 2024, 15:04", "2024-10-31T15:04:00Z"),
    ],
)
def test_what_gives_one(line: str, moment: str) -> None:
    """The latest of them, in UTC; without a zone it is UTC."""
    assert stated_time.of(f"Toll rises\n\n{line}\n\nTwelve people died.\n") == moment


def test_it_is_taken_if_asked_for_and_told_if_it_differs(tmp_path: Path) -> None:
    """By more than a day, whichever time was used; a time of the same day is not worth a word."""
    archive = revtrack.Archive.create(tmp_path)
    text = "Toll rises\n\nUpdated {} October 2024, 15:04 GMT\n\n{} people died.\n"
    added = archive.add(text.format(31, 12), "storm", at="stated", now=NOW)
    assert (added.revision.time, added.stated) == ("2024-10-31T15:04:00Z", "")
    assert archive.add(text.format(31, 13), "gale", now=NOW).stated == "2024-10-31T15:04:00Z"
    assert archive.add(text.format(29, 14), "wind", at="2024-10-30T15:00Z", now=NOW).stated == ""
    assert archive.add("Twelve people died.\n", "fog", now=NOW).stated == ""
    with pytest.raises(InputError, match=r"states no date of its own.*--at TIME"):
        archive.add("Thirteen people died.\n", "fog", at="stated", now=NOW)
