"""Dates of stored revisions with the day they mean, and dates that cannot be, in every output."""

from __future__ import annotations

import json

import pytest

from tests.commands.newsdesk import Desk

OLD = "Ferry sinks\n\nPolice said on Wednesday that the ferry sank. It was built on Sunday, March 21, 2016.\n"
NEW = OLD.replace("Wednesday", "Thursday")


@pytest.fixture
def stored(empty: Desk) -> Desk:
    empty.write("old.txt", OLD)
    empty.write("new.txt", NEW)
    empty.ok("init")
    for name, time in (("old.txt", "2024-10-30T20:00:00Z"), ("new.txt", "2024-10-31T20:00:00Z")):
        empty.ok("add", name, "--as", "ferry", "--at", time)
    return empty


def test_claims_of_a_file_have_no_day_but_what_cannot_be_is_told(empty: Desk) -> None:
    empty.write("new.txt", NEW)
    found = json.loads(empty.ok("claims", "new.txt", "--kind", "date", "--format", "json"))
    assert [claim["resolved"] for claim in found["claims"]] == [None, None]
    assert [(one["text"], one["message"]) for one in found["warnings"]] == [
        ("Sunday, March 21, 2016", "21 March 2016 is a Monday")
    ]


def test_claims_of_a_revision_have_the_day_they_mean(stored: Desk) -> None:
    found = json.loads(stored.ok("claims", "ferry@2", "--kind", "date", "--format", "json"))
    assert [(claim["value"], claim["resolved"]) for claim in found["claims"]] == [
        ("XXXX-WXX-4", "2024-10-31"),
        ("2016-03-21", "2016-03-21"),
    ]
    shown = stored.ok("claims", "ferry@2", "--kind", "date")
    assert "Thursday  = date, XXXX-WXX-4, 31 October 2024" in shown
    assert shown.endswith("Check the date: Sunday, March 21, 2016: 21 March 2016 is a Monday.\n")


def test_a_diff_shows_the_days_and_what_cannot_be_in_the_new_version(stored: Desk) -> None:
    found = json.loads(stored.ok("diff", "ferry", "--format", "json"))
    sides = [(change["old"]["resolved"], change["new"]["resolved"]) for change in found["changes"]]
    assert sides == [("2024-10-30", "2024-10-31")]
    assert [one["message"] for one in found["warnings"]] == ["21 March 2016 is a Monday"]


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_report_shows_them(stored: Desk, form: str) -> None:
    shown = " ".join(stored.ok("diff", "ferry", "--format", form).split())
    assert "Wednesday is 30 October 2024; Thursday is 31 October 2024" in shown
    assert "Check the date: Sunday, March 21, 2016: 21 March 2016 is a Monday." in shown


def test_two_files_have_no_days_but_what_cannot_be_is_told(empty: Desk) -> None:
    empty.write("old.txt", OLD)
    empty.write("new.txt", NEW)
    shown = empty.ok("compare", "old.txt", "new.txt")
    assert "October 2024" not in shown
    assert "21 March 2016 is a Monday." in shown
