"""Whether a `git commit` amends, from the arguments of its process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.git import Repository, commit_command

PLAIN = [
    ["commit"],
    ["commit", "-m", "undo what --amend did"],
    ["commit", "-m", "--amend"],
    ["commit", "-am", "--amend"],
    ["commit", "--mess", "--amend"],
    ["commit", "--author", "--amend"],
    ["commit", "-F", "--amend"],
    ["commit", "--", "--amend"],
    ["commit", "--all", "--allow-empty"],
    ["commit", "-m", "line\n--amend\nline"],
    ["-c", "commit", "merge", "--amend"],
    ["merge", "--amend"],
    ["save", "-m", "--amend"],
    [],
]
AMENDING = [
    ["commit", "--amend"],
    ["commit", "--am", "--no-edit"],
    ["commit", "-m", "x", "--amend"],
    ["commit", "-mx", "--amend"],
    ["commit", "-S", "--amend"],
    ["commit", "-qa", "--amend", "-m", "A message of several words"],
    ["-C", "elsewhere", "-c", "a.b=c", "commit", "--amend"],
    ["save", "--amend"],
    ["rework"],
]


@pytest.fixture
def aliased(tmp_path: Path, git: Callable[..., str]) -> Repository:
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "alias.save", "commit --quiet")
    git(tmp_path, "config", "alias.rework", "commit --amend --no-edit")
    return Repository(tmp_path, bare=False)


def amends(arguments: list[str], repository: Repository) -> bool:
    """What is told of a process with these arguments that is running now."""
    waits = "import sys; print(flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", waits]
    process = subprocess.Popen([*command, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdout.readline()
    try:
        found = commit_command._arguments(process.pid)
        assert found
        # What stands before the arguments is Python's; Git has its name there.
        words = found.words[len(command) :] if found.exact else " ".join(arguments).split()
        return commit_command._is_amending(commit_command._expanded(found._replace(words=["git", *words]), repository))
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_other_commits_do_not_amend(arguments: list[str], aliased: Repository) -> None:
    """Also where `--amend` is the value of an option, a file, or stands in the message."""
    assert not amends(arguments, aliased)


@pytest.mark.parametrize("arguments", AMENDING, ids=" ".join)
def test_an_amending_commit_is_told(arguments: list[str], aliased: Repository) -> None:
    """By its option, however short, and by an alias."""
    assert amends(arguments, aliased)


def test_arguments_of_ps_are_believed_only_where_they_are_certain(aliased: Repository) -> None:
    """`ps` shows the spaces of a message like those between arguments."""
    for line, expected in (
        ("git commit --amend -m anything", True),
        ("git commit -m undo what --amend did", False),
        ("git commit -q --amend", True),
    ):
        found = commit_command._Arguments(line.split(), exact=False)
        assert commit_command._is_amending(commit_command._expanded(found, aliased)) is expected, line


def test_a_process_that_has_ended_amends_nothing(aliased: Repository) -> None:
    """Its arguments cannot be told."""
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    assert not commit_command.amends(ended.pid, aliased)
