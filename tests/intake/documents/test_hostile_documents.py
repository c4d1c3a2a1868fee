"""Documents made to do harm, or out of reach: one clear line each, at once, and nothing fetched or run."""

from __future__ import annotations

import contextlib
import io
import socket
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from fuzz import growth
from revtrack.errors import InputError
from revtrack.intake import documents
from revtrack.intake.documents import document_limits as limits
from tests.intake.documents.writers import (
    Pdf,
    W,
    docx_package,
    docx_paragraph,
    odt_package,
    pdf_file,
    pdf_stream,
    rtf_document,
    zipped,
)

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "{}"><!ENTITY c "{}"><!ENTITY d SYSTEM "file:///etc/passwd">]>'.format(
        "&a;" * 10, "&b;" * 10
    )
    + f"<w:document {W}><w:body><w:p><w:r><w:t>&c;&d;</w:t></w:r></w:p></w:body></w:document>"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def bomb() -> bytes:
    """A package of 60 KB whose body unpacks to 60 MB, which it denies."""
    return zipped({"word/document.xml": b"<w:document>" + b" " * 60_000_000})


def quoting_bomb() -> bytes:
    """A package of many parts."""
    return zipped({f"word/media/{n}.png": b"x" for n in range(limits.MAX_FILES)} | {"word/document.xml": b"<a/>"})  # type: ignore[arg-type]


def locked() -> bytes:
    data = bytearray(docx_package(docx_paragraph("One.")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1  # says that the part is encrypted
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def odt_locked() -> bytes:
    entry = '<m:file-entry xmlns:m="m"><m:encryption-data/></m:file-entry>'
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": entry, "content.xml": b"\x8f"}
    )


def deep(tag: str, times: int) -> str:
    return f"<{tag}>" * times + f"</{tag}>" * times


def pdf_pages(count: int) -> bytes:
    kids = " ".join(["3 0 R"] * count)
    return pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
    )


def pdf_with(stream: bytes) -> bytes:
    return pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            stream,
        ]
    )


