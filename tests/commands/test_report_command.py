"""`revtrack report`: the history of an article as a page."""

from __future__ import annotations

import os
import re

import pytest

from revtrack.model import Revision
from tests.commands.newsdesk import Desk


def test_the_page_has_every_revision_and_every_pair(desk: Desk) -> None:
    """Three revisions: two neighbours and the first with the last."""
    text = desk.ok("report", "ferry")
    assert re.findall(r'<li id="(revision-\d)"', text) == ["revision-3", "revision-2", "revision-1"]
    assert "From version 1 to version 3" in text
    assert "This page can compare any two versions." in text


def test_the_page_goes_to_a_file(desk: Desk) -> None:
    """As the option of the other commands says."""
    assert desk.ok("report", "ferry", "-o", "ferry.html") == ""
    assert (desk.folder / "ferry.html").read_text(encoding="utf-8") == desk.ok("report", "ferry")


def test_the_page_is_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that was written, in the browser."""
    seen: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: not seen.append(url))
    desk.ok("report", "ferry", "-o", "ferry.html", "--open")
    assert seen == [(desk.folder / "ferry.html").as_uri()]


def test_a_revision_that_is_no_text_is_told_and_left_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others make a page all the same; none left is a failure."""
    from revtrack.archive.cache import ReadingCache
    from revtrack.errors import InputError

    read = ReadingCache.text

    def fussy(cache: ReadingCache, revision: Revision, data: bytes) -> str:
        if b"21" in data and b"deputy" not in data:
            raise InputError("ferry@2: is no text")
        return read(cache, revision, data)

    monkeypatch.setattr(ReadingCache, "text", fussy)
    result = desk.run("report", "ferry")
    assert (result.exit_code, result.stderr) == (0, "revision 2 is left out: ferry@2: is no text\n")
    assert 'id="r1-3"' in result.stdout
    monkeypatch.setattr(ReadingCache, "text", lambda cache, revision, _: fussy(cache, revision, b"21"))
    assert "none of its revisions is a text" in desk.run("report", "ferry").stderr


def test_an_unknown_article_is_told(desk: Desk) -> None:
    """With the exit code of a failure."""
    assert "boat" in desk.fails("report", "boat")


def test_a_saved_diff_makes_the_same_page(desk: Desk) -> None:
    """Later, and without the store; what is not a diff is refused with the name of the file."""
    desk.ok("diff", "ferry", "--format", "json", "-o", "diff.json")
    assert desk.ok("report", "--from", "diff.json") == desk.ok("diff", "ferry", "--format", "html")
    assert "first.txt: is not JSON" in desk.fails("report", "--from", "first.txt")
    assert "is larger than" in desk.fails("report", "--from", os.devnull.replace("null", "zero")) or os.name == "nt"
    desk.write("deep.json", "[" * 100_000)
    assert "nested too deep" in desk.fails("report", "--from", "deep.json")
    assert "leave out ARTICLE" in desk.fails("report", "ferry", "--from", "diff.json")
    assert "Missing argument 'ARTICLE'" in desk.fails("report")
