"""docs/guarantees.md: every proof it names is there; and the proofs that are of no one part of the package."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import revtrack
from fuzz import growth
from revtrack.cli import main
from revtrack.store import Store
from tests.git_fixtures import Git, git, plain_settings  # noqa: F401

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
PROOFS = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
NEWS = "Ferry toll rises\n\nAt least {} people died, police said on Monday.\n"


def test_the_page_names_proofs() -> None:
    assert len(PROOFS) > 25
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and "---" not in line]
    assert [row for row in rows if "::" not in row and "proven by" not in row] == []


@pytest.mark.parametrize(("file", "name"), PROOFS, ids=lambda part: part)
def test_a_proof_that_is_named_is_there(file: str, name: str) -> None:
    assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_git_gc_beside_adds_loses_nothing(tmp_path: Path, git: Git) -> None:  # noqa: F811
    store = Store.init(tmp_path / "store")
    texts = [NEWS.format(number).encode() for number in range(12)]
    for number, text in enumerate(texts):
        with subprocess.Popen(["git", "-C", str(store.path), "gc", "--quiet"], stderr=subprocess.DEVNULL) as packing:
            assert store.add(text, f"ferry-{number % 3}", now="2024-10-31T00:00:00Z", force=True).new
            packing.wait()
    assert sorted(store.read_many(store.history())) == sorted(texts)
    assert list(store.verify()) == []
    assert "error" not in git(store.path, "fsck", "--full")


def test_a_push_that_takes_revisions_away_is_refused(tmp_path: Path, git: Git) -> None:  # noqa: F811
    store = Store.init(tmp_path / "store")
    for number in range(3):
        store.add(NEWS.format(number).encode(), "ferry", now="2024-10-31T00:00:00Z", force=True)
    git(tmp_path, "clone", "--quiet", "--branch", "revisions", str(store.path), "copy")
    copy = tmp_path / "copy"
    git(copy, "reset", "--quiet", "--hard", "HEAD~1")
    for refused in (["--force", "origin", "revisions"], ["origin", ":revisions"]):
        pushed = subprocess.run(["git", "-C", str(copy), "push", *refused], capture_output=True, check=False)
        assert pushed.returncode != 0, refused
    assert len(list(store.history())) == 3
    assert list(store.verify()) == []


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a home that the environment names")
def test_commands_write_where_they_were_told_and_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk among other folders: only the store, what is named, and the user's cache are written."""
    desk, around = tmp_path / "desk", tmp_path / "around"
    for folder in (desk, around, tmp_path / "home"):
        folder.mkdir()
        (folder / "notes.txt").write_text("kept")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.chdir(desk)
    os.symlink(around, desk / "link")
    run = CliRunner()
    before = {name: snapshot(tmp_path / name) for name in ("around", "home")}
    Path("wire.jsonl").write_text('{"article": "../../around/x", "text": "Toll rises", "time": "2024-10-01"}\n')
    commands = ["init", "add ferry.txt --at 2024-10-01", "add ferry.txt --at 2024-10-02", "import jsonl wire.jsonl"]
    commands += ["log", "diff ferry", "history ferry", "search", "stats", "claims ferry", "note ferry", "verify", "gc"]
    commands += ["report ferry -o page.html", "site public", "export changes -o changes.csv", "list", "digest"]
    for number, command in enumerate(commands):
        Path("ferry.txt").write_text(NEWS.format(12 + number // 2))
        done = run.invoke(main, command.split())
        assert done.exit_code in (0, 1), (command, done.output)
    written = {path.name for path in desk.iterdir()} - {"ferry.txt", "wire.jsonl", "notes.txt", "link"}
    assert written == {".revtrack", "page.html", "public", "changes.csv"}
    assert {name: snapshot(tmp_path / name) for name in ("around", "home")} == before
    assert list((tmp_path / "temporary").iterdir()) == []
    assert Path("notes.txt").read_text() == "kept"


HOSTILE = [
    "a",
    "1",
    '"',
    "“x ",
    "(",
    "12 people, ",
    "Ann Lee said ",
    "<b>",
    "[x](",
    "- a\n",
    "\n\n12.\n\n",
    "not ",
    "\u0301",
]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_time_grows_with_the_text(unit: str) -> None:
    """Eight times the text takes less than twenty times the steps, read and compared."""

    def work(times: int) -> int:
        text = unit * (times * 300 // len(unit))
        return growth.steps(lambda: revtrack.compare(text, text + " 12"))

    revtrack.compare(unit * 20, unit * 20 + " 12")  # tables are loaded and expressions compiled
    assert work(8) < 20 * max(work(1), growth.FEWEST)
