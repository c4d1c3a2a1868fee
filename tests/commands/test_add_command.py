"""`revtrack add`: what becomes of the files that are given to the store."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.commands.newsdesk import FIRST, SECOND, Desk


def revisions(desk: Desk, *article: str) -> list[dict[str, Any]]:
    return json.loads(desk.ok("log", *article, "--format", "json"))["revisions"]


def test_the_latest_text_again_adds_nothing(desk: Desk) -> None:
    """It says so, and is no failure."""
    said = desk.ok("add", "third.txt", "--as", "ferry")
    assert said.startswith("ferry: revision 3 is already the latest text, nothing added (")
    assert len(revisions(desk)) == 3


def test_a_new_text_is_reported_in_one_line(empty: Desk) -> None:
    """Article, number, commit and words: what one wants to know of a new revision."""
    empty.ok("init")
    said = empty.ok("add", "first.txt")
    assert re.fullmatch(r"first: revision 1 added \([0-9a-f]{7}, 28 words\)\n", said)


def test_a_text_that_returns_is_a_new_revision(desk: Desk) -> None:
    """Only the latest text is recognised: going back is news."""
    assert "revision 4 added" in desk.ok("add", "first.txt", "--as", "ferry")


def test_what_the_user_says_is_kept(empty: Desk) -> None:
    """Time, author, note and source come back as given, the time in UTC."""
    empty.ok("init")
    empty.ok(
        *("add", "first.txt", "--at", "2024-10-31T15:04+01:00", "--by", "Ü. Editor", "-m", "First alert"),
        *("--source", "https://example.org/ferry"),
    )
    (kept,) = revisions(empty)
    assert [kept[field] for field in ("article", "revision", "time", "by", "note", "source", "words")] == [
        "first",
        1,
        "2024-10-31T14:04:00Z",
        "Ü. Editor",
        "First alert",
        "https://example.org/ferry",
        28,
    ]


def test_without_a_time_it_is_now(empty: Desk) -> None:
    """The clock is read once, in UTC, to the second."""
    empty.ok("init")
    before = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    empty.ok("add", "first.txt", "second.txt")
    first, second = revisions(empty)
    assert before <= first["time"] == second["time"] <= datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_standard_input_is_added_under_a_name(empty: Desk) -> None:
    """`-` with `--as` takes what is piped in, byte for byte."""
    empty.ok("init")
    empty.ok("add", "-", "--as", "ferry", stdin=FIRST.encode())
    assert empty.ok("show", "ferry") == FIRST


def test_each_file_is_an_article_of_its_own(empty: Desk) -> None:
    """Several files are named by their stems; one line for each."""
    empty.ok("init")
    assert empty.ok("add", "first.txt", "second.txt").count("revision 1 added") == 2


def test_good_files_are_kept_when_others_fail(empty: Desk) -> None:
    """Every file is reported; one that failed makes the exit code 2."""
    empty.ok("init")
    empty.write("photo.txt", b"\x00\x01")
    result = empty.run("add", "first.txt", "missing.txt", "photo.txt", "second.txt")
    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["first", "second"]
    assert [line.split(":")[2].strip() for line in result.stderr.splitlines()] == ["missing.txt", "photo.txt"]


def test_a_truncated_text_is_taken_only_by_force(desk: Desk) -> None:
    """A paywalled or cut capture is refused with the reason, and taken when the user insists."""
    desk.write("cut.txt", SECOND[:40])
    assert "--force" in desk.fails("add", "cut.txt", "--as", "ferry")
    assert len(revisions(desk)) == 3
    assert "revision 4 added" in desk.ok("add", "cut.txt", "--as", "ferry", "--force")


@pytest.mark.parametrize("how", ["option", "group option", "environment"])
def test_the_store_can_be_named(how: str, empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--store` before or after the command, and REVTRACK_STORE, all name it."""
    empty.ok("init", "desk")
    if how == "environment":
        monkeypatch.setenv("REVTRACK_STORE", "desk")
    before = ["--store", "desk"] if how == "group option" else []
    after = ["--store", "desk"] if how == "option" else []
    empty.ok(*before, "add", "first.txt", *after)
    assert Path("desk/.revtrack").is_dir()
    assert empty.ok(*before, "list", *after).startswith("first ")
