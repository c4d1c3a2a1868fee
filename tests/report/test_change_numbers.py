"""A change has one number, its place in the diff: on every page and in every list, finding and notice."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

import revtrack
from revtrack.gate import review
from revtrack.gate.house import House, policy
from revtrack.model import Diff, Step
from revtrack.report import article_history, diff_page, entries, html, markdown, terminal
from tests.report.hand_made import revision
from tests.report.test_grown_story import version

PAIRS = [(6, 12), (8, 9), (4, 5)]
pytestmark = pytest.mark.parametrize(("old", "new"), PAIRS)


@cache
def compared(old: int, new: int) -> Diff:
    return revtrack.compare(version(old), version(new))


def numbers(old: int, new: int) -> list[int]:
    return list(range(1, len(compared(old, new).changes) + 1))


def test_in_json_it_is_the_index_and_one(old: int, new: int) -> None:
    diff = compared(old, new)
    indices = [index for passage in diff.to_dict()["passages"] for index in passage["changes"]]
    assert sorted(index + 1 for index in indices) == numbers(old, new)
    page = diff_page.of(diff)
    assert [(row.number, row.message) for row in page.every] == [
        (number, change.message) for number, change in enumerate(diff.changes, 1)
    ]


def test_in_the_terminal(old: int, new: int) -> None:
    page = diff_page.of(compared(old, new))
    text = terminal.diff(compared(old, new), colour=False, width=10_000, show_all=True)
    told = re.findall(r"^ {3} *(\d+)  (.*)$", text.partition("Told differently")[2], re.MULTILINE)
    assert sorted(int(number) for number, _ in told) == numbers(old, new)
    for number, line in told:
        assert line.startswith(page.every[int(number) - 1].short)
    leads = re.findall(r"^ {,2}(\d+)  ", text.partition("to know")[2].partition("Told")[0], re.MULTILINE)
    assert [int(number) for number in leads] == [lead.number for lead in page.leads]


def test_in_markdown(old: int, new: int) -> None:
    page = diff_page.of(compared(old, new))
    text = markdown.diff(compared(old, new)).partition("### Told differently")[2]
    told = [(int(number), line) for number, line in re.findall(r"^- \*\*(\d+)\*\* (.*)$", text, re.MULTILINE)]
    assert {number for number, _ in told} == {
        row.number for passage in (*page.told_differently, *page.other_wording) for row in passage.changes
    }
    for number, line in told:
        assert line.startswith(markdown.escaped(page.every[number - 1].short).replace(" -> ", " → "))


def test_on_the_page(old: int, new: int) -> None:
    page = diff_page.of(compared(old, new))
    linked = re.findall(
        r'href="#(c-[0-9a-f-]+)"[^>]*>(?:<span[^>]*>[Cc]hange </span>)?(\d+)<', html.diff(compared(old, new))
    )
    passages = (*page.told_differently, *page.other_wording)
    assert {row.number for passage in passages for row in passage.changes} <= {int(number) for _, number in linked}
    for anchor, number in linked:
        assert page.every[int(number) - 1].anchor == anchor


def test_in_entries_of_sites_and_feeds(old: int, new: int) -> None:
    diff = compared(old, new)
    before, after = revision(1), replace(revision(2), time="2024-11-01T08:00:00Z")
    steps = [Step(before, diff.before, None), Step(after, diff.after, diff)]
    [turn] = entries.of(steps, article_history.of(steps, []), folder="a", fingerprint="f", waiting="").turns
    assert turn.changes
    for change in turn.changes:
        assert change.message == diff.changes[change.number - 1].message


def test_in_findings(old: int, new: int) -> None:
    rules = policy(House(), "a.md", version(old), "2026-01-01T00:00:00Z")
    found = [one for one in review.findings(compared(old, new), "a.md", rules) if one.change]
    assert found
    for finding in found:
        assert finding.message == compared(old, new).changes[finding.change - 1].message


def test_in_notices(old: int, new: int) -> None:
    page = diff_page.of(compared(old, new))
    for notice in page.notices:
        assert all(page.every[number - 1].acknowledged for number in notice.changes)
    assert page.verdict.acknowledged == tuple(
        row.number for row in page.every if row.acknowledged and not row.rewording
    )
