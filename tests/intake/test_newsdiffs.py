"""Files of a NewsDiffs archive: date, headline and byline a line each, then the copy."""

from __future__ import annotations

import pytest

from revtrack.intake import newsdiffs
from revtrack.intake.records import Record, SetAside, Skipped

PATH = "www.news.example/2012/06/storm.html"
TEXT = "June 11, 2012, 10:04 am\nToll rises\nBy ANN LEE\nAt least 12 people died.\n\nThe search goes on.\n"


def read(text: bytes, path: str = PATH, message: str = f"Change to {PATH}") -> object:
    return newsdiffs.record(text, path, "2012-06-11T14:04:00Z", message, "place")


def test_a_version_is_a_record() -> None:
    """Its path is its address; the date of the page is in the note, for it alone is no other text."""
    text = b"Toll rises\n\nBy ANN LEE\n\nAt least 12 people died.\n\nThe search goes on.\n"
    assert read(TEXT.encode()) == Record(
        "place",
        "",
        text,
        "2012-06-11T14:04:00Z",
        note="Dated by the page: June 11, 2012, 10:04 am",
        source=f"http://{PATH}",
    )


@pytest.mark.parametrize("path", ["README", "scripts/fix.py", ".gitignore"])
def test_the_files_of_the_archive_itself_are_no_articles(path: str) -> None:
    """An address begins with a host."""
    assert read(TEXT.encode(), path) is None


def test_repairs_of_the_archive_are_no_versions() -> None:
    """NewsDiffs leaves them out as well."""
    assert read(TEXT.encode(), message="Reformat 2012") is None


def test_what_has_no_copy_is_set_aside() -> None:
    """Headline and byline alone are a page that was not understood."""
    assert isinstance(read(b"June 11\nToll rises\nBy ANN LEE\n \n"), SetAside)
    assert isinstance(read(b"\xff\xff"), Skipped)
