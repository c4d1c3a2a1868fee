"""Certainty that changed in a kept statement; what is quoted, moved or newly stated says nothing of it."""

from __future__ import annotations

import pytest

from tests.changes.newsroom import compared, messages, told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The council will close the school.", "The council will shut the school."),
        ("On Monday the council may vote on it.", "The council may vote on it on Monday."),
        ("It is unclear who won.", "It is not clear who won."),
        ("He wont admit it and may leave.", "He won't admit it and may leave."),
        ("The ferry sank.", "The ferry sank. It may be raised in spring."),
        ("The ferry sank off Arvo.", "The ferry sank off Arvo, and divers may search it for weeks to come."),
        ("It was apparently set.", "It was appraently set."),
        ("The driver was drunk.", "The driver, who had no licence for the lorry, was drunk."),
        ("May 4 is a holiday.", "June 4 is a holiday."),
    ],
)
def test_a_kept_certainty_is_no_change(old: str, new: str) -> None:
    assert told(old, new, "certainty") == []


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        ("The council may close the school.", "The council will close the school."),
        ("The council is expected to close the school.", "The council will close the school."),
        ("The mayor allegedly took the money.", "The mayor took the money."),
        ("The mayor reportedly took the money.", "The mayor took the money."),
        ("The alleged thief fled north.", "The thief fled north."),
        ("The pump seems to have broken.", "The pump broke."),
        ("It appears the pump broke.", "The pump broke."),
        ("It was the likely cause of the fire.", "It was the cause of the fire."),
        ("He should resign.", "He must resign."),
        ("He was questioned about fraud.", "He was charged with fraud."),
        ("He was charged with fraud.", "He was convicted of fraud."),
        ("The mayor is suspected of murdering his aide.", "The mayor murdered his aide."),
        ("He is accused of involvement in fraud.", "He is under investigation for fraud."),
    ],
)
def test_a_statement_made_surer_or_less_sure(weak: str, strong: str) -> None:
    assert told(weak, strong, "certainty") == [("certainty/stronger", "medium")]
    assert told(strong, weak, "certainty") == [("certainty/weaker", "medium")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The driver was drunk.", "The driver was not drunk."),
        ("The driver had a licence.", "The driver had no licence."),
        ("The driver stopped.", "The driver failed to stop."),
        ("The bridge can carry trucks.", "The bridge can't carry trucks."),
        ("The bridge might never open.", "The bridge might open."),
        ("The move is likely to hurt farmers.", "The move is unlikely to hurt farmers."),
        ("Officials confirmed the leak.", "Officials have not confirmed the leak."),
        ("The firm paid the fine.", "The firm denied paying the fine."),
        ("The court often sits at night.", "The court hardly ever sits at night."),
    ],
)
def test_a_statement_turned_round(old: str, new: str) -> None:
    assert told(old, new, "certainty") == [("certainty/negated", "high")]
    assert told(new, old, "certainty") == [("certainty/negated", "high")]


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
