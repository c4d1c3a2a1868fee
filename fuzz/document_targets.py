"""Targets of documents: web pages, .docx, .odt, .rtf and .pdf, made badly."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from functools import cache

from fuzz import copy
from fuzz.draws import Draws
from revtrack import claims
from revtrack.errors import RevtrackError
from revtrack.intake import documents, pages


def web_pages(data: bytes) -> None:
    """A page of tags, closed and left open, and prose."""
    draws = Draws(data)
    parts = ["<!doctype html><html><body>"]
    while not draws.is_spent and len(parts) < 60:
        match draws.number(6):
            case 0 | 1:
                parts.append(f"<{draws.piece('tags')}>")
            case 2:
                parts.append(f"</{draws.piece('tags').split()[0]}>")
            case 3:
                parts.append('{"@type": "NewsArticle", "datePublished": "' + draws.text(12) + '"}')
            case 4:
                parts.append(draws.text())
            case _:
                parts.append(draws.one_of(copy.SHAPES)(draws))
    page = "".join(parts).encode()
    _document(page, "page.html", "html")
    pages.read(page)


PACKAGES: dict[documents.Kind, str] = {"docx": "word/document.xml", "odt": "content.xml"}


def packages(data: bytes) -> None:
    """A .docx or .odt file whose body is elements in any order."""
    draws = Draws(data)
    kind, part = draws.one_of(tuple(PACKAGES.items()))
    names = ["w", "text", "table", "office", "style"]
    spaces = {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        **{name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in names[1:]},
    }
    root, body = ("w:document", "w:body") if kind == "docx" else ("office:document-content", "office:body")
    inner = body if kind == "docx" else f"{body}><office:text"
    middle = "".join(draws.piece("xml") if draws.number(4) else draws.text(12) for _ in range(draws.number(24)))
    if draws.number(3):
        middle = _balanced(middle)
    close = "</w:body>" if kind == "docx" else "</office:text></office:body>"
    xmlns = " ".join(f'xmlns:{name}="{space}"' for name, space in spaces.items())
    document = f"<{root} {xmlns}><{inner}>{middle}{close}</{root}>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        if kind == "odt":
            package.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        package.writestr(zipfile.ZipInfo(part), document)
    found = bytearray(buffer.getvalue())
    if draws.chance(4):
        found[draws.number(len(found))] ^= 1 + draws.number(255)
    _document(bytes(found), f"story.{kind}", kind)


def _balanced(xml: str) -> str:
    """The elements of some XML, each closed where it was opened."""
    made: list[str] = []
    opened: list[str] = []
    for tag in re.findall(r"</?[\w:]+[^>]*>|[^<>&]+", xml):
        if tag.startswith("</"):
            if opened:
                made.append(f"</{opened.pop()}>")
        else:
            if tag.startswith("<") and not tag.endswith("/>"):
                opened.append(re.split(r"[<\s>]", tag)[1])
            made.append(tag)
    return "".join((*made, *(f"</{name}>" for name in reversed(opened))))


def rich_text(data: bytes) -> None:
    """An .rtf file of control words in any order."""
    draws = Draws(data)
    middle = "".join(draws.piece("rtf") if draws.number(4) else draws.text(12) for _ in range(draws.number(40)))
    _document(b"{\\rtf1\\ansi " + middle.encode("utf-8") + b"}", "story.rtf", "rtf")


@cache
def _pdf() -> bytes:
    """A page with two lines."""
    stream = b"BT /F1 12 Tf 72 700 Td (At least 12 people died.) Tj 0 -14 Td (Police said so.) Tj ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
    )
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
    return body + b"trailer << /Size 5 /Root 1 0 R >>\n%%EOF\n"


def pdfs(data: bytes) -> None:
    """A small PDF with some bytes exchanged."""
    draws, found = Draws(data), bytearray(_pdf())
    for _ in range(draws.number(8)):
        at = draws.number(len(found))
        found[at : at + draws.number(6)] = draws.text(8).encode()
    _document(bytes(found), "story.pdf", "pdf")


def bare(data: bytes) -> None:
    """Bytes of no known kind, as each kind of document."""
    draws = Draws(data)
    kinds: tuple[documents.Kind, ...] = ("html", "docx", "odt", "rtf", "pdf")
    kind = draws.one_of(kinds)
    lead = draws.one_of((b"", b"PK\x03\x04", b"{\\rtf", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"<html>"))
    _document(lead + draws.rest(), "any", kind)


def _document(data: bytes, name: str, kind: documents.Kind) -> None:
    with suppress(RevtrackError):
        made = documents.read(data, name, kind=kind)
        assert made.text == documents.read(data, name, kind=kind).text, "one file is read in two ways"
        made.text.encode()
        if len(made.text) < 4_000:
            claims.of(made.text)
