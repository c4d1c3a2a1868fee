"""The places that commands are tried in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from newsdesk import FIRST, SECOND, THIRD, TIMES, Desk
from newsroom import COURT, FERRY, SETTINGS, Newsroom


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder without a store, and three drafts in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("REVTRACK_STORE", "REVTRACK_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    desk = Desk(tmp_path)
    for name, text in zip(("first.txt", "second.txt", "third.txt"), (FIRST, SECOND, THIRD), strict=True):
        desk.write(name, text)
    return desk


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """The same folder with a store, in which `ferry` has three revisions."""
    empty.ok("init")
    for name, time in zip(("first.txt", "second.txt", "third.txt"), TIMES, strict=True):
        empty.ok("add", name, "--as", "ferry", "--at", time, "--by", "A. Editor", "-m", f"From {name}")
    return empty


@pytest.fixture
def bare_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A repository without a commit, beside the person's own settings."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT", "REVTRACK_"))]:
        if name != "REVTRACK_REQUIRE_ALL":
            monkeypatch.delenv(name)
    settings = tmp_path / "gitconfig"
    settings.write_text(SETTINGS)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    room = Newsroom(tmp_path / "newsroom")
    room.top.mkdir()
    room.git("init", "--quiet")
    monkeypatch.chdir(room.top)
    return room


@pytest.fixture
def room(bare_room: Newsroom) -> Newsroom:
    """The same with two published articles."""
    bare_room.write("news/ferry.md", FERRY)
    bare_room.write("court.txt", COURT)
    bare_room.git("add", ".")
    bare_room.git("commit", "--quiet", "-m", "Publish")
    return bare_room
