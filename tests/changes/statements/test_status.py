"""How far an act has come, and who holds an office: what is another stage, and what is only another tense."""

from __future__ import annotations

from collections import Counter

import pytest

from revtrack import lexicon
from revtrack.changes.statements import status
from revtrack.changes.statements.edited import Excused
from tests.changes.statements import bracketed
from tests.changes.statements.bracketed import Edit

HARMLESS = bracketed.read("harmless")
STAGES = bracketed.read("status")


def told(old: str, new: str) -> list[tuple[str, str]]:
    sentence = bracketed.sentence(old, new)
    return [
        (
            " ".join(sentence.old[index].text for index in finding.old),
            " ".join(sentence.new[index].text for index in finding.new),
        )
        for finding in status.find(sentence, sentence.changed)
    ]


@pytest.mark.parametrize("edit", HARMLESS, ids=str)
def test_another_tense_of_the_same_act_is_no_other_status(edit: Edit) -> None:
    assert told(edit.old, edit.new) == told(edit.new, edit.old) == []


@pytest.mark.parametrize("edit", STAGES, ids=str)
def test_another_stage_is_told_once(edit: Edit) -> None:
    assert len(told(edit.old, edit.new)) == 1
    assert told(edit.new, edit.old) == [pair[::-1] for pair in told(edit.old, edit.new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It has no incest clause.", "It will have no incest clause."),
        ("The plan failed.", "The tester failed."),
        ("The hotel charged $5.", "The hotel wanted $5."),
        ("The late train was full.", "The train was full."),
        ("Police are searching the hills.", "Police have searched the hills."),
        ("The club may sign him.", "The club signed him."),
        ("He left.", "He left the team after he had been arrested by police in Harrow."),
    ],
)
def test_words_of_another_meaning_are_left_to_others(old: str, new: str) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The bank is set to finalise it.", "The bank finalised it.", [("is set to finalise", "finalised")]),
        ("He has yet to sign the bill.", "He has signed the bill.", [("yet to sign", "has signed")]),
        ("The chapel will be torn down.", "The chapel was torn down.", [("will be torn", "was torn")]),
        ("A man was arrested.", "A man was charged with murder.", [("arrested", "charged with murder")]),
        ("The mayor sang.", "The former mayor sang.", [("", "former")]),
        ("The law is planned.", "The law is in force.", [("planned", "in force")]),
    ],
)
def test_the_act_is_told_with_what_leads_to_it(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert told(old, new) == expected


def test_words_that_are_accounted_for_are_not_told_again() -> None:
    assert status.find(bracketed.sentence("He was arrested.", "He was charged."), Excused()) == []


@pytest.mark.parametrize("name", ["act_leads", "act_stages", "office_stages"])
def test_every_phrase_of_a_table_is_written_as_words_are_compared(name: str) -> None:
    for phrase, *_ in lexicon.table(name):
        words = bracketed.sentence(phrase, "").old
        assert " ".join(word.key for word in words) == phrase.replace(" ...", "")


def test_a_word_has_one_stage_of_a_kind_of_act() -> None:
    counts = Counter((phrase, kind) for phrase, kind, _ in lexicon.table("act_stages"))
    assert max(counts.values()) == 1


def test_a_sentence_of_many_words_takes_no_longer_than_its_length() -> None:
    sentence = bracketed.sentence("he will go " * 2000, "he went " * 2000)
    status.find(sentence, sentence.changed)
