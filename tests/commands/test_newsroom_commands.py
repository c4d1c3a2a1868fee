"""Inside a newsroom's own repository: its history is read by the same commands, and never written to."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.commands.newsdesk import FIRST, SECOND, TIMES, Desk


def git(*args: str, date: str = TIMES[0]) -> str:
    identity = {"GIT_AUTHOR_NAME": "A. Editor", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": date}
    committer = {name.replace("AUTHOR", "COMMITTER"): value for name, value in identity.items()}
    ran = subprocess.run(["git", *args], check=True, capture_output=True, text=True, env=identity | committer)
    return ran.stdout


@pytest.fixture
def newsroom(empty: Desk) -> Desk:
    """A repository with two commits of `news/ferry.md`."""
    git("init", "-q")
    for text, time in ((FIRST, TIMES[0]), (SECOND, TIMES[1])):
        empty.write("news/ferry.md", text)
        git("add", "news")
        git("commit", "-q", "-m", "Update the toll" if text == SECOND else "First alert", date=time)
    return empty


def test_log_and_list_read_its_commits(newsroom: Desk) -> None:
    """Authors, dates and messages are those of Git."""
    (first, second) = json.loads(newsroom.ok("log", "ferry", "--format", "json"))["revisions"]
    assert (first["time"], first["by"], first["note"]) == (TIMES[0], "A. Editor", "First alert")
    assert second["summary"] == {"figure": {"value": 1}}
    assert newsroom.ok("list").startswith("news/ferry.md ")


@pytest.mark.parametrize("operand", ["ferry", "news/ferry.md", "article:ferry"])
def test_an_article_is_a_file_of_the_work_tree(operand: str, newsroom: Desk) -> None:
    """A path or a part of it names the article."""
    assert newsroom.ok("show", f"{operand}@1") == FIRST
    assert [one["labels"] for one in json.loads(newsroom.ok("diff", operand, "--format", "json"))["changes"]] == [
        ["value"]
    ]


def test_paths_are_those_of_the_current_folder(newsroom: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """In `news/` the file is `ferry.md`."""
    monkeypatch.chdir(newsroom.folder / "news")
    assert "12 -> at least 21" in newsroom.ok("diff", "ferry.md")


def test_uncommitted_text_is_compared_with_the_last_commit(newsroom: Desk) -> None:
    """Before the commit is when one wants to know."""
    newsroom.write("news/ferry.md", SECOND.replace("21 people", "23 people"))
    found = json.loads(newsroom.ok("diff", "ferry", "--format", "json"))
    assert (found["old"]["revision"], found["new"]["commit"]) == (2, "worktree")


def test_nothing_is_written(newsroom: Desk) -> None:
    """`add` refuses and names the ways out; reading leaves the repository as it was."""
    before = sorted(path for path in Path().rglob("*") if path.is_file())
    said = newsroom.fails("add", "first.txt")
    assert "git commit" in said
    assert "revtrack init" in said
    for line in ("list", "log", "show ferry", "claims ferry", "diff ferry"):
        newsroom.ok(*line.split())
    assert sorted(path for path in Path().rglob("*") if path.is_file()) == before
