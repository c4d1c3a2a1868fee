"""The GitHub Action: its shell steps are run as they stand, with a `gh` that keeps what it is told."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.newsroom import FERRY, NOTICE, Newsroom

ROOT = Path(__file__).parents[2]
TOLL = FERRY.replace("12 people", "21 people")
BASH = shutil.which("bash")
# What `gh` is asked is kept, a line a call, and the body it is sent; the list of comments is what the test put there.
GH = """#!/bin/sh
echo "$@" >> "$RUNNER_TEMP/asked"
for word in "$@"; do
    case $word in
        body=@*) cp "${word#body=@}" "$RUNNER_TEMP/body" ;;
        POST|PATCH) [ ! -e "$RUNNER_TEMP/forbidden" ] || exit 1 ;;
    esac
done
case "$*" in *--paginate*) cat "$RUNNER_TEMP/comments" 2>/dev/null || true ;; esac
"""

pytestmark = [pytest.mark.installed, pytest.mark.skipif(BASH is None, reason="the steps are for bash")]


def action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return loaded


def step(name: str) -> dict[str, Any]:
    return next(one for one in action()["runs"]["steps"] if one["id"] == name)


class Runner:
    """A machine of GitHub's, as far as the steps can tell."""

    def __init__(self, room: Newsroom) -> None:
        self.room, self.temp = room, room.top.parent / "runner"
        (self.temp / "bin").mkdir(parents=True)
        gh = self.temp / "bin" / "gh"
        gh.write_text(GH)
        gh.chmod(gh.stat().st_mode | stat.S_IXUSR)

    def check(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        given = {
            "FROM": "main",
            "TO": "desk",
            "FAIL_ON": "",
            "BRANCH": "main",
            "COMMENT": "true",
            "PULL_REQUEST": "7",
            "GH_TOKEN": "t",
        } | inputs
        assert given.keys() == step("check")["env"].keys()
        tools = os.pathsep.join([str(self.temp / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
        machine = {
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "PATH": tools,
            "GITHUB_STEP_SUMMARY": str(self.temp / "page"),
            "GITHUB_REPOSITORY": "news/room",
        }
        command = [BASH or "", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("check")["run"]]
        environment = os.environ | machine | given
        return subprocess.run(command, cwd=self.room.top, env=environment, capture_output=True, text=True)

    def kept(self, name: str) -> str:
        path = self.temp / name
        return path.read_text() if path.exists() else ""


@pytest.fixture
def runner(room: Newsroom) -> Runner:
    """A pull request from `desk` to `main` that changes a figure."""
    room.git("checkout", "--quiet", "-b", "desk")
    room.publish("news/ferry.md", TOLL)
    return Runner(room)


def test_a_silent_change_fails_the_step_and_is_told(runner: Runner) -> None:
    """Beside the line, on the page of the run, and in a comment."""
    ran = runner.check()
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("::error file=news/ferry.md,line=6,")
    assert "| 6 | 1 | high | F101 |" in runner.kept("page")
    assert runner.kept("body") == "<!-- revtrack -->\n" + runner.kept("page")
    assert "--method POST repos/news/room/issues/7/comments" in runner.kept("asked")
    assert runner.kept("output") == f"summary={runner.temp / 'revtrack-summary.md'}\n"


def test_an_earlier_comment_is_renewed(runner: Runner) -> None:
    """One comment a pull request, whatever the number of pushes."""
    (runner.temp / "comments").write_text("4711\n4712\n")
    runner.check()
    assert "--method PATCH repos/news/room/issues/comments/4711" in runner.kept("asked")
    assert "--method POST" not in runner.kept("asked")


def test_what_is_owned_up_to_passes_and_is_told_too(runner: Runner) -> None:
    """The summary says how."""
    runner.room.publish("news/ferry.md", TOLL + NOTICE)
    assert runner.check().returncode == 0
    assert "*acknowledged in a notice*" in runner.kept("page")


@pytest.mark.parametrize(("inputs", "code"), [({"FAIL_ON": "never"}, 0), ({"BRANCH": "desk"}, 1), ({"TO": "main"}, 0)])
def test_inputs(inputs: dict[str, str], code: int, runner: Runner) -> None:
    """Each reaches the check."""
    assert runner.check(**inputs).returncode == code


@pytest.mark.parametrize("inputs", [{"COMMENT": "false"}, {"PULL_REQUEST": ""}])
def test_without_a_pull_request_nothing_is_posted(inputs: dict[str, str], runner: Runner) -> None:
    """After a push there is only the page of the run."""
    assert runner.check(**inputs).returncode == 1
    assert runner.kept("asked") == ""
    assert runner.kept("page")


def test_where_nothing_is_found_nothing_is_posted(runner: Runner) -> None:
    """But an earlier comment is put right."""
    assert runner.check(FROM="desk").returncode == 0
    assert "--method" not in runner.kept("asked")
    (runner.temp / "comments").write_text("4711\n")
    runner.check(FROM="desk")
    assert "--method PATCH" in runner.kept("asked")


def test_a_comment_that_may_not_be_made_is_no_failure(runner: Runner) -> None:
    """A pull request from a fork has no right to write; the finding counts, not the comment."""
    (runner.temp / "forbidden").touch()
    runner.room.publish("news/ferry.md", TOLL + NOTICE)
    ran = runner.check()
    assert ran.returncode == 0
    assert "::warning::revtrack could not comment" in ran.stdout


def test_a_wrong_commit_is_a_failure(runner: Runner) -> None:
    """With code 2, and no comment."""
    ran = runner.check(FROM="nowhere")
    assert (ran.returncode, runner.kept("asked")) == (2, "")
    assert "no such commit" in ran.stderr


def test_nothing_that_others_write_is_put_into_a_script() -> None:
    """Titles and branch names reach the steps as variables alone; what they run is fixed."""
    for one in action()["runs"]["steps"]:
        assert "${{" not in one["run"]
        assert one["shell"] == "bash"
    assert action()["runs"]["using"] == "composite"


def test_what_is_installed_is_pinned() -> None:
    """Every package that revtrack needs, to one version."""
    import re
    import tomllib

    lines = (ROOT / ".github/constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0].lower() for line in lines if re.fullmatch(r"[\w-]+==[\d.]+", line)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    assert {re.split("[<>=]", name)[0].lower() for name in needed} <= pinned


def test_a_comment_of_somebody_else_is_left_alone() -> None:
    """Whoever opens a comment with the mark does not have it edited in the name of the Action."""
    told = step("check")["run"]
    assert "select(.user.login == env.AUTHOR and (.body | startswith" in told
