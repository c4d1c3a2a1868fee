"""Which dates are the same, and which changes of one are told."""

from __future__ import annotations

import pytest

import revtrack

SAME = [
    ("It began on Jan. 5.", "It began on January 5."),
    ("It began on 5 January 2024.", "It began on January 5th, 2024."),
    ("It began at 3pm.", "It began at 15:00."),
    ("It began at 3pm BST.", "It began at 3pm."),
    ("It took six months.", "It took 6 months."),
    ("It took half an hour.", "It took 30 minutes."),
    ("It began a week ago.", "It began one week ago."),
    ("It fell over the past year.", "It fell over the last year."),
    ("It ran May 13-22.", "It ran May 13–22."),
]

CHANGED = [
    ("It began on Thursday.", "It began on Friday.", "Thursday", "Friday"),
    ("It began in early May.", "It began in late May.", "early May", "late May"),
    ("It began at 3pm GMT.", "It began at 3pm BST.", "3pm GMT", "3pm BST"),
    ("It ran May 13-22.", "It ran May 13-21.", "May 13-22", "May 13-21"),
    ("It began last week.", "It began this week.", "last week", "this week"),
    ("It took three weeks.", "It took three months.", "three weeks", "three months"),
    (
        "It takes effect next academic year.",
        "It takes effect this academic year.",
        "next academic year",
        "this academic year",
    ),
    ("It took almost a week.", "It took more than a week.", "a week", "a week"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_a_date_in_another_form_is_no_change(old: str, new: str) -> None:
    assert [change.message for change in revtrack.compare(old, new).changes] == []


@pytest.mark.parametrize(("old", "new", "before", "after"), CHANGED)
def test_another_date_is_one_change(old: str, new: str, before: str, after: str) -> None:
    changes = revtrack.compare(old, new).changes
    assert [(change.kind, change.labels) for change in changes] == [("date", ("value",))]
    assert changes[0].old is not None
    assert changes[0].new is not None
    assert (changes[0].old.text, changes[0].new.text) == (before, after)
