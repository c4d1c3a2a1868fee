"""Figures and dates, beyond tests/cases: paired in their place, else found again where they are now."""

from __future__ import annotations

from tests.changes.newsroom import compared, told


def test_a_value_that_went_to_another_sentence_is_no_change() -> None:
    old = "The ferry sank with 12 boats in tow. Its crew of nine was saved by a trawler."
    new = "The ferry sank. Its crew of nine was saved by a trawler, as were 12 boats."
    assert told(old, new, "figure") == []


def test_two_values_of_a_sentence_keep_their_places() -> None:
    changes = compared("12 boats and 30 cars were lost.", "13 boats and 31 cars were lost.")
    assert [(change.old and change.old.text, change.new and change.new.text) for change in changes] == [
        ("12", "13"),
        ("30", "31"),
    ]


def test_a_value_among_new_ones_is_kept() -> None:
    assert told("Of 300 jobs 12 were lost.", "Of 300 jobs 12 were lost and 40 were cut.") == [("figure/added", "low")]
