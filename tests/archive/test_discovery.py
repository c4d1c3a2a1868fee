"""Which archive a folder stands for."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.archive.discovery import find
from revtrack.errors import StoreError
from revtrack.repositories.newsroom import Newsroom
from revtrack.store import Store

Git = Callable[..., str]


def test_the_nearest_store_upwards_is_found(store: Store) -> None:
    """From any folder below, as git does it; also from inside the store."""
    deep = store.path.parent / "desk" / "today"
    deep.mkdir(parents=True)
    for start in (store.path.parent, deep, store.path):
        assert find(start).path == store.path
    nearer = Store.init(deep.parent)
    assert find(deep).path == nearer.path


def test_a_store_wins_over_the_repository_around_it(store: Store, git: Git) -> None:
    """A newsroom that keeps a store uses it, however near its own .git is."""
    desk = store.path.parent / "desk"
    desk.mkdir()
    git(desk, "init", "--quiet")
    assert isinstance(find(desk), Store)


def test_a_newsroom_is_found_from_below(tmp_path: Path, git: Git) -> None:
    """Its top is the archive, also of a linked work tree."""
    top = tmp_path / "newsroom"
    (top / "politics").mkdir(parents=True)
    git(top, "init", "--quiet")
    git(top, "commit", "--quiet", "--allow-empty", "-m", "Start")
    git(top, "worktree", "add", "--quiet", str(tmp_path / "linked"))
    for start, found in ((top / "politics", top), (tmp_path / "linked", tmp_path / "linked")):
        archive = find(start)
        assert isinstance(archive, Newsroom)
        assert archive.path == found


def test_variables_of_another_repository_lead_nowhere(
    tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a hook of another repository the one around the folder is read."""
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        git(tmp_path / name, "init", "--quiet")
        (tmp_path / name / f"{name}.md").write_text("Text.\n")
        git(tmp_path / name, "add", ".")
        git(tmp_path / name, "commit", "--quiet", "-m", name)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "there/.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "there"))
    assert [one.article for one in find(tmp_path / "here").articles()] == ["here.md"]


def test_a_named_archive_is_taken_from_where_one_is(store: Store, tmp_path: Path, git: Git) -> None:
    """A store, the folder it lies in, a bare clone of it, or a newsroom can be named."""
    git(tmp_path, "clone", "--quiet", "--bare", str(store.path), "mirror.git")
    (tmp_path / "newsroom").mkdir()
    git(tmp_path / "newsroom", "init", "--quiet")
    assert find(tmp_path, "news").path == store.path
    assert find(tmp_path, "news/.revtrack").path == store.path
    assert find(Path("/"), str(store.path)).path == store.path
    assert isinstance(find(tmp_path, "mirror.git"), Store)
    assert isinstance(find(tmp_path, "newsroom"), Newsroom)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("nowhere", "no such folder"),
        ("plain", "is not a revtrack store"),
        ("plain/file", "is not a revtrack store"),
        ("other.git", "but not a revtrack store"),
        ("x\0y", "no such folder"),
        (None, "no store here or above"),
    ],
)
def test_what_is_no_store_is_said_so(tmp_path: Path, git: Git, named: str | None, said: str) -> None:
    """The error names the path and how to make a store."""
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain/file").write_text("x")
    git(tmp_path, "init", "--quiet", "--bare", "other.git")
    with pytest.raises(StoreError, match=f"{said}.*revtrack init"):
        find(tmp_path, named)


def test_a_damaged_git_folder_is_no_newsroom(tmp_path: Path) -> None:
    """An empty .git is not a repository."""
    (tmp_path / ".git").mkdir()
    with pytest.raises(StoreError, match="no store here"):
        find(tmp_path)


def test_a_store_of_another_user_come_upon_is_left_to_git(store: Store) -> None:
    """Nobody named it, so Git's check of ownership decides; a person may still name it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(store.path, 12345, 12345)
    with pytest.raises(StoreError, match=r"dubious ownership.*safe\.directory"):
        find(store.path.parent)
    assert find(Path("/"), str(store.path)).articles() == []


def test_a_look_at_the_package_loads_next_to_nothing() -> None:
    """GitPython, SQLite and the like wait until they are needed."""
    heavy = {"git", "sqlite3", "difflib", "subprocess", "tempfile"}
    modules = "revtrack.articles.plain_text, revtrack.articles.times"
    code = f"import sys, {modules}; print(sorted({heavy!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_the_own_store_needs_no_gitpython(store: Store) -> None:
    """Adding and reading run git through one module alone."""
    code = (
        "import sys; from pathlib import Path; from revtrack.archive.discovery import find;"
        f"store = find(Path({str(store.path)!r}));"
        "store.add(b'One.', 'storm', now='2024-10-31T10:00:00Z'); store.history();"
        "print('git' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr


@pytest.mark.parametrize(
    ("setting", "loaded"),
    [
        ((), False),
        (("core.bare", "false"), False),
        (("include.path", "more"), True),
        (("extensions.worktreeConfig", "true"), True),
    ],
)
def test_a_plain_newsroom_needs_no_gitpython(tmp_path: Path, git: Git, setting: tuple[str, ...], loaded: bool) -> None:
    """GitPython finds the work tree where settings could name another one."""
    git(tmp_path, "init", "--quiet")
    if setting:
        git(tmp_path, "config", *setting)
    code = (
        "import sys; from pathlib import Path; from revtrack.archive.discovery import find;"
        f"print(find(Path({str(tmp_path)!r})).path, 'git' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == f"{tmp_path} {loaded}", done.stderr
