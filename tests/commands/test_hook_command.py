"""`revtrack hook`: the gate as Git runs it, from terminals and from programs with next to no environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from revtrack.cli import main
from tests.commands.newsroom import COURT, FERRY, NOTICE, Newsroom

pytestmark = pytest.mark.installed

TOLL = FERRY.replace("12 people", "21 people")
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX environment")


def hook(*args: str) -> Result:
    return CliRunner().invoke(main, ["hook", *args])


def installed(*args: str) -> None:
    result = hook("install", *args)
    assert result.exit_code == 0, result.output


def commit(room: Newsroom, *args: str, code: int = 0, **environment: str) -> str:
    return room.git("commit", *args, code=code, **environment)


def test_a_silent_change_does_not_get_into_history(room: Newsroom) -> None:
    """Git refuses the commit; a notice, or a trailer, lets it in."""
    installed()
    room.stage("news/ferry.md", TOLL)
    said = commit(room, "-m", "Toll", code=1)
    assert "news/ferry.md:6:10: high F101" in said
    assert "git commit -e -F .git/COMMIT_EDITMSG" in said
    assert commit(room, "--quiet", "-m", "Toll", "-m", "Accept-Change: F101 the police count") == ""
    room.stage("news/ferry.md", FERRY.replace("12", "22") + NOTICE.replace("12", "21").replace("It is 21", "It is 22"))
    assert commit(room, "--quiet", "-m", "Correct the toll") == ""


def test_a_commit_of_one_file_is_checked_for_that_file(room: Newsroom) -> None:
    """`git commit FILE` and `git commit -a` hand the hook an index of their own."""
    installed()
    room.stage("court.txt", COURT.replace("40", "50"))
    room.write("news/ferry.md", TOLL)
    assert "court.txt" not in commit(room, "-m", "Toll", "news/ferry.md", code=1)
    assert "court.txt" in commit(room, "-m", "Both", "-a", code=1)
    room.write("news/ferry.md", FERRY + "\nThe ferry was old.\n")
    assert commit(room, "--quiet", "-m", "More", "news/ferry.md") == ""


def test_an_amended_commit_may_take_back_what_it_said(room: Newsroom) -> None:
    """The hook sees that Git amends, by an alias too, and looks at what stands before."""
    if not os.path.exists("/proc/self/cmdline"):
        pytest.skip("the hook tells an amended commit by /proc")
    room.publish("news/ferry.md", TOLL)
    installed()
    room.stage("news/ferry.md", FERRY)
    commit(room, "--quiet", "-m", "Back", code=1)
    assert commit(room, "--quiet", "--amend", "-m", "Nothing after all", "--allow-empty") == ""
    room.stage("news/ferry.md", TOLL)
    commit(room, "--quiet", "-m", "Again", code=1)
    room.git("config", "alias.rework", "commit --quiet --amend --no-edit")
    room.stage("news/ferry.md", FERRY)
    assert room.git("rework", "--allow-empty") == ""


@pytest.mark.parametrize("said", ["undo what --amend did", "--amend", "undo\n--amend\n"])
def test_a_message_that_speaks_of_amending_amends_nothing(room: Newsroom, said: str) -> None:
    """What stands in a message is not what Git was told to do."""
    room.publish("news/ferry.md", TOLL)
    installed()
    room.stage("news/ferry.md", FERRY)
    assert "high F101" in commit(room, "-m", said, code=1)


def test_a_merge_is_checked_too(room: Newsroom) -> None:
    """Git runs the same hook when it merges."""
    installed()
    room.write("revtrack.toml", '[published]\nbranches = ["main"]\n')
    room.git("add", ".")
    commit(room, "--quiet", "-m", "House rules")
    room.git("checkout", "--quiet", "-b", "desk")
    room.stage("news/ferry.md", TOLL)
    assert commit(room, "--quiet", "-m", "Toll") == ""
    room.git("checkout", "--quiet", "main")
    assert "high F101" in room.git("merge", "--no-ff", "-m", "Merge", "desk", code=1)


def test_the_early_stage_checks_before_the_message(room: Newsroom) -> None:
    """And says so again at the same place where a trailer would come too late."""
    installed("--stage", "pre-commit")
    room.stage("news/ferry.md", TOLL)
    assert "high F101" in commit(room, "-m", "Toll", "-m", "Accept-Change: F101 too early", code=1)
    room.stage("news/ferry.md", TOLL + NOTICE)
    assert commit(room, "--quiet", "-m", "Correct") == ""


def test_the_hook_that_was_there_runs_first(room: Newsroom) -> None:
    """With its arguments, and its word counts."""
    path = room.top / ".git" / "hooks" / "commit-msg"
    path.parent.mkdir(exist_ok=True)
    path.write_text('#!/bin/sh\necho "earlier $#"\ngrep -q forbidden "$1" && exit 3\nexit 0\n')
    path.chmod(0o755)
    installed()
    assert "commit-msg: installed" in hook("status").stdout
    assert "runs commit-msg.before-revtrack first" in hook("status").stdout
    room.stage("court.txt", COURT + "\nThe mayor was there.\n")
    assert "earlier 1" in commit(room, "-m", "forbidden word", code=1)
    room.stage("news/ferry.md", TOLL)
    said = commit(room, "-m", "Toll", code=1)
    assert said.index("earlier 1") < said.index("high F101")


@POSIX
def test_it_works_with_next_to_no_environment(room: Newsroom) -> None:
    """A desktop program has no PATH of a shell, no HOME and no locale."""
    installed()
    room.stage("news/ferry.md", TOLL.replace("said", "said in Łódź"))
    bare = {"PATH": os.path.dirname(shutil.which("git") or ""), "GIT_CONFIG_GLOBAL": os.environ["GIT_CONFIG_GLOBAL"]}
    git = shutil.which("git") or "git"
    ran = subprocess.run([git, "commit", "-m", "Toll"], cwd=room.top, env=bare, capture_output=True)
    assert ran.returncode == 1
    assert b"high F101" in ran.stdout + ran.stderr
    assert b"Traceback" not in ran.stdout + ran.stderr


def test_code_in_the_repository_is_not_run(room: Newsroom) -> None:
    """A folder named revtrack, or click, is copy like any other."""
    installed()
    for name in ("revtrack/__init__.py", "click.py", "difflib.py"):
        room.write(name, "raise SystemExit('run')\n")
    room.stage("news/ferry.md", TOLL)
    said = commit(room, "-m", "Toll", code=1)
    assert "high F101" in said
    assert "run" not in said.splitlines()


def test_it_works_in_a_linked_work_tree_and_in_a_submodule(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """One hook for all the work trees of a repository; a submodule has one of its own."""
    installed()
    room.git("worktree", "add", "--quiet", "-b", "second", "../second")
    second = Newsroom(room.top.parent / "second")
    second.stage("news/ferry.md", TOLL)
    assert "high F101" in commit(second, "-m", "Toll", code=1)
    outer = Newsroom(room.top.parent / "outer")
    outer.top.mkdir()
    outer.git("init", "--quiet")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(room.top), "inner")
    inner = Newsroom(outer.top / "inner")
    monkeypatch.chdir(inner.top)
    installed()
    inner.stage("news/ferry.md", TOLL)
    assert "high F101" in commit(inner, "-m", "Toll", code=1)


def test_a_hook_without_its_program_warns_and_lets_the_commit_pass(room: Newsroom) -> None:
    """Whoever uninstalled revtrack goes on working, and reads at each commit that nothing was checked."""
    installed()
    path = room.top / ".git" / "hooks" / "commit-msg"
    written = path.read_text()
    searched = os.pathsep.join(
        folder
        for folder in os.environ["PATH"].split(os.pathsep)
        if not os.path.exists(os.path.join(folder, "revtrack"))
    )
    bare = room.top.parent / "python"  # an interpreter that runs, from which revtrack was uninstalled
    bare.write_text(f'#!/bin/sh\nexec {sys.executable} -S "$@"\n')
    bare.chmod(0o755)
    for python in ("/nowhere/python", str(bare)):
        path.write_text(written.replace(sys.executable, python))
        room.stage("news/ferry.md", TOLL + python)
        said = commit(room, "-m", "More", PATH=searched)
        assert "warning: revtrack is not installed: this commit was not checked" in said


def test_git_diff_without_its_program_shows_the_words(room: Newsroom) -> None:
    """The driver that is left behind does not stop Git at the first file."""
    installed("--diff-driver")
    driver = room.git("config", "diff.revtrack.command").strip()
    room.git("config", "diff.revtrack.command", driver.replace(sys.executable, "/nowhere/python"))
    for name in ("news/ferry.md", "news/second.md"):
        room.stage(name, FERRY)
    commit(room, "--quiet", "--no-verify", "--allow-empty", "-m", "Both")
    for name in ("news/ferry.md", "news/second.md"):
        room.write(name, TOLL)
    assert room.git("diff").count("+") >= 2


def test_uninstalling_leaves_nothing(room: Newsroom) -> None:
    """Hook, driver and attributes."""
    installed("--diff-driver")
    assert "git diff: shows claims" in hook("status").stdout
    assert "commit-msg: removed" in hook("uninstall").stdout.replace(str(room.top / ".git" / "hooks") + "/", "")
    assert "no revtrack hook installed here" in hook("uninstall").stdout
    status = hook("status").stdout
    assert "installed (" not in status.replace("not installed (", "")
    assert status.endswith("git diff: as usual\n")


def test_a_folder_of_all_repositories_needs_a_word(room: Newsroom) -> None:
    """Else other repositories would get the gate unasked."""
    room.git("config", "--global", "core.hooksPath", str(room.top.parent / "everywhere"))
    result = hook("install")
    assert result.exit_code == 2
    assert "is shared by all your repositories" in result.stderr
    installed("--everywhere")
    room.stage("news/ferry.md", TOLL)
    assert "high F101" in commit(room, "-m", "Toll", code=1)


def test_git_diff_shows_claims(room: Newsroom) -> None:
    """Of changed, new, renamed and gone articles, and of what it cannot read; the words are one option away."""
    installed("--stage", "none", "--diff-driver")
    assert "commit-msg: not installed" in hook("status").stdout
    room.publish("old.md", COURT)
    room.write("news/ferry.md", TOLL)
    room.write("old.md", b"T\0o\0")
    room.stage("new.md", COURT)
    shown = room.git("diff", "HEAD")
    assert "revtrack: news/ferry.md\n" in shown
    assert "people who died: at least 12 -> at least 21" in shown
    assert "revtrack: new.md\na new article\n" in shown
    assert "not compared: " in shown
    assert "+At least 21 people" in room.git("diff", "--no-ext-diff", "news/ferry.md")
    room.write("old.md", COURT)
    room.git("mv", "old.md", "older.md")
    room.git("rm", "--quiet", "--force", "news/ferry.md")
    shown = room.git("diff", "HEAD", "-M")
    assert "revtrack: news/ferry.md\nthe article was removed\n" in shown


def test_the_diff_driver_sees_renames_and_conflicts(room: Newsroom) -> None:
    """Git hands it nine words for the one, and a single one for the other."""
    room.publish("-court.md", COURT * 9)
    installed("--stage", "none", "--diff-driver")
    room.git("mv", "--", "-court.md", "ruling.md")
    room.stage("ruling.md", COURT.replace("40", "50") + COURT * 8)
    shown = room.git("diff", "--cached", "-M")
    assert "revtrack: -court.md -> ruling.md" in shown
    assert "40" in shown
    assert hook("diff", "news/ferry.md").stdout == "revtrack: news/ferry.md: not merged yet\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["destroy"], "'destroy' is not one of"),
        (["status", "more"], "`revtrack hook status` takes no further words"),
        (["diff", "a", "b"], "which calls it with two files"),
        (["install", "--stage", "post-commit"], "'post-commit' is not one of"),
    ],
)
def test_usage_errors(args: list[str], said: str, room: Newsroom) -> None:
    """Exit code 2."""
    result = hook(*args)
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to install into."""
    monkeypatch.chdir(tmp_path)
    assert "no Git repository here or above" in hook("install").stderr
