"""What the page asks of revtrack: the answers are those of the command line, and errors can be shown as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from revtrack.browser import inside
from revtrack.cli import main
from revtrack.errors import InputError

OLD = "Ferry sinks\n\nAt least 12 people died, police said on Thursday.\n"
NEW = "Ferry sinks\n\nAt least 21 people died, police said on Thursday.\n"


@pytest.mark.parametrize("form", ["json", "markdown", "html"])
def test_a_format_is_that_of_the_command_line(form: str, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    command = ["compare", str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), "--format", form]
    printed = CliRunner().invoke(main, command).output
    assert inside.compared(OLD, NEW, form, "old.txt", "new.txt") == printed  # type: ignore[arg-type]


def test_text_is_what_a_mail_can_hold() -> None:
    told = inside.compared(OLD, NEW, "text")
    assert "at least 12 -> at least 21" in told
    assert "\x1b" not in told
    assert max(map(len, told.splitlines())) <= inside.WIDTH


def test_a_notice_is_drafted_only_where_something_is_wrong() -> None:
    assert inside.notice(OLD, OLD, "plain", "2024-10-31") == ""
    assert "12" in inside.notice(OLD, NEW, "plain", "2024-10-31")
    assert "October 31" in inside.notice(OLD, NEW, "nyt", "2024-10-31") or inside.notice(OLD, NEW, "plain", "")


def test_claims_are_those_of_one_version() -> None:
    assert [claim["text"] for claim in json.loads(inside.claims(NEW))["claims"] if claim["kind"] == "figure"] == ["21"]


def test_a_file_is_read_by_what_it_is() -> None:
    assert inside.read("story.txt", OLD.encode()) == OLD
    page = b"<html><body><article><h1>Ferry sinks</h1><p>At least 12 people died.</p></article></body></html>"
    assert "# Ferry sinks" in inside.read("story.html", page)


@pytest.mark.parametrize(
    ("name", "data"), [("scan.pdf", b"%PDF-1.7\n"), ("x.docx", b"PK\x03\x04broken"), ("b", b"\0" * 9)]
)
def test_a_file_that_cannot_be_read_says_why(name: str, data: bytes) -> None:
    with pytest.raises(InputError, match=name.replace(".", r"\.")):
        inside.read(name, data)


def test_what_is_pasted_keeps_its_headings_lists_and_links() -> None:
    markup = "<meta charset='utf-8'><h2>Ferry sinks</h2><ul><li>12 died</li></ul><p>See <a href='https://a.example'>here</a>.</p>"
    assert inside.pasted(markup, "Ferry sinks\n12 died\nSee here.").split("\n\n")[:2] == ["## Ferry sinks", "- 12 died"]


def test_nothing_pasted_is_lost() -> None:
    """Where markup holds less than the plain text beside it, the plain text is taken."""
    assert inside.pasted("<p></p>", "At least 12 people died.") == "At least 12 people died."
    assert inside.pasted("", "At least 12 people died.") == "At least 12 people died."
