"""Documents in a store: kept as they came, and read again wherever their text is needed."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import revtrack
from fuzz import growth
from revtrack.archive import texts
from revtrack.errors import InputError
from revtrack.intake import documents
from tests.commands.newsdesk import FIRST, SECOND, TIMES, Desk
from tests.commands.test_document_files import KINDS, TOLD, document
from tests.intake.documents.test_hostile_documents import HOSTILE, HOSTILE_PDF

PAGE = (
    '<!DOCTYPE html><html><head><title>Ferry toll rises</title><link rel="canonical" href="{}"></head><body><article>'
    "<h1>Ferry toll rises</h1><p>{} people died when a ferry sank on Monday, police said.</p></article></body></html>"
)
ADDRESS = "https://news.example/2024/ferry?utm_source=x"


@pytest.fixture
def store(empty: Desk) -> Desk:
    empty.ok("init")
    return empty


def added(desk: Desk, name: str, data: bytes, *args: str) -> bytes:
    desk.ok("add", desk.write(name, data), *args)
    return data


def revisions(desk: Desk) -> list[dict[str, object]]:
    return json.loads(desk.ok("log", "--format", "json"))["revisions"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_kept_as_it_came(kind: str, store: Desk) -> None:
    """`show` prints its text, `show --bytes` the file; its suffix is kept, its words are counted."""
    data = added(store, f"ferry.{kind}", document(kind, FIRST))
    assert store.run("show", "ferry", "--bytes").stdout_bytes == data
    assert store.ok("show", "ferry") == documents.read(data, "").text
    listed = subprocess.run(
        ["git", "-C", ".revtrack", "ls-tree", "-r", "--name-only", "HEAD"], capture_output=True, text=True, check=True
    )
    assert listed.stdout.endswith(f"/ferry.{kind}\n")
    assert "nothing added" in store.ok("add", f"ferry.{kind}")
    assert "everything is as it was added" in store.ok("verify")
    assert len(documents.read(data, "").text.split()) == revtrack.open().revision("ferry").words


def test_a_page_gives_its_byline_and_times(store: Desk) -> None:
    """As the defaults of `--by` and `--at`; a time no later than what is kept is not that of a new version."""
    stated = (
        '<meta name="author" content="Ruth Calloway"><meta property="article:published_time" content="{}">'
        '<meta property="article:modified_time" content="{}"></head>'
    )

    def page(people: int, published: str, modified: str) -> bytes:
        text = PAGE.format(ADDRESS, people).replace("</head>", stated.format(published, modified))
        return text.encode()

    added(store, "a.html", page(12, "2024-05-14T07:30:00Z", "2024-05-14T18:05:00+02:00"))
    again = store.write("b.html", page(13, "2024-05-14T07:30:00Z", "2024-05-14T18:05:00+02:00"))
    said = store.run("add", again, "--by", "A. Editor")
    assert said.exit_code == 0
    assert "b.html: states 2024-05-14T16:05:00Z as its time, and is kept as published at" in said.stderr
    first, second = revisions(store)
    assert (first["time"], first["by"], second["by"]) == ("2024-05-14T16:05:00Z", "Ruth Calloway", "A. Editor")
    assert str(second["time"]) > "2024-05-14T16:05:00Z"


def test_plain_text_is_shown_to_the_byte(store: Desk) -> None:
    """As ever, with `--bytes` and without."""
    data = added(store, "ferry.txt", "\ufeffAt least “12”.\r\n".encode())
    for args in ((), ("--bytes",)):
        assert store.run("show", "ferry", *args).stdout_bytes == data


@pytest.mark.parametrize("kind", KINDS)
def test_every_command_reads_the_text(kind: str, store: Desk) -> None:
    """A document and a text are two versions of one article."""
    for name, data, at in (
        (f"a.{kind}", document(kind, FIRST), TIMES[0]),
        ("a.txt", f"# {SECOND}".encode(), TIMES[1]),
        (f"b.{kind}", document(kind, SECOND.replace("21", "30")), TIMES[2]),
    ):
        added(store, name, data, "--as", "ferry", "--at", at)
    assert len(revisions(store)) == 3
    assert TOLD in store.ok("diff", "ferry", "1", "2")
    assert "at least 21 -> at least 30" in store.ok("log", "ferry")
    assert "at least 12 (r1)" in store.ok("history", "ferry")
    assert "30" in store.ok("blame", "ferry", "--kind", "figure")
    assert "30" in store.ok("claims", "ferry")
    assert "2 figure changes" in store.ok("search", "people", "--kind", "figure")
    assert "3 revisions" in store.ok("stats")
    assert 'id="r2-3"' in store.ok("report", "ferry")
    assert store.ok("export", "claims").count("ferry,3,") > 3
    assert "21" in store.ok("note", "ferry", "1", "2")
    store.ok("site", "public")
    assert (store.folder / "public/a/ferry/r1-2.html").exists()
    assert "everything is as it was added" in store.ok("verify")


def test_a_batch_reads_the_documents_of_a_store(store: Desk) -> None:
    """Their pairs are compared as those of texts are."""
    pytest.importorskip("pyarrow")
    added(store, "a.docx", document("docx", FIRST), "--as", "ferry", "--at", TIMES[0])
    added(store, "a.html", document("html", SECOND), "--as", "ferry", "--at", TIMES[1])
    result = store.run("batch", ".revtrack", "out", "--workers", "1")
    assert result.exit_code == 0, result.stderr
    assert "skipped" not in result.stdout or "0 skipped" in result.stdout


def test_the_text_of_a_document_is_read_once(store: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is cached by its bytes and the edition of the reading."""
    for name, text, at in (("a.docx", FIRST, TIMES[0]), ("b.docx", SECOND, TIMES[1])):
        added(store, name, document("docx", text), "--as", "ferry", "--at", at)
    shown = store.ok("diff", "ferry")
    read: list[str] = []
    real = documents.read

    def noted(data: bytes, name: str, **given: object) -> documents.Document:
        read.append(name)
        return real(data, name, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(documents, "read", noted)
    assert store.ok("diff", "ferry") == shown
    assert read == []
    monkeypatch.setattr("revtrack.lexicon.edition.READING", 0)
    assert store.ok("diff", "ferry") == shown
    assert read == ["ferry@1", "ferry@2"]


@pytest.mark.parametrize(("name", "make", "reason"), HOSTILE + HOSTILE_PDF, ids=lambda value: str(value)[:20])
def test_what_has_no_text_is_not_added(name: str, make: Callable[[], bytes], reason: str, store: Desk) -> None:
    """A scan, a password, a bomb: refused with the reason, and nothing is half-written."""
    if name.endswith(".pdf"):
        pytest.importorskip("pypdfium2")
    line = store.fails("add", store.write(name, make()))
    assert line.startswith(f"revtrack: error: {name}: ")
    assert re.search(reason, line)
    assert revisions(store) == []
    assert not list((store.folder / ".revtrack/refs/heads").iterdir())


def test_others_are_added_beside_one_that_is_refused(store: Desk) -> None:
    """As with texts."""
    store.write("a.docx", b"PK\x03\x04rest")
    store.write("b.docx", document("docx", FIRST))
    result = store.run("add", "a.docx", "b.docx")
    assert (result.exit_code, result.stdout[:12]) == (2, "b: revision ")


def test_a_piece_of_a_page_is_not_added(store: Desk) -> None:
    """The store knows a page by its bytes: read again, the piece would be text."""
    assert "only a part of a web page" in store.fails("add", store.write("piece.html", "<p>At least 12 died.</p>"))


def test_html_under_front_matter_is_a_text_with_markup(store: Desk) -> None:
    """What a site is made from: its tags are left out, its front matter is read, and it is kept."""
    first = "---\ntitle: Ferry toll rises\n---\n<p>At least <b>12</b> people died on Monday, police said.</p>\n"
    added(store, "ferry.html", first.encode(), "--at", TIMES[0])
    added(store, "ferry.html", first.replace("12", "21").encode(), "--at", TIMES[1])
    assert TOLD in store.ok("diff", "ferry")
    assert store.ok("show", "ferry@1") == first
    store.write("first.html", first)
    assert TOLD in store.ok("compare", "first.html", "ferry.html")


def test_standard_input_may_be_a_document(store: Desk) -> None:
    """Its suffix is that of what it is."""
    store.ok("add", "-", "--as", "ferry", stdin=document("docx", FIRST))
    assert "At least 12" in store.ok("show", "ferry")


def test_two_saved_pages_of_one_address_are_one_article(store: Desk) -> None:
    """Whatever their files are called; the address is the source of the revision."""
    added(store, "morning.html", PAGE.format(ADDRESS, "At least 12").encode(), "--at", TIMES[0])
    store.write("evening.html", PAGE.format("http://news.example/2024/ferry/", "At least 21"))
    assert store.ok("add", "evening.html", "--at", TIMES[1]).startswith("morning: revision 2 added")
    assert TOLD in store.ok("diff", "morning")
    assert revtrack.open().revision("morning@1").source == ADDRESS
    other = PAGE.format("https://news.example/2024/court", "At least 5")
    assert store.ok("add", store.write("court.html", other)).startswith("court: revision 1 added")


def test_the_name_given_wins_over_the_address(store: Desk) -> None:
    """`--as` says which article, `--source` where it was published."""
    added(store, "a.html", PAGE.format(ADDRESS, "At least 12").encode(), "--at", TIMES[0])
    store.write("b.html", PAGE.format(ADDRESS, "At least 21"))
    said = store.ok("add", "b.html", "--as", "other", "--source", "https://wire.example/1", "--at", TIMES[1])
    assert said.startswith("other: revision 1 added")
    assert revtrack.open().revision("other").source == "https://wire.example/1"


def test_pages_of_two_addresses_are_not_mixed_by_their_file_name(store: Desk) -> None:
    """Every saved page may be called index.html."""
    added(store, "index.html", PAGE.format(ADDRESS, "At least 12").encode())
    store.write("index.html", PAGE.format("https://news.example/2024/court", "At least 12"))
    assert "name its article with --as" in store.fails("add", "index.html")
    store.ok("add", "index.html", "--as", "court")


def test_a_damaged_document_in_the_store_is_left_out(store: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that this revtrack cannot read any more is named with the reason, and the others are compared."""
    for name, text, at in (("a.docx", FIRST, TIMES[0]), ("b.docx", SECOND, TIMES[1])):
        added(store, name, document("docx", text), "--as", "ferry", "--at", at)
    real = texts.stored

    def fussy(data: bytes, name: str) -> str:
        if name == "ferry@1":
            raise InputError(f"{name}: is damaged; save it anew")
        return real(data, name)

    monkeypatch.setattr(texts, "stored", fussy)
    assert "not compared: ferry@1: is damaged" in store.ok("log", "ferry")
    assert "ferry@1: is damaged" in store.fails("show", "ferry@1")
    assert store.run("show", "ferry@1", "--bytes").exit_code == 0


def test_an_address_is_found_in_ten_times_the_articles_in_as_many_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever adds a page of a large store does not wait for a look at all its sources."""

    def steps(count: int) -> int:
        monkeypatch.chdir(tmp_path)
        Desk(tmp_path).ok("init", str(count))
        monkeypatch.setenv("REVTRACK_STORE", str(tmp_path / str(count)))
        rows = (
            {"article": f"a{n}", "source": f"https://news.example/{n}", "text": "12 died.", "time": "2024-01-01"}
            for n in range(count)
        )
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        Desk(tmp_path).ok("import", "jsonl", "-", "--quiet", stdin=lines.encode())
        told: list[str] = []
        for toll in (21, 34):  # the first one loads tables
            Desk(tmp_path).write("x.html", PAGE.format(f"https://news.example/{count - 1}", f"At least {toll}"))
            found = growth.steps(lambda: told.append(Desk(tmp_path).ok("add", "x.html")))
        assert [line.split(" added")[0] for line in told] == [f"a{count - 1}: revision {n}" for n in (2, 3)]
        return found

    few = steps(60)
    assert steps(600) < few * 1.2


def test_the_library_adds_files(store: Desk) -> None:
    """With `add_file`, or the bytes with `add`."""
    archive = revtrack.open()
    store.write("ferry.docx", document("docx", FIRST))
    assert archive.add_file("ferry.docx", at=TIMES[0]).revision.article == "ferry"
    assert archive.add(document("html", SECOND), "ferry", at=TIMES[1]).revision.number == 2
    assert archive.text("ferry", 1).startswith("# Ferry toll rises\n")
    assert archive.show("ferry", 2) == document("html", SECOND)
    assert archive.diff("ferry").changes[0].message.startswith(TOLD)
