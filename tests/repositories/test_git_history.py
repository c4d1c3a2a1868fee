"""Other people's repositories: articles through renames, merges and odd names; nothing of them is run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.articles.paths import ArticleFiles
from revtrack.errors import StoreError
from revtrack.repositories import git_history
from revtrack.store import Store

Git = Callable[..., str]
# Git tells a swap of two names by their texts only where these are not tiny.
FERRY = "Ferry toll rises\n\nAt least 12 people died.\n" + "The harbour was quiet in the night.\n" * 20
GEESE = "Geese in the park\n\nAbout 7 geese came.\n" + "The lawn belongs to the birds in the morning.\n" * 20


class Room:
    """A repository that commits at one hour after the other."""

    def __init__(self, top: Path, git: Git) -> None:
        self.top, self._git, self.hour = top, git, 0
        top.mkdir()
        self.git("init", "-q")

    def git(self, *arguments: str) -> str:
        return self._git(self.top, *arguments, at=f"2024-10-31T{self.hour:02}:00:00Z")

    def write(self, name: str, text: str) -> None:
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def commit(self, **files: str) -> None:
        self.hour += 1
        for name, text in files.items():
            self.write(name.replace("__", "/") + ".md", text)
        self.git("add", "-A")
        self.git("commit", "-qm", f"Commit {self.hour}", "--allow-empty")

    def read(self, *pathspecs: str) -> list[tuple[str, str, int]]:
        """First path, path, hour of every version, in order."""
        found = git_history.articles_of(git_history.opened(self.top), ArticleFiles(), pathspecs)
        return [(one.first, one.path, (one.commit.authored - 1730332800) // 3600) for one in found]


@pytest.fixture
def room(tmp_path: Path, git: Git) -> Room:
    return Room(tmp_path / "room", git)


def test_an_empty_repository_has_no_articles(room: Room) -> None:
    """It has no HEAD yet."""
    assert room.read() == []


def test_an_article_goes_on_through_renames(room: Room) -> None:
    """Under the first path it had, with an edit in the same commit or without; a mere rename is no version."""
    room.commit(news__ferry=FERRY)
    room.git("mv", "news/ferry.md", "sport.md")
    room.commit()
    room.git("mv", "sport.md", "old.md")
    room.commit(old=FERRY.replace("12", "21"))
    assert room.read() == [("news/ferry.md", "news/ferry.md", 1), ("news/ferry.md", "old.md", 3)]


def test_a_new_file_where_one_moved_away_is_another_article(room: Room) -> None:
    """And stays so when more commits come."""
    room.commit(a=FERRY)
    room.git("mv", "a.md", "b.md")
    room.commit()
    room.commit(a=GEESE)
    room.commit(a=GEESE.replace("7", "8"), b=FERRY.replace("12", "21"))
    before = room.read()
    other = before[1][0]
    assert other.startswith("a.md@")
    assert before == [("a.md", "a.md", 1), (other, "a.md", 3), (other, "a.md", 4), ("a.md", "b.md", 4)]
    room.git("mv", "a.md", "c.md")
    room.commit(c=GEESE.replace("7", "9"))
    assert room.read() == [*before, (other, "c.md", 5)]


def test_a_text_that_moves_away_while_another_takes_its_place(room: Room) -> None:
    """In one commit: the old one goes on at its new path, the new one begins."""
    room.commit(a=FERRY)
    room.write("b.md", FERRY.replace("12", "21"))
    room.commit(a=GEESE)
    (_, _, _), *later = room.read()
    names = {path: first for first, path, _ in later}
    assert names["b.md"] == "a.md"
    assert names["a.md"].startswith("a.md@")


def test_two_files_that_swap_names_stay_what_they_are(room: Room) -> None:
    """Each goes on under its own first path."""
    room.commit(a=FERRY, b=GEESE)
    room.write("a.md", GEESE.replace("7", "8"))
    room.write("b.md", FERRY.replace("12", "21"))
    room.commit()
    room.commit(a=GEESE.replace("7", "9"))
    assert sorted(room.read()) == [
        ("a.md", "a.md", 1),
        ("a.md", "b.md", 2),
        ("b.md", "a.md", 2),
        ("b.md", "a.md", 3),
        ("b.md", "b.md", 1),
    ]


def test_a_file_that_comes_again_goes_on(room: Room) -> None:
    """Deleted by mistake and restored, or written anew at its path."""
    room.commit(a=FERRY)
    room.git("rm", "-q", "a.md")
    room.commit()
    room.commit(a=FERRY.replace("12", "21"))
    assert room.read() == [("a.md", "a.md", 1), ("a.md", "a.md", 3)]


def test_merges(room: Room) -> None:
    """The versions of all branches count, a merge itself only where it says something new."""
    room.commit(a=FERRY)
    room.git("checkout", "-qb", "side")
    room.commit(a=FERRY.replace("12", "13"))
    room.git("checkout", "-q", "main")
    room.commit(b=GEESE)
    room.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
    assert sorted(room.read()) == [("a.md", "a.md", 1), ("a.md", "a.md", 2), ("b.md", "b.md", 3)]
    room.git("checkout", "-qb", "lost")
    room.commit(a=FERRY.replace("12", "14"))
    room.git("checkout", "-q", "main")
    room.commit(b=GEESE.replace("7", "8"))
    room.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "Merge", "lost")
    assert ("a.md", "a.md", 4) in room.read()


def test_what_is_read(room: Room) -> None:
    """Text files but for README and the like; pathspecs narrow and widen it; links and odd names are passed over."""
    for name in ("a.md", "b.TXT", "c.markdown", "README.md", "docs/d.md", ".github/e.md", "f.rst", "g.html", "h.png"):
        room.write(name, FERRY)
    os.symlink("/etc/passwd", room.top / "link.md")
    room.write("new\nline.md", FERRY)
    room.write("-rf.md", FERRY)
    room.write('q"uote \u00e9.md', FERRY)
    room.commit()

    def paths(*specs: str) -> set[str]:
        return {path for _, path, _ in room.read(*specs)}

    assert paths() == {"a.md", "b.TXT", "c.markdown", "-rf.md", 'q"uote \u00e9.md'}
    assert paths("a.md", "docs/") == {"a.md", "docs/d.md"}
    assert paths("*.rst", "*.html", "*.png") == {"f.rst", "g.html", "h.png"}
    assert paths("--output=x") == set()
    assert not (room.top / "x").exists()


def test_bytes_times_and_authors(room: Room) -> None:
    """As they were committed; the author's time counts."""
    room.write("a.md", "caf\u00e9\r\n")
    room.git("add", "-A")
    room.git("commit", "-qm", "Note", "--author", "Ann Lee <ann@news.example>", "--date", "2020-01-01T00:00:00Z")
    [one] = git_history.articles_of(git_history.opened(room.top), ArticleFiles())
    assert (one.content, one.commit.author, one.commit.message.strip()) == ("caf\u00e9\r\n".encode(), "Ann Lee", "Note")
    assert one.commit.authored == 1577836800


