"""Files of a repository as records: text byte for byte, pages by what they say, and HTML in other records."""

from __future__ import annotations

import pytest

from revtrack.intake import committed, fields
from revtrack.intake.records import Item, Record, SetAside, Skipped
from tests.intake import sites

TIME = "2024-10-31T10:00:00Z"


def read(content: bytes | None, path: str) -> Item:
    return committed.record(content, path, "news/first.md", TIME, "Ann Lee <a@n.example>", "Note\n", "place")


TEXTS = [b"Text.", b"---\ntitle: Toll\n---\n\nText.\r\n", "caf\u00e9".encode("utf-16")]


@pytest.mark.parametrize("content", TEXTS)
def test_text_is_kept_byte_for_byte(content: bytes) -> None:
    """Front matter, line ends and encoding included; the first path names the article."""
    author = "Ann Lee <a@n.example>"
    assert read(content, "sport/a.MD") == Record(
        "place", "", content, TIME, ".md", by=author, note="Note", path="news/first.md"
    )


def test_what_is_not_there_is_told() -> None:
    """A missing text is an error of the repository, an empty one is none of the article's."""
    assert isinstance(read(None, "a.md"), Skipped)
    assert isinstance(read(b" \n", "a.md"), SetAside)
    assert isinstance(read(b"x" * 6_000_000, "a.html"), Skipped)


def test_pages_are_read_for_what_they_say() -> None:
    """In a repository as in a line of JSON, where fields of their own come first."""
    page = read(sites.GRAPH.encode(), "a.html")
    assert isinstance(page, Record)
    assert page.suffix == ".txt"
    assert page.content.startswith(f"# {sites.HEADLINE}\n\nBy Ruth Calloway and Jonas Eklund\n\n".encode())
    assert isinstance(read(b"<html></html>", "a.html"), SetAside)
    named = {"article": "ferry", "html": sites.GRAPH, "time": TIME, "by": "Bo Lind"}
    line = fields.record(named, "place")
    assert isinstance(line, Record)
    assert line.content.startswith(f"# {sites.HEADLINE}\n\nBy Bo Lind\n\n".encode())
    assert isinstance(fields.record(named | {"html": "<html></html>"}, "place"), SetAside)
