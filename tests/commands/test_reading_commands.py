"""`init`, `list`, `log`, `show` and `claims`: what a store tells about its articles."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.commands.newsdesk import FIRST, SECOND, THIRD, TIMES, Desk


def log(desk: Desk, *args: str) -> dict[str, Any]:
    return json.loads(desk.ok("log", *args, "--format", "json"))


def test_init_makes_a_store_that_git_reads(empty: Desk) -> None:
    """The message names the place and the next step."""
    said = empty.ok("init", "newsdesk")
    assert "newsdesk" in said
    assert "revtrack add" in said
    assert (empty.folder / "newsdesk" / ".revtrack" / "HEAD").is_file()


def test_a_store_without_articles_says_what_to_do(empty: Desk) -> None:
    """Nothing on standard output, a hint beside it, and no failure."""
    empty.ok("init")
    for command in ("list", "log"):
        result = empty.run(command)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "revtrack add FILE" in result.stderr


def test_list_gives_one_line_an_article(desk: Desk) -> None:
    """Article, number of revisions, last one."""
    desk.ok("add", "first.txt", "--at", "2024-11-02")
    assert [line.split() for line in desk.ok("list").splitlines()] == [
        ["ferry", "3", "revisions", "last", TIMES[2]],
        ["first", "1", "revision", "last", "2024-11-02T00:00:00Z"],
    ]


def test_log_says_what_changed_since_the_revision_before(desk: Desk) -> None:
    """Oldest first; the summary of each is that of its diff with the one before."""
    found = log(desk, "ferry")
    assert (found["schema"], found["article"]) == ("revtrack.log/1", "ferry")
    assert [one["time"] for one in found["revisions"]] == list(TIMES)
    assert [one["summary"] for one in found["revisions"]][:2] == [{}, {"figure": {"value": 1}}]


def test_log_prints_time_author_note_and_change(desk: Desk) -> None:
    """What an editor looks for stands in the line or two of each revision."""
    printed = desk.ok("log", "ferry")
    for expected in ("31 October 2024", "A. Editor", "From second.txt", "12 -> at least 21", "first version"):
        assert expected in printed


def test_log_of_all_articles_is_by_time(desk: Desk) -> None:
    """Revisions of different articles are told apart by their name."""
    desk.ok("add", "second.txt", "--as", "other", "--at", "2024-10-31T10:00Z")
    found = log(desk)
    assert found["article"] is None
    assert [one["article"] for one in found["revisions"]] == ["ferry", "other", "ferry", "ferry"]


@pytest.mark.parametrize(
    ("since", "numbers"),
    [("2024-10-31", [1, 2, 3]), ("2024-10-31T12:30Z", [2, 3]), ("2024-11-01", [3]), ("2030-01-01", [])],
)
def test_since_leaves_earlier_revisions_out(since: str, numbers: list[int], desk: Desk) -> None:
    """What is left is still compared with the revision before it."""
    found = log(desk, "ferry", "--since", since)["revisions"]
    assert [one["revision"] for one in found] == numbers
    whole = {one["revision"]: one["summary"] for one in log(desk, "ferry")["revisions"]}
    assert all(one["summary"] == whole[one["revision"]] for one in found)


@pytest.mark.parametrize(
    ("period", "numbers"),
    [
        (["--since", "yesterday"], [3]),
        (["--since", "2 days ago"], [2, 3]),
        (["--since", "last week"], [1, 2, 3]),
        (["--until", "thursday"], [1, 2]),
        (["--until", "36 hours ago"], [1, 2]),
        (["--since", "tuesday", "--until", "wednesday"], []),
    ],
)
def test_a_period_is_counted_back_from_now(
    period: list[str], numbers: list[int], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the clock, not from the newest revision; here it is noon on a Saturday."""
    monkeypatch.setattr("revtrack.archive.archive.clock", lambda: "2024-11-02T12:00:00Z")
    result = desk.run("log", "ferry", *period, "--format", "json")
    assert [one["revision"] for one in json.loads(result.stdout)["revisions"]] == numbers


@pytest.mark.parametrize(
    ("operand", "text"),
    [
        ("ferry", THIRD),
        ("ferry@1", FIRST),
        ("ferry@-2", SECOND),
        ("ferry@first", FIRST),
        ("article:ferry@2", SECOND),
        ("ferry@2024-10-31T10:00Z", FIRST),
        ("ferry@2024-10-31", SECOND),
    ],
)
def test_show_prints_the_revision_meant(operand: str, text: str, desk: Desk) -> None:
    """ARTICLE alone is the latest."""
    assert desk.ok("show", operand) == text


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfA \xe2\x80\x9cword\xe2\x80\x9d\r\nand more", b"Caf\xe9 \x93word\x94\n", b"no last line end"]
)
def test_bytes_in_are_bytes_out(data: bytes, empty: Desk) -> None:
    """BOM, line ends and encoding of a file come back untouched."""
    empty.ok("init")
    empty.ok("add", empty.write("story.txt", data))
    assert empty.run("show", "story").stdout_bytes == data


@pytest.mark.parametrize("operand", ["ferry@1", "first.txt", "-", "article:ferry@first"])
def test_claims_are_the_same_wherever_the_text_comes_from(operand: str, desk: Desk) -> None:
    """A file, standard input and a revision of the same bytes claim the same."""
    found = json.loads(desk.ok("claims", operand, "--format", "json", stdin=FIRST.encode()))
    assert found["schema"] == "revtrack.claims/1"
    assert all(one["text"] == FIRST[one["start"] : one["end"]] for one in found["claims"])
    assert {"figure", "quote"} <= {one["kind"] for one in found["claims"]}


def test_a_file_wins_over_an_article_of_its_name(desk: Desk) -> None:
    """`article:` is the way to the article."""
    desk.write("ferry", "The toll stands at 99 people.\n")
    file = desk.ok("claims", "ferry", "--format", "json")
    article = desk.ok("claims", "article:ferry", "--format", "json")
    assert ('"99"' in file, '"99"' in article) == (True, False)


def test_a_folder_does_not_hide_an_article_of_its_name(desk: Desk) -> None:
    """Only files are taken for files."""
    (desk.folder / "ferry").mkdir()
    assert "searching" in desk.ok("claims", "ferry")


def test_claims_can_be_of_some_kinds_only(desk: Desk) -> None:
    """--kind may be repeated."""
    found = json.loads(desk.ok("claims", "ferry", "--kind", "figure", "--kind", "quote", "--format", "json"))
    assert {one["kind"] for one in found["claims"]} == {"figure", "quote"}


def test_claims_on_a_terminal_show_their_words(desk: Desk) -> None:
    """The figure and the quotation can be read."""
    printed = desk.ok("claims", "ferry@2")
    assert "21" in printed
    assert "We are still searching" in printed
