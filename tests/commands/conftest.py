"""The places that commands are tried in.

What it takes Git a dozen processes to make is made once a session, and copied for each test.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.made_once import made_once
from tests.commands.newsdesk import COURT_CORRECTED, COURT_OPENS, DRAFTS, TIMES, Desk, drafted
from tests.commands.newsroom import COURT, FERRY, Newsroom, founded


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder without a store, and three drafts in it."""
    return drafted(tmp_path, monkeypatch)


@pytest.fixture
def desk(empty: Desk, three_revisions: Path) -> Desk:
    """The same folder with a store, in which `ferry` has three revisions."""
    shutil.copytree(three_revisions, empty.folder, dirs_exist_ok=True)
    return empty


@pytest.fixture
def two(empty: Desk, two_articles: Path) -> Desk:
    """The desk with a second article, whose change a notice acknowledges."""
    shutil.copytree(two_articles, empty.folder, dirs_exist_ok=True)
    return empty


@pytest.fixture
def bare_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A repository without a commit, beside the person's own settings."""
    return founded(tmp_path, monkeypatch)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_published: Path) -> Newsroom:
    """The same with two published articles."""
    shutil.copytree(two_published, tmp_path / "newsroom")
    room = founded(tmp_path, monkeypatch)
    room.git("update-index", "--refresh")  # which knows the files by the time they were made at
    return room


@pytest.fixture(scope="session")
def three_revisions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `desk` is a copy of."""
    with made_once(tmp_path_factory) as (folder, monkeypatch):
        desk = drafted(folder, monkeypatch)
        desk.ok("init")
        for name, time in zip(DRAFTS, TIMES, strict=True):
            desk.ok("add", name, "--as", "ferry", "--at", time, "--by", "A. Editor", "-m", f"From {name}")
        return folder


@pytest.fixture(scope="session")
def two_articles(three_revisions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `two` is a copy of."""
    with made_once(tmp_path_factory) as (folder, monkeypatch):
        shutil.copytree(three_revisions, folder, dirs_exist_ok=True)
        desk = drafted(folder, monkeypatch)
        for text, at in ((COURT_OPENS, "2024-11-02T08:00:00Z"), (COURT_CORRECTED, "2024-11-02T10:00:00Z")):
            desk.write("court.txt", text)
            desk.ok("add", "court.txt", "--at", at)
        return folder


@pytest.fixture(scope="session")
def two_published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `room` is a copy of."""
    with made_once(tmp_path_factory) as (folder, monkeypatch):
        room = founded(folder, monkeypatch)
        room.write("news/ferry.md", FERRY)
        room.write("court.txt", COURT)
        room.git("add", ".")
        room.git("commit", "--quiet", "-m", "Publish")
        return room.top
