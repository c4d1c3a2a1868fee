"""The hooks as the pre-commit framework runs them: installed from a tag of a local clone of this project.

Building the hooks' environment needs a package index; where none is reached these tests are skipped, unless
REVTRACK_REQUIRE_ALL is set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.newsroom import COURT, FERRY, NOTICE, SETTINGS, Newsroom

pytestmark = pytest.mark.installed

ROOT = Path(__file__).parents[2]
PROJECT = ("revtrack", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
TOLL = FERRY.replace("12 people", "21 people")
FILES = 60


@pytest.fixture(scope="module")
def framework(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables with which pre-commit has both hooks built; `project` is the clone they come from."""
    folder = tmp_path_factory.mktemp("framework")
    (folder / "gitconfig").write_text(SETTINGS)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    environment |= {
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder / "cache"),
        "NO_COLOR": "1",
        "PIP_NO_COMPILE": "0",  # which tells pip not to
    }
    project = folder / "revtrack"
    project.mkdir()
    for name in PROJECT:
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, project / name, ignore=ignored) if source.is_dir() else shutil.copy(source, project)
    for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "Release"], ["tag", "v1"]):
        subprocess.run(["git", *args], cwd=project, env=environment, check=True)
    room = folder / "first"
    room.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=room, env=environment, check=True)
    (room / ".pre-commit-config.yaml").write_text(configuration(project, "revtrack"))
    built = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install-hooks"], cwd=room, env=environment, capture_output=True, text=True
    )
    if built.returncode and not os.environ.get("REVTRACK_REQUIRE_ALL"):
        pytest.skip("pre-commit could not build the hook's environment: no package index is reached")
    assert built.returncode == 0, built.stdout + built.stderr
    return environment | {"project": str(project)}


def configuration(project: Path | str, *hooks: str) -> str:
    stages = "default_install_hook_types: [pre-commit, commit-msg]\n"
    listed = "".join(f"      - id: {hook}\n" for hook in hooks)
    return f"{stages}repos:\n  - repo: {project}\n    rev: v1\n    hooks:\n{listed}"


@pytest.fixture
def room(framework: dict[str, str], bare_room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom with published articles, whose commits go through the framework."""
    for name, value in framework.items():
        if name.startswith(("GIT_", "PRE_COMMIT")):
            monkeypatch.setenv(name, value)
    bare_room.write("news/ferry.md", FERRY)
    for number in range(FILES):
        bare_room.write(f"news/court {number}.txt", COURT)
    bare_room.git("add", ".")
    bare_room.git("commit", "--quiet", "-m", "Publish")
    return bare_room


def use(room: Newsroom, framework: dict[str, str], *hooks: str) -> None:
    room.publish(".pre-commit-config.yaml", configuration(framework["project"], *hooks))
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=room.top, check=True, capture_output=True)


def test_a_silent_change_is_stopped_and_a_notice_passes(room: Newsroom, framework: dict[str, str]) -> None:
    """What is not staged is stashed away meanwhile and comes back."""
    use(room, framework, "revtrack")
    room.stage("news/ferry.md", TOLL)
    room.write("news/court 1.txt", "Not staged.\n")
    said = room.git("commit", "-m", "Toll", code=1)
    assert "news/ferry.md:6:10: high F101" in said
    assert "court" not in said
    assert (room.top / "news/court 1.txt").read_text() == "Not staged.\n"
    room.stage("news/ferry.md", TOLL + NOTICE)
    assert "Passed" in room.git("commit", "-m", "Correct")


def test_many_files_in_several_processes(room: Newsroom, framework: dict[str, str]) -> None:
    """The framework splits the files; each finding is told once."""
    use(room, framework, "revtrack")
    for number in range(FILES):
        room.write(f"news/court {number}.txt", COURT.replace("40", "50"))
    room.git("mv", "news/ferry.md", "news/ferry-toll.md")
    room.write("news/ferry-toll.md", TOLL)
    room.git("add", ".")
    said = room.git("commit", "-m", "Many", code=1)
    assert said.count(" high F101 ") == FILES + 1
    assert "news/ferry-toll.md:6:10: high F101" in said
    assert "Traceback" not in said


def test_a_trailer_accepts_at_the_commit_message(room: Newsroom, framework: dict[str, str]) -> None:
    """The second hook alone, or the first left out for one commit."""
    use(room, framework, "revtrack-commit-msg")
    room.stage("news/ferry.md", TOLL)
    assert "high F101" in room.git("commit", "-m", "Toll", code=1)
    room.git("commit", "-m", "Toll", "-m", "Accept-Change: F101 the police count")
    use(room, framework, "revtrack", "revtrack-commit-msg")
    room.stage("news/ferry.md", FERRY)
    assert "high F101" in room.git("commit", "-m", "Back", "-m", "Accept-Change: F101 was right", code=1)
    room.git("commit", "-m", "Back", "-m", "Accept-Change: F101 was right", SKIP="revtrack")


def test_two_commits_are_compared_in_ci(room: Newsroom, framework: dict[str, str]) -> None:
    """`pre-commit run --from-ref --to-ref`, as in a pull request."""
    use(room, framework, "revtrack")
    room.publish("news/ferry.md", TOLL)
    command = [sys.executable, "-m", "pre_commit", "run", "--from-ref", "HEAD~1", "--to-ref", "HEAD"]
    ran = subprocess.run(command, cwd=room.top, capture_output=True, text=True)
    assert ran.returncode == 1
    assert "news/ferry.md:6:10: high F101" in ran.stdout
