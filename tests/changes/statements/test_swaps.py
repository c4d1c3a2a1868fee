"""What changed places in a sentence, and who did it to whom."""

from __future__ import annotations

import pytest

from revtrack.changes.statements import swaps, voices
from revtrack.changes.statements.edited import Excused
from tests.changes.newsroom import compared
from tests.changes.statements import bracketed
from tests.changes.statements.bracketed import Edit

HARMLESS = bracketed.read("harmless")
SWAPS = bracketed.read("swaps")
SAME_ROLES = [
    ("Israel struck Lebanon.", "Lebanon was struck by Israel."),
    ("The village was shelled by government forces.", "Government forces shelled the village."),
    ("The jury found the doctor guilty.", "The doctor was found guilty by the jury."),
    ("He praised her.", "She was praised by him."),
    ("A court in Harrow has fined the company.", "The company has been fined by a court in Harrow."),
    ("The film was directed by Anna Berg in 1980.", "Anna Berg directed the film in 1980."),
    ("Two boys found the coins on Monday.", "The coins were found on Monday by two boys."),
]


def told(old: str, new: str) -> list[tuple[str, str]]:
    sentence = bracketed.sentence(old, new)
    return [
        (
            " ".join(sentence.old[index].text for index in finding.old),
            " ".join(sentence.new[index].text for index in finding.new),
        )
        for finding in swaps.find(sentence, sentence.changed)
    ]


@pytest.mark.parametrize("edit", HARMLESS, ids=str)
def test_another_order_is_no_exchange(edit: Edit) -> None:
    assert told(edit.old, edit.new) == told(edit.new, edit.old) == []


@pytest.mark.parametrize("edit", SWAPS, ids=str)
def test_what_changed_places_is_told(edit: Edit) -> None:
    assert told(edit.old, edit.new)
    assert told(edit.new, edit.old)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Israel struck Lebanon.", "Lebanon struck Israel.", [("Israel struck Lebanon", "Lebanon struck Israel")]),
        ("Lowe hit Marsh.", "Lowe was hit by Marsh.", [("Lowe hit Marsh", "Lowe was hit by Marsh")]),
        (
            "The driver of the van hit the rider of the bike.",
            "The rider of the bike hit the driver of the van.",
            [("driver of the van hit the rider of the bike", "rider of the bike hit the driver of the van")],
        ),
        (
            "It has 230 members from the coast, where turnout was poor on the day of the vote, and 180 from Harrow.",
            "It has 180 members from the coast, where turnout was poor on the day of the vote, and 230 from Harrow.",
            [("230", "180"), ("180", "230")],
        ),
    ],
)
def test_an_exchange_is_told_whole_or_by_its_places(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert told(old, new) == expected


def test_words_that_are_accounted_for_are_not_told_again() -> None:
    sentence = bracketed.sentence("Lind is on 48%, Ortiz on 44%.", "Lind is on 44%, Ortiz on 48%.")
    assert swaps.find(sentence, Excused()) == []


@pytest.mark.parametrize(("old", "new"), SAME_ROLES)
def test_the_passive_of_the_same_act_is_proven_the_same(old: str, new: str) -> None:
    for sentence in (bracketed.sentence(old, new), bracketed.sentence(new, old)):
        assert swaps.find(sentence, sentence.changed) == []
        assert voices.proven(sentence, sentence.changed) == sentence.changed


def test_a_word_that_came_in_with_the_passive_is_not_excused() -> None:
    sentence = bracketed.sentence("Rebels shelled the village.", "The village was badly shelled by rebels.")
    excused = voices.proven(sentence, sentence.changed)
    assert [sentence.new[index].text for index in sorted(sentence.changed.new - excused.new)] == ["badly"]


@pytest.mark.parametrize(
    ("old", "new", "labels"),
    [
        ("Stoke beat Burnley on Saturday.", "Burnley were beaten by Stoke on Saturday.", {"reworded"}),
        ("Stoke beat Burnley on Saturday.", "Burnley beat Stoke on Saturday.", {"swapped"}),
        ("Stoke beat Burnley on Saturday.", "Stoke were beaten by Burnley on Saturday.", {"swapped"}),
        ("Stoke beat Burnley on Saturday.", "Burnley were not beaten by Stoke on Saturday.", {"negated"}),
    ],
)
def test_between_winning_and_losing_the_roles_decide(old: str, new: str, labels: set[str]) -> None:
    assert {label for change in compared(old, new) for label in change.labels} - {"reworded"} == labels - {"reworded"}


def test_the_passive_of_a_reversed_act_excuses_nothing() -> None:
    sentence = bracketed.sentence("Israel struck Lebanon.", "Israel was struck by Lebanon.")
    assert voices.proven(sentence, sentence.changed) == Excused()


def test_numbers_and_names_exchanged_between_sentences_are_told() -> None:
    pairs = [
        ("The first man is 34.", "The first man is 29."),
        ("Lowe won the first stage.", "Marsh won the first stage."),
        ("The second is 29.", "The second is 34."),
        ("It rained.", "It snowed."),
        ("Marsh won the second.", "Lowe won the second."),
    ]
    sentences = [bracketed.sentence(*pair) for pair in pairs]
    found = swaps.across(sentences, [sentence.changed for sentence in sentences])
    assert [(swap.first, swap.second) for swap in found] == [(0, 2)]
    assert [
        (swap.first, swap.second) for swap in swaps.across(sentences[1::3], [s.changed for s in sentences[1::3]])
    ] == [(0, 1)]


def test_words_exchanged_between_sentences_may_be_only_varied() -> None:
    pairs = [("The firm grew.", "The company grew."), ("The company hired.", "The firm hired.")]
    sentences = [bracketed.sentence(*pair) for pair in pairs]
    assert swaps.across(sentences, [sentence.changed for sentence in sentences]) == []


def test_a_sentence_of_many_words_takes_no_longer_than_its_length() -> None:
    old = "police said rain " * 4000
    sentence = bracketed.sentence(old, old.replace("police said", "said police"))
    assert swaps.find(sentence, sentence.changed) == []
