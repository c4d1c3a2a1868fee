"""`--open`: an HTML report in the reader's browser."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from tests.commands.newsdesk import Desk

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The addresses that a browser was asked to open."""
    seen: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: not seen.append(url))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return seen


def test_open_writes_a_page_of_its_own_and_says_where(desk: Desk, opened: list[str]) -> None:
    """Without -o the report goes to a temporary file."""
    result = desk.run("diff", "ferry", "1", "2", "--open")
    (path,) = [Path(unquote(urlparse(url).path)) for url in opened]
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"written to {path}\n")
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_open_shows_the_file_that_was_written(desk: Desk, opened: list[str]) -> None:
    """With -o it is that file, whatever its suffix."""
    desk.ok("compare", "first.txt", "second.txt", "-o", "what changed.page", "--open")
    assert opened == [(desk.folder / "what changed.page").as_uri()]


@pytest.mark.parametrize("args", [("--format", "json"), ("-o", "changes.md")])
def test_open_is_for_html_alone(args: tuple[str, ...], desk: Desk, opened: list[str]) -> None:
    """Another format is refused before anything is written."""
    assert "leave out --format" in desk.fails("diff", "ferry", *args, "--open")
    assert opened == []


def test_without_a_browser_the_file_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is there all the same."""
    monkeypatch.setattr("webbrowser.open", lambda url: False)
    result = desk.run("diff", "ferry", "-o", "report.html", "--open")
    assert (result.exit_code, result.stderr) == (0, "no browser found: open report.html yourself\n")


def test_a_report_of_two_files_names_them_without_their_folder(empty: Desk) -> None:
    """Whoever gets the page knows the files, and nothing of the machine."""
    empty.ok("compare", str(empty.folder / "first.txt"), "-", "-o", "changes.html", stdin=b"Nothing.")
    text = (empty.folder / "changes.html").read_text(encoding="utf-8")
    assert '<dd class="name">first.txt</dd>' in text
    assert '<dd class="name">standard input</dd>' in text
    assert str(empty.folder) not in text


@pytest.mark.parametrize("article", ["seeds/north-korea-troops", "fixtures/court-report", "fixtures/business-results"])
def test_a_report_is_small_enough_to_send(article: str, empty: Desk) -> None:
    """No more than 150 KB above both texts."""
    folder = ROOT / article
    first, last = folder / "1.txt", max(folder.glob("?.txt"))
    empty.ok("compare", str(first), str(last), "-o", "changes.html")
    texts = first.stat().st_size + last.stat().st_size
    assert (empty.folder / "changes.html").stat().st_size <= 150_000 + texts
