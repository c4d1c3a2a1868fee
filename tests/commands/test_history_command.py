"""`history` and `blame`: the life of each claim of an article, as terminal text, JSON and Markdown."""

from __future__ import annotations

import json

import pytest

from tests.commands.newsdesk import FIRST, TIMES, Desk


def test_history_gives_a_line_of_life(desk: Desk) -> None:
    """What changed comes first; what never did is counted."""
    printed = desk.ok("history", "ferry")
    assert "people: at least 12 (r1) -> at least 21 (r2-3)" in printed
    assert printed.index("Changed") < printed.index("people:")
    assert "unchanged in all revisions (--all shows them)" in printed
    assert "unchanged in all" not in desk.ok("history", "ferry", "--all")


def test_history_can_be_of_some_claims_only(desk: Desk) -> None:
    """By kind, by words, by both; claims asked for by words are shown though they never changed."""
    assert "people" not in desk.ok("history", "ferry", "--kind", "quote", "--all")
    assert "still searching" in desk.ok("history", "ferry", "--match", "SEARCHING still")
    assert "No claim" in desk.ok("history", "ferry", "--match", "elephants")


@pytest.mark.parametrize("command", ["history", "blame"])
def test_json_gives_stages_and_claims(desk: Desk, command: str) -> None:
    """The document names its schema, and a claim is the one of `claims`."""
    found = json.loads(desk.ok(command, "ferry", "--format", "json"))
    assert found["schema"] == f"revtrack.{command}/1"
    lives = found["lives" if command == "history" else "claims"]
    [toll] = [life for life in lives if life["subject"] == "people"]
    if command == "history":
        assert [one["time"] for one in found["revisions"]] == list(TIMES)
        assert [(stage["first"], stage["last"], stage["values"]) for stage in toll["stages"]] == [
            (1, 1, ["at least 12"]),
            (2, 3, ["at least 21"]),
        ]
    else:
        assert (toll["revision"]["revision"], toll["before"]["values"]) == (2, ["at least 12"])
        assert toll["claims"][0]["value"] == "21"


def test_markdown_is_a_list(desk: Desk) -> None:
    """For a mail or a pull request."""
    assert "- figure: people: at least 12 (r1)" in desk.ok("history", "ferry", "--format", "markdown")
    assert "- **figure**: people: at least 21" in desk.ok("blame", "ferry", "--format", "markdown")


def test_blame_names_revision_author_note_and_what_was_before(desk: Desk) -> None:
    """What an editor asks of a figure."""
    lines = [line.strip() for line in desk.ok("blame", "ferry", "--kind", "figure").splitlines()]
    told = " ".join(lines)
    for expected in ("at least 21", "r2", "31 October 2024, 12:30 UTC", "A. Editor", "From second.txt", "before: at"):
        assert expected in told
    assert "r1" in desk.ok("blame", "ferry@1", "--kind", "figure")


def test_a_revision_that_is_no_text_is_passed_over(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader is told which one and why; the rest is told as ever."""
    desk.write("ferry.txt", FIRST.replace("12", "13"))
    desk.ok("add", "ferry.txt", "--at", "2024-10-31T10:00Z")
    from revtrack.articles import plain_text

    decode = plain_text.decode
    monkeypatch.setattr(plain_text, "MAX_BYTES", 10**6)

    def broken(data: bytes, name: str, **options: bool) -> str:
        if name == "ferry@2":
            raise plain_text.InputError(f"{name}: is binary")  # type: ignore[attr-defined]
        return decode(data, name, **options)

    monkeypatch.setattr(plain_text, "decode", broken)
    result = desk.run("history", "ferry")
    assert result.exit_code == 0
    assert "revision 2 is left out: ferry@2: is binary" in result.stderr
    assert "(r1) -> at least 21 (r3-4)" in result.stdout
