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
    return commit_command.is_amending(["git", *arguments], repository)


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_other_commits_do_not_amend(arguments: list[str], aliased: Repository) -> None:
    """Also where `--amend` is the value of an option, a file, or stands in the message."""
    assert not amends(arguments, aliased)


@pytest.mark.parametrize("arguments", AMENDING, ids=" ".join)
def test_an_amending_commit_is_told(arguments: list[str], aliased: Repository) -> None:
    """By its option, however short, and by an alias."""
    assert amends(arguments, aliased)


def test_a_process_that_has_ended_amends_nothing(aliased: Repository) -> None:
    """Its arguments cannot be told."""
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    assert not commit_command.amends(ended.pid, aliased)
