"""`stats` counts what `search` finds."""

from __future__ import annotations

import json
from typing import Any

from test_search_command import found

from tests.commands.newsdesk import TIMES, Desk


def stats(desk: Desk, *args: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(desk.ok("stats", *args, "--format", "json"))
    return told


def test_an_empty_store_has_nothing_to_count(empty: Desk) -> None:
    empty.ok("init")
    assert empty.ok("stats") == "0 changes in 0 revisions of 0 articles.\n"
    told = stats(empty)
    assert (told["schema"], told["changes"]["changes"], told["kinds"]) == ("revtrack.stats/1", 0, [])
    assert told["time_to_correction"] == {"claims": 0, "lower_quartile": None, "median": None, "upper_quartile": None}


def test_every_change_is_counted_once_by_kind_month_and_article(two: Desk) -> None:
    told, every = stats(two), found(two, "--limit", "0")
    assert (told["articles"], told["revisions"], told["changes"]["changes"]) == (2, 5, len(every))
    for name, of in (
        ("kinds", lambda one: one["change"]["kind"]),
        ("months", lambda one: one["time"][:7]),
        ("most_changed", lambda one: one["article"]),
    ):
        counted = {one["name"]: one["changes"] for one in told[name]}
        names = [of(one) for one in every]
        assert counted == {key: names.count(key) for key in names}, name
    labels = [f"{one['change']['kind']} {label}" for one in every for label in one["change"]["labels"]]
    assert {one["name"]: one["changes"] for one in told["labels"]} == {key: labels.count(key) for key in labels}
    grades = [one["change"]["severity"] for one in every]
    assert [told["changes"][grade] for grade in ("high", "medium", "low")] == [
        grades.count(grade) for grade in ("high", "medium", "low")
    ]
    assert told["changes"]["acknowledged"] == sum(one["change"]["acknowledged"] for one in every) > 0
    assert {one["name"]: one["revisions"] for one in told["months"]} == {"2024-10": 2, "2024-11": 3}
    assert told["most_revised"] == [{"article": "ferry", "revisions": 3}, {"article": "court", "revisions": 2}]


def test_a_part_can_be_counted(two: Desk) -> None:
    """Of articles, and between two times."""
    told = stats(two, "--article", "ferry", "--since", TIMES[1], "--until", "2024-10-31")
    assert (told["articles"], told["revisions"], told["changes"]["changes"]) == (1, 1, 1)
    assert "nowhere: no such article" in two.fails("stats", "--article", "nowhere")
    assert "is before" in two.fails("stats", "--since", "2024-11-02", "--until", "2024-11-01")


def test_time_to_correction_counts_from_the_revision_that_brought_the_words(two: Desk) -> None:
    """The ten witnesses stood for two hours; a claim that came later counts from then."""
    assert stats(two)["time_to_correction"]["median"] == 7_200
    text = (two.folder / "court.txt").read_text()
    two.write("court.txt", text.replace("heard 11 witnesses", "heard 11 witnesses and 30 experts"))
    two.ok("add", "court.txt", "--at", "2024-11-02T12:00:00Z")
    notice = "Correction: An earlier version said 30 experts; it was 40.\n\n"
    two.write("court.txt", notice + (two.folder / "court.txt").read_text().replace("and 30 experts", "and 40 experts"))
    two.ok("add", "court.txt", "--at", "2024-11-02T12:30:00Z")
    stood = stats(two)["time_to_correction"]
    assert (stood["claims"], stood["median"]) == (2, 4_500)  # of 30 minutes and 2 hours
    assert "2 claims corrected in a notice" in two.ok("stats")
    assert stats(two, "--since", "2024-11-02T12:00Z")["time_to_correction"]["median"] == 1_800


def test_the_terminal_has_a_table_for_each(two: Desk) -> None:
    printed = two.ok("stats")
    assert printed.splitlines()[0].endswith("high-severity changes).")
    for head in ("Kind ", "Label ", "Month ", "Article "):
        assert f"\n{head}" in printed
    lines = [line.split() for line in printed.splitlines()]
    assert ["figures", "2", "2", "0", "0", "50%"] in lines
    assert ["2024-11", "3"] in [line[:2] for line in lines]


def test_html_has_the_same_numbers(two: Desk) -> None:
    two.ok("stats", "-o", "stats.html")
    page = (two.folder / "stats.html").read_text(encoding="utf-8")
    assert page == two.ok("stats", "--format", "html")
    assert '<th scope="row" dir="auto">figures</th><td>2</td><td>2</td><td>0</td><td>0</td><td>50%</td>' in page
    assert "<svg" in page
