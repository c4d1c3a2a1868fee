"""What kind of document some bytes are: by their look, then by their name."""

from __future__ import annotations

import pytest

from revtrack.articles.plain_text import decode
from revtrack.errors import InputError
from revtrack.intake import documents
from revtrack.intake.documents import file_kinds
from tests.intake.documents.writers import FORMATS

ARTICLE = "# Toll rises\n\nThe toll rose to 12.\n"


@pytest.mark.parametrize("form", ["html", "docx", "odt", "rtf", "pdf"])
@pytest.mark.parametrize("name", ["", "story", "story.txt", "story.md"])
def test_the_look_wins_over_the_name(form: str, name: str) -> None:
    """A PDF is one under any name."""
    assert documents.kind_of(FORMATS[form](ARTICLE), name) == form


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"The toll rose to 12.", "a.txt", "text"),
        (b"The toll rose to 12.", "a", "text"),
        (b"The toll rose to 12.", "a.md", "markdown"),
        (b"The toll rose to 12.", "a.html", "html"),
        (b"The toll rose to 12.", "a.docx", "text"),
        (b"<p>The toll rose to <b>12</b>.</p>", "a.md", "markdown"),
        (b"<p>The toll rose to 12.</p>", "a.htm", "html"),
        (b"\xef\xbb\xbf<!doctype HTML><p>12", "a", "html"),
        ("<!DOCTYPE html><p>12".encode("utf-16"), "", "html"),
        ("The toll rose.".encode("utf-16"), "", "text"),
        (b"<!-- saved from url=(0014)about:internet -->\n<html><p>12", "-", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "", "html"),
        (b"<?xml version='1.0'?><rss/>", "", "text"),
        (b"", "", "text"),
        (b"\x00\x01\x02", "a.txt", "unknown"),
        (b"\x89PNG\r\n", "a.html", "unknown"),
        (b"PK\x03\x04xl/workbook.xml", "a.xlsx", "unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.docx", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "unknown"),
    ],
)
def test_kinds(data: bytes, name: str, kind: str) -> None:
    """Of texts, pages and others."""
    assert file_kinds.kind_of(data, name) == kind


def test_what_is_not_read() -> None:
    """An unknown kind is refused with what to do."""
    with pytest.raises(InputError, match=r"a\.xlsx: is not a web page.*: save it as"):
        documents.read(b"PK\x03\x04xl/workbook.xml", "a.xlsx")


@pytest.mark.parametrize("name", ["a.pdf", "b/a.DOCX", "a.b.xlsx"])
def test_outputs_that_are_refused(name: str) -> None:
    """Text under these names is not what the programs that open them expect."""
    assert file_kinds.suffix(name) in file_kinds.REFUSED_OUTPUTS


@pytest.mark.parametrize("name", ["a.html", "a.json", "a.md", "a.txt", "a", ".pdf", "a.csv"])
def test_outputs_that_are_taken(name: str) -> None:
    """Formats that exist, and names without a suffix."""
    assert file_kinds.suffix(name) not in file_kinds.REFUSED_OUTPUTS


def test_many_comments_take_no_time() -> None:
    """A text that opens with hundreds of comments is looked at once, and so it is where plain text is read."""
    data = b"<!---->" * 600 + b"At least 12 people died."
    assert documents.kind_of(data) == "text"
    assert decode(data, "story.txt").endswith("died.")


@pytest.mark.parametrize("opening", ["<!doctype html>", "<html>", "<?xml version='1.0'?> <html>", "<!-- x --><body>"])
def test_plain_text_and_documents_agree_what_a_page_is(opening: str) -> None:
    """What is no text to the one is a page to the other."""
    assert documents.kind_of(f" {opening}<p>Text".encode()) == "html"
    with pytest.raises(InputError, match="is HTML"):
        decode(f" {opening}<p>Text".encode(), "story.txt")
