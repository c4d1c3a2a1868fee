"""Documents as articles of a newsroom's repository, where the house rules say that they are."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from revtrack.cli import main
from revtrack.intake import documents
from tests.commands.newsdesk import FIRST, SECOND
from tests.commands.newsroom import Newsroom
from tests.commands.test_document_files import KINDS, TOLD, document

NOTICE = "\nCorrection: An earlier version of this article gave the number of people as 12. It is 21.\n"


def ok(*args: str) -> str:
    result = CliRunner().invoke(main, [*args])
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, bare_room: Newsroom) -> str:
    """A format; `news/ferry.KIND` is published in it."""
    kind: str = request.param
    bare_room.stage("revtrack.toml", f'articles = ["*.{kind}", "*.md"]\n')
    bare_room.publish(f"news/ferry.{kind}", document(kind, FIRST))
    return kind


def test_an_edit_of_a_document_is_checked(kind: str, bare_room: Newsroom) -> None:
    """A finding names the file; its lines are not those of the text, so it points to the first one."""
    name = f"news/ferry.{kind}"
    assert bare_room.codes() == []
    bare_room.stage(name, document(kind, SECOND))
    assert bare_room.codes(code=1) == ["F101", "K101"]
    finding, reminder = json.loads(bare_room.check("--format", "json").stdout)["findings"]
    assert reminder["line"] == 1
    assert (finding["path"], finding["line"], finding["end_line"]) == (name, 1, 1)
    assert TOLD in finding["message"]
    bare_room.stage(name, document(kind, SECOND + NOTICE))
    assert bare_room.codes() == []


def test_a_document_that_cannot_be_read_is_named(kind: str, bare_room: Newsroom) -> None:
    """With the reason, and exit code 2; a repaired one passes."""
    name = f"news/ferry.{kind}"
    bare_room.stage(name, b"PK\x03\x04rest")
    result = bare_room.check()
    assert result.exit_code == 2
    assert f"revtrack: error: {name}: " in result.stderr
    bare_room.publish(name, b"PK\x03\x04rest")
    bare_room.stage(name, document(kind, FIRST))
    assert bare_room.codes() == []


def test_the_history_of_a_document(kind: str, bare_room: Newsroom) -> None:
    """Every command that reads a repository reads its text, and its words are counted."""
    name = f"news/ferry.{kind}"
    bare_room.publish(name, document(kind, SECOND))
    assert TOLD in ok("diff", name, "1", "2")
    assert "at least 12 -> at least 21" in ok("log", "ferry")
    assert "21" in ok("search", "people")
    assert ok("show", "ferry") == documents.read(document(kind, SECOND), "").text
    words = [one["words"] for one in json.loads(ok("log", "ferry", "--format", "json"))["revisions"]]
    assert words == [len(documents.read(document(kind, text), "").text.split()) for text in (FIRST, SECOND)]
    bare_room.write(name, document(kind, SECOND.replace("21", "30")))
    assert "at least 21 -> at least 30" in ok("diff", name)


def test_words_of_documents_are_counted_once(bare_room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their texts are kept in the user's cache folder."""
    bare_room.stage("revtrack.toml", 'articles = ["*.docx"]\n')
    bare_room.publish("ferry.docx", document("docx", FIRST))
    listed = ok("list")
    monkeypatch.setattr(documents, "read", None)
    assert ok("list") == listed


def test_html_under_front_matter_keeps_its_lines(bare_room: Newsroom) -> None:
    """It is a text with markup: findings point into it, and its front matter is read."""
    text = "---\ntitle: Ferry toll rises\n---\n<p>Police said on Monday:</p>\n<p>At least <b>12</b> people died.</p>\n"
    bare_room.stage("revtrack.toml", 'articles = ["*.html"]\n')
    bare_room.publish("ferry.html", text)
    bare_room.stage("ferry.html", text.replace("12", "21"))
    finding, _ = json.loads(bare_room.check("--format", "json").stdout)["findings"]
    assert (finding["code"], finding["line"]) == ("F101", 5)
    draft = text.replace("title:", "draft: true\ntitle:")
    bare_room.publish("draft.html", draft)
    bare_room.stage("draft.html", draft.replace("12", "21"))
    assert bare_room.codes() == []


@pytest.mark.parametrize("kind", KINDS[1:])
def test_documents_are_imported_from_git(kind: str, bare_room: Newsroom) -> None:
    """Every version, as it was committed; one that cannot be read is skipped with the reason."""
    versions = [document(kind, FIRST), b"PK\x03\x04rest", document(kind, SECOND)]
    for number, data in enumerate(versions):
        bare_room.stage(f"news/ferry.{kind}", data)
        bare_room.git("commit", "--quiet", "-m", "Publish", "--date", f"2024-10-31T08:0{number}:00Z")
    ok("init", "desk")
    result = CliRunner().invoke(main, ["import", "git", ".", f"*.{kind}", "--quiet", "--store", "desk"])
    assert "3 records: 2 added, 0 already known, 0 set aside, 1 skipped" in result.stdout
    assert f"news/ferry.{kind}: news__ferry" in result.stderr
    assert TOLD in ok("diff", "news__ferry", "--store", "desk")
    shown = CliRunner().invoke(main, ["show", "news__ferry", "--bytes", "--store", "desk"])
    assert shown.stdout_bytes == versions[-1]
    assert "everything is as it was added" in ok("verify", "--store", "desk")


def test_show_config_reads_documents(kind: str, bare_room: Newsroom) -> None:
    """It says that the article is published."""
    assert "published: yes" in ok("check", "--show-config", f"news/ferry.{kind}")
