"""What a newsroom's texts were understood as lies in the user's cache folder, or nowhere."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.index import user_folder
from revtrack.repositories.newsroom import Newsroom

Git = Callable[..., str]


@pytest.fixture
def top(tmp_path: Path, git: Git) -> Path:
    folder = tmp_path / "newsroom"
    folder.mkdir()
    git(folder, "init", "--quiet")
    (folder / "storm.md").write_text("At least 12 people died.\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "First alert")
    return folder


def files(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def is_kept(top: Path) -> bool:
    """Whether a value is found again by another object."""
    Newsroom(top).keep("edition", {"key": b"value"})
    return Newsroom(top).kept("edition", "key") == b"value"


@pytest.mark.parametrize("where", ["inside", "a file", "below a file", "relative"])
def test_without_a_cache_folder_nothing_is_kept_and_nothing_fails(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Neither in the repository, which is only read, nor where no folder can be made."""
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "revtrack").write_text("in the way")
    places = {"inside": top / "cache", "a file": tmp_path, "below a file": tmp_path / "file", "relative": Path("cache")}
    monkeypatch.setenv("XDG_CACHE_HOME", str(places[where]))
    monkeypatch.setenv("HOME", str(top))  # where a relative one is passed over
    monkeypatch.setenv("LOCALAPPDATA", str(top))
    before = files(tmp_path)
    assert not is_kept(top)
    assert files(tmp_path) == before


def test_it_is_kept_for_its_owner_alone_and_outside_the_repository(top: Path, cache_folder: Path) -> None:
    """The repository stays as it was; the folder is nobody else's."""
    before = files(top)
    assert is_kept(top)
    assert files(top) == before
    assert len(list((cache_folder / "revtrack").glob("*.sqlite"))) == 1
    if os.name == "posix":
        assert (cache_folder / "revtrack").stat().st_mode & 0o777 == 0o700


def test_one_repository_is_not_another(top: Path, tmp_path: Path, git: Git) -> None:
    """Two clones keep apart what two work trees of one repository share."""
    Newsroom(top).keep("edition", {"key": b"value"})
    git(tmp_path, "clone", "--quiet", str(top), "clone")
    git(top, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    assert Newsroom(tmp_path / "clone").kept("edition", "key") is None
    assert Newsroom(tmp_path / "tree").kept("edition", "key") == b"value"


def test_another_edition_finds_nothing_and_leaves_nothing(top: Path) -> None:
    """A changed rule reads anew, and what the old one read goes."""
    Newsroom(top).keep("old", {"key": b"value"})
    assert Newsroom(top).kept("new", "key") is None
    Newsroom(top).keep("new", {"other": b"value"})
    assert Newsroom(top).kept("old", "key") is None


@pytest.mark.parametrize("harm", [b"", b"no database at all" * 500])
def test_a_damaged_file_is_made_anew(top: Path, cache_folder: Path, harm: bytes) -> None:
    """It holds nothing that cannot be read again."""
    assert is_kept(top)
    gc.collect()  # its processes have ended: SQLite's connections wait for the collector
    [path] = (cache_folder / "revtrack").glob("*.sqlite")
    path.write_bytes(harm)
    assert Newsroom(top).kept("edition", "key") is None
    assert is_kept(top)


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("linux", "home/.cache/revtrack"), ("darwin", "home/Library/Caches/revtrack"), ("win32", "local/revtrack")],
)
def test_each_system_has_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, expected: str
) -> None:
    """Where nothing else is asked for, it is the one its programs use."""
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr(sys, "platform", platform)
    assert user_folder.place() == str(tmp_path / expected)