def pdf_locked() -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
    ]
    return pdf_file(objects, f"/Encrypt 3 0 R /ID [<{'41' * 16}> <{'41' * 16}>] ")


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("bomb.docx", bomb, "unpacks to more than"),
    ("parts.docx", quoting_bomb, "holds more than 5,000 files"),
    ("laughs.docx", lambda: zipped({"word/document.xml": LAUGHS}), "declares a document type"),
    (
        "laughs.odt",
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": LAUGHS}),
        "type",
    ),
    ("deep.docx", lambda: docx_package(deep("w:sdt", 5000)), "nested more than 200 deep"),
    ("deep.odt", lambda: odt_package(deep("text:section", 5000)), "nested more than 200 deep"),
    ("deep.html", lambda: ("<html>" + deep("div", 100_000)).encode(), "nested more than 200 deep"),
    ("large.html", lambda: b"<html>" + b" " * limits.MAX_PAGE, "larger than 20 MB"),
    ("deep.rtf", lambda: rtf_document("{" * 5000 + "}" * 5000), "nested more than 200 deep"),
    ("large.rtf", lambda: rtf_document(" " * limits.MAX_BYTES), "larger than 50 MB"),
    ("locked.docx", locked, "password"),
    ("ole.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("old.docx", lambda: OLE, r"save it as \.docx"),
    ("locked.odt", odt_locked, "password"),
    ("cut.docx", lambda: docx_package(docx_paragraph("One."))[:300], "damaged"),
    ("xml.docx", lambda: zipped({"word/document.xml": "<w:document>"}), "damaged"),
    ("none.docx", lambda: zipped({"word/document.txt": "x"}), "no body"),
    ("empty.docx", lambda: docx_package(""), "holds no text"),
    ("empty.odt", lambda: odt_package(""), "holds no text"),
    ("empty.rtf", lambda: rtf_document(""), "holds no text"),
    ("empty.html", lambda: b"<html><body></body></html>", "no text of an article"),
    (
        "consent.html",
        lambda: b"<html><title>Cookie consent</title><body><h1>Hello</h1><p>We use them.",
        "cookie notice",
    ),
]
HOSTILE_PDF: list[tuple[str, Callable[[], bytes], str]] = [
    ("pages.pdf", lambda: pdf_pages(10_000), "has 10,000 pages"),
    ("scanned.pdf", lambda: pdf_pages(3), "no text layer.*OCR"),
    (
        "twice.pdf",
        lambda: pdf_with(pdf_stream(b"x").replace(b"/FlateDecode", b"[/FlateDecode /FlateDecode]")),
        "packed twice",
    ),
    ("locked.pdf", pdf_locked, "password"),
    ("cut.pdf", lambda: b"%PDF-1.7\n" + b"x" * 100, "damaged"),
    ("open.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj<</Length 9>>stream\n" * 20_000, "streams never end"),
    ("half.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj<</Length 9>>stream\nendstream\n" * 20_000, "streams never end"),
]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a document was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def refused(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        documents.read(data, name)
    line = str(caught.value)
    assert line.startswith(f"{name}: ")
    assert "\n" not in line
    assert line.count(": ") >= 2  # the file, the cause, what to do
    assert len(line) < 200


@pytest.mark.parametrize(("name", "make", "reason"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_refused(name: str, make: Callable[[], bytes], reason: str) -> None:
    """The line names the file, the cause and the next step."""
    refused(name, make(), reason)


@pytest.mark.parametrize(("name", "make", "reason"), HOSTILE_PDF, ids=[case[0] for case in HOSTILE_PDF])
def test_refused_pdf(name: str, make: Callable[[], bytes], reason: str) -> None:
    """As well, and before PDFium unpacks anything that is too large."""
    pytest.importorskip("pypdfium2")
    refused(name, make(), reason)


LOWERED: list[tuple[str, Callable[[], bytes], str, int, str]] = [
    ("wide.html", lambda: b"<html>" + b"<b>x" * 2000, "MAX_NODES", 1000, "more than 1,000 elements"),
    ("words.rtf", lambda: rtf_document("\\b" * 2000), "MAX_TOKENS", 1000, "more than 1,000 groups and words"),
    ("wide.docx", lambda: docx_package("<w:p/>" * 2000), "MAX_ELEMENTS", 1000, "more than 1,000 elements"),
    ("long.docx", lambda: docx_package(docx_paragraph("x" * 2000)), "MAX_TEXT", 1000, "million characters of text"),
    (
        "bomb.pdf",
        lambda: pdf_with(pdf_stream(b" " * 3_000_000)),
        "MAX_PDF_STREAM",
        2_000_000,
        "unpacks to more than 2 MB",
    ),
    (
        "sum.pdf",
        lambda: pdf_with(pdf_stream(b" " * 3_000_000)),
        "MAX_PDF_STREAMS",
        2_000_000,
        "unpacks to more than 2 MB",
    ),
]


@pytest.mark.parametrize(("name", "make", "limit", "value", "reason"), LOWERED, ids=[case[0] for case in LOWERED])
def test_refused_past_a_limit(
    monkeypatch: pytest.MonkeyPatch, name: str, make: Callable[[], bytes], limit: str, value: int, reason: str
) -> None:
    """With limits lowered, so that the test is quick."""
    monkeypatch.setattr(limits, limit, value)
    refused(name, make(), reason)


def test_a_bomb_takes_little_memory() -> None:
    """What is past a limit is not unpacked."""
    data = bomb()
    tracemalloc.start()
    with pytest.raises(InputError):
        documents.read(data, "bomb.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_macros_and_links_are_left_alone() -> None:
    """They are bytes of other parts, which are never opened."""
    buffer = io.BytesIO(docx_package(docx_paragraph("One.")))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
        package.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships><Relationship Type="attachedTemplate" Target="http://x.example/t" TargetMode="External"/>'
            "</Relationships>",
        )
    assert documents.read(buffer.getvalue(), "a.docm").text == "One.\n"


def test_a_pdf_with_actions() -> None:
    """JavaScript and links to launch are not run."""
    pytest.importorskip("pypdfium2")
    pdf = Pdf()
    pdf.line(pdf.page(), 50, 700, 10, "The toll rose to 12.")
    data = pdf.bytes().replace(
        b"/Type /Catalog",
        b"/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://x.example'\\)) >> /Type /Catalog",
    )
    assert documents.read(data, "a.pdf").text == "The toll rose to 12.\n"


# What such a page repeats, after and before what, and how often in a page of a megabyte or so.
PAGES = [
    pytest.param("<a ", "", "", 300_000, id="open tags"),
    pytest.param("<!--", "", "", 300_000, id="comments"),
    pytest.param("<p title='", "", "", 200_000, id="quotes"),
    pytest.param("<script>", "", "", 200_000, id="scripts"),
    pytest.param("<li>x", "<ol>", "", 10_000, id="items"),
    pytest.param("<tr><td>x", "<table>" * 150, "", 1000, id="tables"),
    pytest.param("x</p>", "<p>" + "<b>" * 190, "", 1000, id="inline"),
    pytest.param("&amp", "", "", 500_000, id="entities"),
    pytest.param("related ", "<p class='", "'>x", 100_000, id="classes"),
    pytest.param("</p>", "<div>" * 150 + "<p>" + "word " * 50, "", 500, id="ancestors"),
]


@pytest.mark.large
@pytest.mark.parametrize(("part", "before", "after", "times"), PAGES)
def test_pages_that_take_long(part: str, before: str, after: str, times: int) -> None:
    """Work grows with the size of a page and no faster, and a megabyte is read within the time that any test has."""

    def read(times: int) -> None:
        with contextlib.suppress(InputError):
            documents.read(f"<html><body>{before}{part * times}{after}".encode(), "a.html")

    few, many = (growth.steps(lambda count=count: read(count)) for count in (times // 40, times // 10))  # type: ignore[misc]
    assert many <= growth.MOST_STEPS * max(few, growth.FEWEST)
    read(times)
