"""How many, how much, how often, where: phrases that changed their scope, and those that amount to the same."""

from __future__ import annotations

import pytest

from revtrack import lexicon
from revtrack.changes.statements import scope
from revtrack.changes.statements.edited import Excused
from tests.changes.newsroom import compared
from tests.changes.statements import bracketed
from tests.changes.statements.bracketed import Edit

HARMLESS = bracketed.read("harmless")
SCOPES = bracketed.read("scope")


def told(old: str, new: str) -> list[tuple[str, str]]:
    sentence = bracketed.sentence(old, new)
    return [
        (
            " ".join(sentence.old[index].text for index in finding.old),
            " ".join(sentence.new[index].text for index in finding.new),
        )
        for finding in scope.find(sentence, sentence.changed)
    ]


@pytest.mark.parametrize("edit", HARMLESS, ids=str)
def test_what_amounts_to_the_same_is_no_other_scope(edit: Edit) -> None:
    assert told(edit.old, edit.new) == told(edit.new, edit.old) == []


@pytest.mark.parametrize("edit", SCOPES, ids=str)
def test_another_scope_is_told_once(edit: Edit) -> None:
    assert len(told(edit.old, edit.new)) == 1
    assert told(edit.new, edit.old) == [pair[::-1] for pair in told(edit.old, edit.new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It rained at 9.", "It rained at all."),
        ("He left.", "He left last week."),
        ("The road is closed.", "The road is entirely closed."),
        ("Police came.", "Police and many neighbours, who had heard the shots, came."),
        ("He was mayor.", "He was the first lady's husband."),
        ("It has 40 rooms.", "It has some 40 rooms."),
        ("It is closed.", "It is part of the club."),
    ],
)
def test_words_of_another_meaning_are_left_to_others(old: str, new: str) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("All residents were told to leave.", "Some residents were told to leave.", [("All", "Some")]),
        ("All of the ministers signed.", "All but one of the ministers signed.", [("All of the", "All but one of")]),
        (
            "It is open to every pupil.",
            "It is open to only the poorest pupils.",
            [("every pupil", "only the poorest pupils")],
        ),
        ("The crew were saved.", "The crew except the cook were saved.", [("", "except the cook")]),
        ("He tests ferries.", "He tests all ferries.", [("", "all")]),
    ],
)
def test_the_phrase_is_told_with_what_changed_beside_it(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The flood damaged half of the homes.", "The flood damaged most of the homes."),
        ("Several people gave statements.", "Three people gave statements."),
        ("Residents of two villages left.", "Residents of all villages left."),
        ("Ten people left.", "Some people left."),
    ],
)
def test_a_number_in_the_place_of_a_phrase_may_be_a_figure_as_well(old: str, new: str) -> None:
    labels = [change.labels for change in compared(old, new, "statement")]
    assert labels == [("scope",)]


def test_words_that_are_accounted_for_are_not_told_again() -> None:
    assert scope.find(bracketed.sentence("All left.", "Some left."), Excused()) == []


def test_every_phrase_of_the_table_is_written_as_words_are_compared() -> None:
    for phrase, _, _, alone in lexicon.table("quantifiers"):
        words = bracketed.sentence(phrase, "").old
        assert " ".join(word.key for word in words) == phrase
        assert alone in {"-", "alone", "exact", "focus", "number", "object", "pair", "part", "plural", "rank"}


def test_a_sentence_of_many_words_takes_no_longer_than_its_length() -> None:
    sentence = bracketed.sentence("all men " * 3000, "some men " * 3000)
    assert scope.find(sentence, sentence.changed)
