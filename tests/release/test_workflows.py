"""What runs on other machines is checked here: workflows, the Action, the shell scripts, and the links to the owner."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from revtrack.git import hooks
from revtrack.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
PLACEHOLDER = re.compile(rb"OWNER(?:/revtrack|\.github\.io)")


def run(tool: str, *operands: str, given: str = "") -> str:
    """What a tool of the extra `release` has to say; nothing where all is well."""
    done = subprocess.run([BIN / tool, *operands], cwd=ROOT, input=given, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def tracked(root: Path) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True).stdout
    return [root / name for name in listed.decode().split("\0") if name and (root / name).is_file()]


def test_the_workflows_are_right() -> None:
    assert run("actionlint", "-shellcheck", str(BIN / "shellcheck")) == ""


def test_the_workflows_and_the_action_are_safe() -> None:
    assert run("zizmor", "--offline", "--quiet", "--config", ".github/zizmor.yml", ".github", "action.yml") == ""


@pytest.mark.parametrize("name", hooks.NAMES)
def test_a_hook_is_plain_posix_shell(name: str) -> None:
    assert run("shellcheck", "--shell=sh", "-", given=hooks.script(name, "/opt/it's here/python")) == ""


def test_the_demo_is_plain_posix_shell() -> None:
    assert run("shellcheck", "--shell=sh", "seeds/demo.sh") == ""


def test_ci_is_sound_bash() -> None:
    assert run("shellcheck", "--shell=bash", ".ci/run") == ""


def test_one_variable_names_the_owner(tmp_path: Path) -> None:
    """After it, no link is left without an owner, and nothing else has changed."""
    copies = [path for path in tracked(ROOT) if path.suffix in (".toml", ".yml", ".md", ".py", ".cff")]
    for path in copies:
        there = tmp_path / path.relative_to(ROOT)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, there)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    script = [sys.executable, str(ROOT / ".github" / "owner.py")]
    done = subprocess.run([*script, "riverside-news"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "pyproject.toml: links to riverside-news" in done.stdout
    assert 'Homepage = "https://github.com/riverside-news/revtrack"' in (tmp_path / "pyproject.toml").read_text()
    left = [path for path in tracked(tmp_path) if PLACEHOLDER.search(path.read_bytes())]
    assert [path.relative_to(tmp_path) for path in left if "tests" not in path.parts] == []
    changed = {line.partition(":")[0] for line in done.stdout.splitlines()}
    for path in copies:
        name = path.relative_to(ROOT).as_posix()
        same = path.read_bytes() == (tmp_path / name).read_bytes()
        assert same is (name not in changed), name


@pytest.mark.parametrize("owner", ["", "two words", "-dash", "a/b", "$(id)", "x" * 40])
def test_an_owner_is_the_name_of_an_account(owner: str, tmp_path: Path) -> None:
    script = [sys.executable, str(ROOT / ".github" / "owner.py"), owner]
    done = subprocess.run(script, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert "name the account" in done.stderr


def test_the_version_stands_in_one_place() -> None:
    """The changelog has its section, and what the documentation tells people to install is that version."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(VERSION)}\] - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE)
    assert f"\n[{VERSION}]: https://github.com/OWNER/revtrack/" in changelog
    for name in ("docs/gate.md", "action.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"revtrack(?:\.git)?@v([\d.]+\d)", text)) == {VERSION}, name
