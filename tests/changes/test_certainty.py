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


def test_an_item_that_came_into_a_list_negates_nothing() -> None:
    old = "The audit found 2 high ones and 7 low ones."
    new = "The audit found no critical faults, 2 high ones and 7 low ones."
    assert told(old, new) == [("statement/added", "medium")]


def test_what_a_court_ruled_on_is_not_stated_more_or_less_surely() -> None:
    old = "The court ruled on whether the state must pay."
    assert told(old, old.replace("must", "can")) == [("statement/word", "medium")]


def test_a_clause_that_came_in_whole_is_a_statement_whatever_hedge_it_has() -> None:
    old = "The council will meet on Monday."
    new = "The council will meet on Monday, although nobody expects the mayor to come."
    assert told(old, new) == [("statement/added", "medium")]


def test_two_lines_on_who_gave_no_comment_are_equally_sure() -> None:
    assert told("Lind declined to comment.", "Lind could not be reached for comment.", "certainty") == []
