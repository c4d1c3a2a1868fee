"""`verify` and `gc`: what they print, and with which exit code."""

from __future__ import annotations

import json
import subprocess

from tests.commands.newsdesk import Desk


def test_verify_of_a_sound_store(desk: Desk) -> None:
    """One line, and 0."""
    assert desk.ok("verify") == "3 revisions checked: everything is as it was added.\n"
    assert json.loads(desk.ok("verify", "ferry", "--format", "json")) == {
        "schema": "revtrack.verify/1",
        "article": "ferry",
        "revisions": 3,
        "findings": [],
    }


def test_verify_says_what_is_wrong_where(desk: Desk) -> None:
    """A line for each finding, and 1."""
    store = desk.folder / ".revtrack"
    blob = json.loads(desk.ok("log", "ferry", "--format", "json"))["revisions"][1]["blob"]
    (store / "objects" / blob[:2] / blob[2:]).unlink()
    result = desk.run("verify", "ferry")
    assert result.exit_code == 1
    assert result.stdout.startswith("wrong: ferry (")
    assert "missing or damaged" in result.stdout
    assert "1 finding." in result.stdout
    assert desk.run("verify", "--format", "json").exit_code == 1


def test_gc_tells_what_it_saved(desk: Desk) -> None:
    """And leaves what there is."""
    before = desk.ok("log", "ferry")
    assert "bytes before" in desk.ok("gc")
    assert desk.ok("log", "ferry") == before


def test_a_newsroom_is_looked_after_by_git(empty: Desk) -> None:
    """Nothing is written into it."""
    subprocess.run(["git", "init", "--quiet"], check=True)
    for command in ("verify", "gc"):
        assert "git fsck" in empty.fails(command)


def test_adding_faster_is_an_option(desk: Desk) -> None:
    """--no-sync does not wait for the disk."""
    assert "revision 4 added" in desk.ok("add", "first.txt", "--as", "ferry", "--no-sync")
