"""How often Git is started for a diff of a file in a work tree: each start is felt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import revtrack
from revtrack import git
from revtrack.git import repository

OLD, NEW = "At least 12 people died, police said.\n", "At least 14 people died, police said.\n"


def _git(folder: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=Ann", "-c", "user.email=ann@news.example", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "room"
    folder.mkdir()
    _git(folder, "init", "--quiet")
    (folder / "ferry.md").write_text(OLD)
    _git(folder, "add", ".")
    _git(folder, "commit", "--quiet", "--message", "Publish")
    (folder / "ferry.md").write_text(NEW)
    return folder


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands of Git that are started."""
    started: list[str] = []
    start = repository._start

    def noted(arguments: list[str], *given: object) -> subprocess.Popen[bytes]:
        started.append(next(word for word in arguments if word in ("version", "ls-files", "log", "cat-file")))
        return start(arguments, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(repository, "_start", noted)
    git.require.cache_clear()
    return started


def test_three_calls_and_the_version(room: Path, started: list[str]) -> None:
    found = revtrack.open(room).diff("ferry.md")
    assert [one.labels for one in found.changes] == [("value",)]
    assert started == ["version", "ls-files", "log", "cat-file"]


def test_two_revisions_that_are_named_need_no_more(room: Path, started: list[str]) -> None:
    revtrack.open(room).diff("ferry.md", "first", "worktree")
    assert started == ["version", "ls-files", "log", "cat-file"]


def test_what_is_committed_meanwhile_is_seen(room: Path) -> None:
    archive = revtrack.open(room)
    assert len(archive.log("ferry.md").entries) == 1
    _git(room, "commit", "--quiet", "--all", "--message", "Correct")
    assert len(archive.log("ferry.md").entries) == 2


def test_gitpython_is_not_loaded(room: Path) -> None:
    code = f"import sys, revtrack; revtrack.open({str(room)!r}).diff('ferry.md'); print('git' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"


def test_head_is_what_the_work_tree_is_held_against(room: Path) -> None:
    """Not the revision with the latest author's date: what HEAD has may have been written earlier."""
    archive = revtrack.open(room)
    _git(room, "commit", "--quiet", "--all", "--message", "Earlier", "--date", "2001-01-01T00:00:00Z")
    (room / "ferry.md").write_text(OLD.replace("12", "17"))
    found = archive.diff("ferry.md")
    assert [(one.old.text, one.new.text) for one in found.changes if one.old and one.new] == [("14", "17")]


def test_a_branch_that_is_packed_is_found(room: Path) -> None:
    _git(room, "pack-refs", "--all")
    assert revtrack.open(room).diff("ferry.md").changes


def test_a_file_that_head_no_longer_has(room: Path) -> None:
    (room / "ferry.md").write_text(NEW)
    _git(room, "commit", "--quiet", "--all", "--message", "Correct")
    _git(room, "rm", "--quiet", "--cached", "ferry.md")
    _git(room, "commit", "--quiet", "--message", "Take down")
    _git(room, "add", "ferry.md")
    assert [one.number for one in revtrack.open(room).source.revisions("ferry.md")] == [1, 2]
