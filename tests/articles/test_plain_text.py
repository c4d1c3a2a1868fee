"""Bytes become text: what is read, and what is refused with which advice."""

from __future__ import annotations

import io
import zipfile

import pytest

from revtrack.articles.plain_text import MAX_BYTES, count_words, decode
from revtrack.errors import InputError


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:t>At least 12 died.</w:t>")
    return file.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 people died.\n",
        "First.\r\n\r\nSecond.\r\n",
        "Old Mac.\rSecond line.\r",
        "“Quoted” – naïve café, 10\u00a0000 €\n",
        "Форма. 記事。\n",
        "<p>A fragment stays as it is</p>",
        "A story about HTML that quotes <html> in passing",
        "  leading and trailing white space \n\n",
    ],
)
def test_plain_text_is_kept_to_the_character(text: str) -> None:
    """Text in UTF-8 comes out as it was, line ends and white space with it."""
    assert decode(text.encode(), "story.txt") == text


def test_a_byte_order_mark_is_no_character() -> None:
    """The BOM is dropped, and only one."""
    assert decode(b"\xef\xbb\xbfStorm", "story.txt") == "Storm"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_read(encoding: str) -> None:
    """The mark tells the order of the bytes and is no character; line ends stay."""
    text = "“Буря” 🌀\r\nhits.\n"
    assert decode(("\ufeff" + text).encode(encoding), "story.txt") == text


@pytest.mark.parametrize(
    "text", ["“Spaß”, sagte er – für 10 €.", "The café’s owner", "“CAFÉ”", "£3m… and more", "Ärger über Öl"]
)
def test_windows_1252_is_read(text: str) -> None:
    """Bytes that are no UTF-8 are Windows-1252, even where some of them happen to look like UTF-8."""
    assert decode(text.encode("cp1252"), "story.txt") == text


@pytest.mark.parametrize(
    ("data", "name", "cause"),
    [
        (b"", "story.txt", "empty"),
        (b" \r\n\t", "story.txt", "empty"),
        (b"\xef\xbb\xbf\n", "story.txt", "empty"),
        (b"one\0two", "story.txt", "binary"),
        (b"one \x93two\x94 \x01\x02", "story.txt", "binary"),
        (b"x" * (MAX_BYTES + 1), "story.txt", "5 MB"),
        (b"<!DOCTYPE html><p>x", "story.txt", "HTML"),
        (b"\xef\xbb\xbf \n<HTML lang=en>", "story.txt", "HTML"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "story.txt", "HTML"),
        (b"plain", "story.HTML", "HTML"),
        (b"%PDF-1.7\n", "story.pdf", "PDF"),
        (zipped(), "story.docx", "zip file"),
        (b"{\\rtf1\\ansi x}", "story.rtf", "RTF"),
        ("Storm".encode("utf-16")[:-1], "story.txt", "UTF-16"),
        (b"\xff\xfe\x00\xd8", "story.txt", "UTF-16"),
        (b"\xfe\xff\0S\0\0", "story.txt", "binary"),
        (b"\xfe\xff", "story.txt", "empty"),
        ("<html>".encode("utf-16"), "story.txt", "HTML"),
        ("Storm".encode("utf-32"), "story.txt", "UTF-32"),
        (b"undefined \x81 in both", "story.txt", "Windows-1252"),
        ("“One”\n“two”\n".encode() + b"thr\xffee\n", "story.txt", "line 3"),
    ],
)
def test_what_is_no_plain_text_is_refused(data: bytes, name: str, cause: str) -> None:
    """The refusal names the file, the cause and what to do."""
    with pytest.raises(InputError) as refused:
        decode(data, name)
    file, reason, way_out = str(refused.value).split(": ", 2)
    assert file == name
    assert cause in reason
    assert way_out


def test_the_largest_article_is_taken() -> None:
    """The limit itself is within it."""
    assert len(decode(b"x" * MAX_BYTES, "story.txt")) == MAX_BYTES


def test_words_are_counted_between_white_space() -> None:
    """A no-break space parts words too; what is no text has none."""
    assert count_words("10\u00a0000 people\r\ndied.".encode()) == 4
    assert count_words(b"\0") == 0
