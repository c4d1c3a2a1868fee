"""Documents as operands of `compare`, `claims` and the library: the text of each, whatever it was saved as."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.archive import files
from revtrack.errors import InputError
from tests.commands.newsdesk import FIRST, SECOND, Desk
from tests.intake.documents.test_hostile_documents import HOSTILE, HOSTILE_PDF
from tests.intake.documents.writers import (
    FORMATS,
    docx_package,
)

KINDS = ("html", "docx", "odt", "rtf", "pdf")
TOLD = "people who died: at least 12 -> at least 21"
TRACKED = (
    "<w:p><w:r><w:t>At least </w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>21</w:t></w:r></w:ins><w:r><w:t> people died.</w:t></w:r></w:p>"
)


def document(kind: str, text: str) -> bytes:
    if kind == "pdf":
        pytest.importorskip("pypdfium2")
    return FORMATS[kind](f"# {text}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_compared_with_a_text(kind: str, empty: Desk) -> None:
    """Either side may be one; the changes are those of the texts."""
    empty.write(f"old.{kind}", document(kind, FIRST))
    for new in ("second.txt", empty.write(f"new.{kind}", document(kind, SECOND))):
        found = json.loads(empty.ok("compare", f"old.{kind}", new, "--format", "json"))
        assert [change["message"].partition(" (")[0] for change in found["changes"]] == [TOLD]


@pytest.mark.parametrize("kind", KINDS)
def test_claims_of_a_document(kind: str, empty: Desk) -> None:
    """By its look, under any name, and from standard input."""
    data = document(kind, FIRST)
    text = empty.ok("claims", "first.txt")
    assert empty.ok("claims", empty.write(f"story.{kind.upper()}", data)) == text
    assert empty.ok("claims", empty.write("story.txt", data)) == text
    assert empty.ok("claims", "-", stdin=data) == text
    assert files.text("story.txt") == files.text(f"story.{kind.upper()}")


def test_standard_input_may_be_one_of_the_two(empty: Desk) -> None:
    """A page piped in is a page."""
    assert TOLD in empty.ok("compare", "-", "second.txt", stdin=document("html", FIRST))


def test_diff_and_note_read_documents(empty: Desk) -> None:
    """As every command that takes two files."""
    empty.write("old.docx", document("docx", FIRST))
    empty.write("new.html", document("html", SECOND))
    assert TOLD in empty.ok("diff", "old.docx", "new.html")
    assert "12" in empty.ok("note", "old.docx", "new.html")


def test_the_type_can_be_named(empty: Desk) -> None:
    """`--as-type` is for what does not look like what it is: a piece of a page, an article about HTML."""
    piece = b"<p>At least 12 people died.</p><nav>Home</nav>"
    assert "12" in empty.ok("claims", "-", "--as-type", "html", stdin=piece)
    source = b"<html> is the first tag of 12 pages."
    empty.write("about.txt", source)
    assert "12" in empty.ok("claims", "about.txt", "--as-type", "text")
    assert "12" in empty.ok("claims", "-", "--as-type", "markdown", stdin=source)
    assert "holds no text" in empty.fails("claims", empty.write("a.txt", "<html><nav>x</nav>"))


def test_the_type_named_is_that_of_standard_input(empty: Desk) -> None:
    """A file beside it is what it looks like; without it, the type is that of both files."""
    empty.write("old.docx", document("docx", FIRST))
    page = b"<p>Ferry toll rises</p><p>At least 12 people died when a ferry sank on Monday, police said.</p>"
    empty.ok("compare", "old.docx", "-", "--as-type", "html", stdin=page)
    assert "old.docx" in empty.fails("compare", "old.docx", "first.txt", "--as-type", "pdf")


@pytest.mark.parametrize("args", [("--tracked", "story.docx"), ("story.docx", "--tracked"), ("--tracked=both", "-")])
def test_a_document_with_tracked_changes_is_a_pair(args: tuple[str, ...], empty: Desk) -> None:
    """Its original version against the one with all changes accepted."""
    data = docx_package(TRACKED)
    empty.write("story.docx", data)
    assert TOLD in empty.ok("compare", *args, stdin=data)


def test_the_pair_is_named_in_the_report(empty: Desk) -> None:
    """A page says which version is which."""
    empty.write("story.docx", docx_package(TRACKED))
    page = empty.ok("compare", "--tracked", "story.docx", "--format", "html")
    assert "story.docx, original" in page
    assert "story.docx, changes accepted" in page


def test_tracked_changes_are_read_as_asked(empty: Desk) -> None:
    """As accepted, unless the original is asked for."""
    empty.write("story.docx", docx_package(TRACKED))
    assert "21" in empty.ok("claims", "story.docx")
    assert "21" in empty.ok("claims", "story.docx", "--tracked", "accepted")
    assert "12" in empty.ok("claims", "story.docx", "--tracked", "original")
    empty.write("new.txt", "At least 21 people died.")
    assert TOLD in empty.ok("compare", "--tracked", "original", "story.docx", "new.txt")
    assert TOLD not in empty.ok("compare", "story.docx", "new.txt")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--tracked", "first.txt"), "first.txt: has no tracked changes: name the other version too"),
        (("--tracked", "plain.docx"), "plain.docx: has no tracked changes"),
        (("--tracked", "plain.docx", "first.txt"), "leave out NEW_FILE"),
        (("plain.docx",), "Missing argument 'NEW_FILE'"),
        (("--tracked", "missing.docx"), "missing.docx: no such file"),
    ],
)
def test_what_is_no_pair_is_refused(args: tuple[str, ...], said: str, empty: Desk) -> None:
    """With what to name instead."""
    empty.write("plain.docx", document("docx", FIRST))
    assert said in empty.fails("compare", *args)


def test_a_revision_has_no_type(desk: Desk) -> None:
    """`--as-type` and `--tracked` are for files."""
    assert "for files only" in desk.fails("claims", "ferry", "--as-type", "html")
    assert "for files only" in desk.fails("claims", "ferry", "--tracked", "original")


@pytest.mark.parametrize(("name", "make", "reason"), HOSTILE + HOSTILE_PDF, ids=lambda value: str(value)[:20])
def test_a_hostile_document_is_one_clear_line(name: str, make: Callable[[], bytes], reason: str, empty: Desk) -> None:
    """Which file, why, what to do; exit code 2, no traceback."""
    if name.endswith(".pdf"):
        pytest.importorskip("pypdfium2")
    empty.write(name, make())
    for args in (("claims", name), ("compare", "first.txt", name)):
        line = empty.fails(*args)
        assert line.startswith(f"revtrack: error: {name}: ")
        assert re.search(reason, line)


def test_without_the_extra_pdf_names_the_command(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """That of this installation, and no package that anyone could register."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setitem(sys.modules, "pypdfium2.raw", None)
    line = empty.fails("claims", empty.write("story.pdf", document("pdf", FIRST)))
    assert "[documents]" in line
    assert "pypdfium2" not in line


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("compare", "first.txt", "second.txt", "-o", "x.pdf"), ".txt, .json, .md or .html"),
        (("compare", "first.txt", "second.txt", "--format", "html", "-o", "x.DOCX"), ".txt, .json, .md or .html"),
        (("diff", "ferry", "-o", "x.docx"), ".txt, .json, .md or .html"),
        (("search", "21", "-o", "x.xlsx"), ".txt, .json or .html"),
        (("stats", "-o", "x.ods"), ".txt, .json or .html"),
        (("report", "ferry", "-o", "x.pdf"), ".html"),
        (("export", "-o", "x.xlsx"), ".parquet"),
    ],
)
def test_a_report_is_not_written_as_what_it_is_not(args: tuple[str, ...], said: str, desk: Desk) -> None:
    """`-o x.pdf` once wrote text under that name; now it names the formats there are."""
    line = desk.fails(*args)
    assert f"{args[-1]}: files of this format are not written" in line
    assert said in line
    assert not Path(args[-1]).exists()


def test_plain_text_loads_no_reader_of_documents(empty: Desk) -> None:
    """It is as quick to read as ever."""
    import subprocess

    code = "import sys, revtrack.cli as c\ntry: c.main(['compare', 'first.txt', 'second.txt'])\nfinally: " + (
        "print([m for m in sys.modules if m.startswith('revtrack.intake')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=empty.folder, capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_the_library_reads_files(empty: Desk) -> None:
    """`files.text` gives the text of any of them, and says what it cannot read."""
    empty.write("story.docx", docx_package(TRACKED))
    assert files.text("story.docx") == "At least 21 people died.\n"
    assert files.text("story.docx", tracked="original") == "At least 12 people died.\n"
    assert files.tracked_pair("story.docx") == ("At least 12 people died.\n", "At least 21 people died.\n")
    with pytest.raises(InputError, match="no tracked changes"):
        files.tracked_pair("first.txt")