def test_bare_repositories_and_folders_that_are_none(room: Room, tmp_path: Path, git: Git, store: Store) -> None:
    """A folder below a repository is none itself; a store of revtrack's is not read as one."""
    room.commit(a=FERRY)
    git(tmp_path, "clone", "-q", "--bare", str(room.top), "bare.git")
    assert len(list(git_history.articles_of(git_history.opened(tmp_path / "bare.git"), ArticleFiles()))) == 1
    (room.top / "below").mkdir()
    none, below = tmp_path / "none", room.top / "below"
    for folder, reason in ((below, "is not a Git"), (none, "is not a Git"), (store.path, "is a revtrack store")):
        with pytest.raises(StoreError, match=reason):
            git_history.opened(folder)


def test_a_text_that_is_missing_is_told_and_nothing_is_fetched(room: Room, tmp_path: Path, git: Git) -> None:
    """A partial clone lacks texts, and names a program that would fetch them."""
    room.commit(a=FERRY)
    blob = room.git("rev-parse", "HEAD:a.md").strip()
    canary = tmp_path / "canary"
    canary.write_text(f"#!/bin/sh\ntouch {tmp_path / 'fired'}\n")
    canary.chmod(0o755)
    room.git("config", "remote.origin.url", f"ext::{canary}")
    room.git("config", "remote.origin.promisor", "true")
    room.git("config", "remote.origin.uploadpack", str(canary))
    room.git("config", "extensions.partialClone", "origin")
    room.git("config", "protocol.ext.allow", "always")
    room.commit(b=GEESE)
    path = room.top / ".git/objects" / blob[:2] / blob[2:]
    path.unlink()
    found = {one.path: one.content for one in git_history.articles_of(git_history.opened(room.top), ArticleFiles())}
    assert found == {"a.md": None, "b.md": GEESE.encode()}
    assert not (tmp_path / "fired").exists()


SETTINGS = [
    "core.fsmonitor",
    "core.pager",
    "pager.log",
    "diff.external",
    "diff.evil.textconv",
    "diff.evil.command",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "gpg.program",
    "core.sshCommand",
    "core.alternateRefsCommand",
    "alias.log",
    "alias.cat-file",
    "alias.rev-parse",
]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("included", [False, True], ids=["own", "included"])
def test_no_setting_of_a_repository_runs_a_program(
    room: Room, tmp_path: Path, git: Git, setting: str, included: bool
) -> None:
    """Nor any hook, nor what its attributes name."""
    room.commit(a=FERRY)
    room.commit(a=FERRY.replace("12", "21"))
    canary = tmp_path / "canary"
    canary.write_text(f"#!/bin/sh\ntouch {tmp_path / 'fired'}\ncat\n")
    canary.chmod(0o755)
    (room.top / ".git/info").mkdir(exist_ok=True)
    (room.top / ".git/info/attributes").write_text("* diff=evil filter=evil\n")
    (room.top / ".git/hooks").mkdir(exist_ok=True)
    for hook in ("reference-transaction", "post-index-change", "fsmonitor-watchman", "pre-auto-gc"):
        (room.top / ".git/hooks" / hook).write_bytes(canary.read_bytes())
        (room.top / ".git/hooks" / hook).chmod(0o755)
    value = f"!{canary}" if setting.startswith("alias") else str(canary)
    if included:
        git(tmp_path, "config", "--file", str(tmp_path / "more"), setting, value)
        git(room.top, "config", "include.path", str(tmp_path / "more"))
    else:
        git(room.top, "config", setting, value)
    (tmp_path / "fired").unlink(missing_ok=True)
    assert len(room.read()) == 2
    assert len(list(git_history.files_of(git_history.opened(room.top)))) == 2
    assert not (tmp_path / "fired").exists()
