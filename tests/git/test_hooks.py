"""Hooks that revtrack writes: where, over what, and what is left when they go."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.errors import RefusedError
from revtrack.git.hooks import ATTRIBUTES, BEFORE, Hooks, script

Git = Callable[..., str]
FOREIGN = "#!/bin/sh\necho foreign\n"


@pytest.fixture
def top(tmp_path: Path, git: Git) -> Path:
    git(tmp_path, "init", "--quiet", "newsroom")
    return tmp_path / "newsroom"


def states(top: Path) -> dict[str, str]:
    return {hook.name: hook.state for hook in Hooks(top).all()}


def hook(top: Path, text: str, name: str = "commit-msg") -> Path:
    path = top / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def test_a_hook_is_written_and_taken_out_again(top: Path) -> None:
    """Nothing is left behind."""
    before = sorted(path for path in top.rglob("*") if path.is_file())
    [made] = Hooks(top).install("commit-msg", sys.executable)
    assert (made.name, made.state, made.chains) == ("commit-msg", "ours", False)
    assert os.access(made.path, os.X_OK)
    assert states(top) == {"commit-msg": "ours", "pre-commit": "missing", "pre-merge-commit": "missing"}
    assert [one.name for one in Hooks(top).uninstall()] == ["commit-msg"]
    assert sorted(path for path in top.rglob("*") if path.is_file()) == before
    assert Hooks(top).uninstall() == []


def test_the_early_stage_has_a_hook_for_merges_too(top: Path) -> None:
    """Git runs another hook before a merge commit."""
    assert [one.name for one in Hooks(top).install("pre-commit", sys.executable)] == ["pre-commit", "pre-merge-commit"]


def test_installing_again_renews_what_is_ours(top: Path) -> None:
    """Another interpreter, an earlier version of the script."""
    Hooks(top).install("commit-msg", "/old/python")
    [made] = Hooks(top).install("commit-msg", sys.executable)
    assert sys.executable in made.path.read_text()
    assert not made.chains


def test_a_hook_that_was_there_is_kept_and_comes_back(top: Path) -> None:
    """It is moved aside, run first, and put back."""
    path = hook(top, FOREIGN)
    [made] = Hooks(top).install("commit-msg", sys.executable)
    assert (made.chains, made.earlier.read_text(), states(top)["commit-msg"]) == (True, FOREIGN, "ours")
    Hooks(top).uninstall()
    assert path.read_text() == FOREIGN
    assert os.access(path, os.X_OK)
    assert not made.earlier.exists()


def test_what_revtrack_did_not_write_is_not_overwritten(top: Path) -> None:
    """Two foreign hooks cannot both be kept; lines of one's own in ours are nobody else's to delete."""
    path = hook(top, FOREIGN)
    path.with_name(path.name + BEFORE).write_text("kept")
    with pytest.raises(RefusedError, match="both exist"):
        Hooks(top).install("commit-msg", sys.executable)
    assert path.read_text() == FOREIGN
    path.with_name(path.name + BEFORE).unlink()
    Hooks(top).install("commit-msg", sys.executable)
    path.write_text(path.read_text() + "echo mine\n")
    assert states(top)["commit-msg"] == "changed"
    for action in (lambda: Hooks(top).install("commit-msg", sys.executable), Hooks(top).uninstall):
        with pytest.raises(RefusedError, match="was changed since it was installed"):
            action()
    assert "echo mine" in path.read_text()


def test_no_hook_is_half_installed(top: Path) -> None:
    """Where the second of two cannot be written, the first is not either."""
    path = hook(top, FOREIGN, "pre-merge-commit")
    path.with_name(path.name + BEFORE).write_text("kept")
    with pytest.raises(RefusedError):
        Hooks(top).install("pre-commit", sys.executable)
    assert states(top)["pre-commit"] == "missing"


@pytest.mark.parametrize("named", ["tools/hooks", "absolute"])
def test_the_folder_that_git_is_told_of_is_used(top: Path, git: Git, named: str) -> None:
    """core.hooksPath, from the top of the work tree or absolute."""
    folder = top / "tools" / "hooks"
    git(top, "config", "core.hooksPath", named if named != "absolute" else str(folder))
    [made] = Hooks(top).install("commit-msg", sys.executable)
    assert made.path == folder / "commit-msg"
    assert not Hooks(top).shared


def test_a_folder_for_all_repositories_is_told(top: Path, git: Git) -> None:
    """The one who asks may not mean all of them."""
    git(top, "config", "--global", "core.hooksPath", str(top.parent / "everywhere"))
    assert Hooks(top).shared
    assert Hooks(top).folder == top.parent / "everywhere"


def test_work_trees_share_hooks_and_a_submodule_has_its_own(top: Path, tmp_path: Path, git: Git) -> None:
    """As Git has it."""
    git(top, "commit", "--quiet", "--allow-empty", "-m", "First")
    git(top, "worktree", "add", "--quiet", "../second")
    assert Hooks(tmp_path / "second").folder.resolve() == (top / ".git" / "hooks").resolve()
    git(tmp_path, "init", "--quiet", "outer")
    git(tmp_path / "outer", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(top), "inner")
    assert Hooks(tmp_path / "outer" / "inner").folder.resolve() == (
        tmp_path / "outer" / ".git" / "modules" / "inner" / "hooks"
    )


def test_the_script_is_posix_and_short() -> None:
    """Visual Studio and GitHub Desktop have a plain sh and no env."""
    text = script("commit-msg", "/a path/to 'python'")
    assert text.startswith("#!/bin/sh\n")
    assert text.isascii()
    assert text.count("\n") < 15
    checked = subprocess.run(["sh", "-n"], input=text, capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_path_of_windows_is_one_that_its_shell_takes() -> None:
    """Backslashes would be eaten."""
    assert "C:/Program Files/python.exe" in script("pre-commit", r"C:\Program Files\python.exe")


def test_the_diff_driver_is_for_this_clone_alone(top: Path, git: Git) -> None:
    """Its attributes lie beside what stood there, and go alone."""
    hooks = Hooks(top)
    assert not hooks.drives_diffs
    attributes = top / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("*.png binary\n")
    hooks.drive_diffs(sys.executable)
    hooks.drive_diffs(sys.executable)
    assert hooks.drives_diffs
    assert attributes.read_text().splitlines() == ["*.png binary", *ATTRIBUTES]
    assert git(top, "check-attr", "diff", "news/a.md").strip() == "news/a.md: diff: revtrack"
    hooks.stop_driving_diffs()
    hooks.stop_driving_diffs()
    assert attributes.read_text() == "*.png binary\n"
    assert "revtrack" not in (top / ".git" / "config").read_text()
