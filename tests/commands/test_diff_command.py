"""`revtrack diff`: which two revisions are compared, and how the result is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.newsdesk import FIRST, SECOND, THIRD, Desk


def diff(desk: Desk, *args: str) -> dict[str, Any]:
    return json.loads(desk.ok("diff", *args, "--format", "json"))


@pytest.mark.parametrize(
    ("operands", "pair"),
    [
        ("", (2, 3)),
        ("1", (1, 3)),
        ("first", (1, 3)),
        ("1 2", (1, 2)),
        ("-3 -2", (1, 2)),
        ("-2", (2, 3)),
        ("2 1", (2, 1)),
        ("@1 @2", (1, 2)),
        ("first latest", (1, 3)),
        ("2024-10-31T09:00Z 2024-10-31", (1, 2)),
    ],
)
def test_operands_name_two_revisions(operands: str, pair: tuple[int, int], desk: Desk) -> None:
    """The last two by default; one alone is compared with the latest; order as given."""
    found = diff(desk, "ferry", *operands.split())
    assert (found["old"]["revision"], found["new"]["revision"]) == pair


def test_a_commit_names_a_revision(desk: Desk) -> None:
    """The short commit id that `add` prints is an operand."""
    commit = diff(desk, "ferry", "1", "2")["old"]["commit"]
    assert diff(desk, "ferry", commit[:7])["old"]["revision"] == 1


@pytest.mark.parametrize("name", ["ferry", "fer", "article:ferry", "2024/10/31/ferry.txt"])
def test_articles_go_by_slug_part_or_path(name: str, desk: Desk) -> None:
    """What is unambiguous is enough."""
    assert diff(desk, name)["old"]["article"] == "ferry"


def test_a_file_stands_for_the_article_made_of_it(empty: Desk) -> None:
    """After `add first.txt`, `diff first.txt` is what one types."""
    empty.ok("init")
    empty.ok("add", "first.txt", "--at", "2024-10-31")
    empty.write("first.txt", SECOND)
    empty.ok("add", "first.txt")
    assert diff(empty, "first.txt")["new"]["revision"] == 2


def test_two_files_are_compared_as_files(empty: Desk) -> None:
    """No store is needed for that."""
    found = diff(empty, "first.txt", "second.txt")
    assert (found["old"], found["new"]) == (None, None)
    assert found["summary"] == {"figure": {"value": 1}}


def test_one_revision_alone_is_said_to_be_alone(empty: Desk) -> None:
    """There is nothing to compare yet: the message says what to do."""
    empty.ok("init")
    empty.ok("add", "first.txt")
    assert "revision" in empty.fails("diff", "first")


def test_a_change_is_reported_in_every_format(desk: Desk) -> None:
    """Each format names both figures."""
    for form in ("terminal", "json", "markdown", "html"):
        printed = desk.ok("diff", "ferry", "1", "2", "--format", form)
        assert "12" in printed
        assert "21" in printed


def test_json_stands_alone_on_standard_output(desk: Desk) -> None:
    """The document is the interface's, and nothing stands beside it."""
    found = diff(desk, "ferry", "1", "2")
    assert found["schema"] == "revtrack.diff/1"
    assert [change["labels"] for change in found["changes"]] == [["value"]]


@pytest.mark.parametrize(
    ("args", "code"), [("1 2", 1), ("2 2", 0), ("1 2 --kind quote", 0), ("1 2 --kind figure --min-severity high", 1)]
)
def test_exit_code_tells_whether_a_change_is_shown(args: str, code: int, desk: Desk) -> None:
    """With --exit-code 1 means changes, as with git; without it the code is 0."""
    assert desk.run("diff", "ferry", *args.split(), "--exit-code").exit_code == code
    assert desk.run("diff", "ferry", *args.split()).exit_code == 0


def test_changes_left_out_are_counted(desk: Desk) -> None:
    """A filter never makes a revision look unchanged."""
    for form in ("terminal", "markdown", "html"):
        shown = ["diff", "ferry", "1", "2", "--format", form]
        assert "1 other change not shown" in desk.ok(*shown, "--kind", "quote")
        assert "not shown" not in desk.ok(*shown, "--kind", "figure")


@pytest.mark.parametrize(
    ("name", "start"), [("r.json", "{"), ("r.html", "<!"), ("r.HTM", "<!"), ("r.md", "#"), ("r.txt", "")]
)
def test_the_suffix_of_a_file_gives_the_format(name: str, start: str, desk: Desk) -> None:
    """-o report.html needs no --format; standard output stays empty."""
    assert desk.ok("diff", "ferry", "-o", name) == ""
    assert Path(name).read_text(encoding="utf-8").lstrip().startswith(start)


def test_format_wins_over_the_suffix(desk: Desk) -> None:
    """Who names a format gets it."""
    desk.ok("diff", "ferry", "-o", "r.txt", "--format", "json")
    assert json.loads(Path("r.txt").read_text(encoding="utf-8"))["schema"] == "revtrack.diff/1"


def test_a_report_that_cannot_be_written_leaves_nothing(desk: Desk) -> None:
    """The error names the file."""
    assert "nowhere/r.html: cannot write" in desk.fails("diff", "ferry", "-o", "nowhere/r.html")


def test_words_shows_the_text(desk: Desk) -> None:
    """--words prints the sentences of a change, which stand in no other report of it."""
    plain, marked = desk.ok("diff", "ferry", "1", "2"), desk.ok("diff", "ferry", "1", "2", "--words")
    assert len(marked) > len(plain)


def test_times_of_update_are_listed_only_with_all(empty: Desk) -> None:
    """Furniture is in the JSON when asked for, and never among the changes."""
    empty.write("a.txt", f"{FIRST}\nUpdated 3.15 pm\n")
    empty.write("b.txt", f"{FIRST}\nUpdated 4.45 pm\n")
    found = diff(empty, "a.txt", "b.txt")
    assert (found["changes"], found["furniture"]) == ([], [])
    assert diff(empty, "a.txt", "b.txt", "--all")["furniture"]


def test_swapping_the_files_swaps_the_sides(empty: Desk) -> None:
    """`compare` takes the old file first."""
    there = json.loads(empty.ok("compare", "second.txt", "third.txt", "--format", "json"))
    back = json.loads(empty.ok("compare", "third.txt", "second.txt", "--format", "json"))
    assert [c["old"] and c["old"]["text"] for c in there["changes"]] == [
        c["new"] and c["new"]["text"] for c in back["changes"]
    ]


def test_standard_input_can_be_one_side(empty: Desk) -> None:
    """`git show HEAD:first.txt | revtrack compare - first.txt` works."""
    printed = empty.ok("compare", "-", "third.txt", "--format", "json", stdin=THIRD.encode())
    assert json.loads(printed)["changes"] == []
