"""Certainty, beyond the cases of tests/cases/certainty.md: in quotations, rewritten sentences, twice in one."""

from __future__ import annotations

from tests.changes.newsroom import compared, messages, told


def test_inside_quotation_marks_the_words_are_the_speakers() -> None:
    assert told('"It will end," said Ida Lind.', '"It may end," said Ida Lind.') == [("quote/words", "high")]


def test_a_sentence_that_was_rewritten_about_it() -> None:
    old = "The bridge will open on Monday after a long delay."
    new = "After a long delay the bridge may open on Monday."
    assert told(old, new, "certainty") == [("certainty/weaker", "medium")]


def test_two_statements_of_a_sentence_are_two_changes() -> None:
    old = "The council will close the school in Orrin this summer, and its pupils will move to Arvo."
    new = "The council may close the school in Orrin this summer, and its pupils will not move to Arvo."
    assert told(old, new, "certainty") == [("certainty/negated", "high"), ("certainty/weaker", "medium")]


def test_the_words_about_it_are_shown() -> None:
    old, new = "The council will close the old school.", "The council may close the old school."
    (change,) = compared(old, new)
    assert change.old
    assert change.new
    assert (change.old.text, change.new.text) == ("council will close the old", "council may close the old")
    assert messages(old, new) == [
        "stated with less certainty: 'council will close the old' -> 'council may close the old'"
    ]
