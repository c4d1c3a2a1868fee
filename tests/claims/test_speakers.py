"""Who a source is by its words alone: nobody who could be asked, a pronoun, a subject read too far."""

import pytest

from revtrack.claims import speakers
from revtrack.model import Span


@pytest.mark.parametrize(
    "source",
    [
        "Ada Brin",
        "the minister",
        "she",
        "the port authority",
        "Tom Vale, an adviser to the board",
        "The audit",
        "Spokeswoman Ada Brin",
        "",
    ],
)
def test_not_anonymous(source):
    assert not speakers.is_anonymous(source)


@pytest.mark.parametrize(
    "source",
    [
        "a person familiar with the talks",
        "two officials",
        "sources",
        "A senior official at the ministry",
        "people with knowledge of the deal",
        "an aide who asked not to be named",
        "a source close to Ida Lind",
        "officials",
        "3 witnesses",
    ],
)
def test_anonymous(source):
    assert speakers.is_anonymous(source)


def test_terms_in_the_sentence_hide_who_has_no_name():
    sentence = "The aide said, speaking on condition of anonymity, that the plan was dead."
    assert speakers.is_anonymous("The aide", sentence)
    assert not speakers.is_anonymous("Ada Brin", sentence)
    assert not speakers.is_anonymous("The aide", "The aide said that the plan was dead.")


@pytest.mark.parametrize("text", ["who asked not to be named", "who spoke on condition of anonymity"])
def test_terms_alone(text):
    assert speakers.are_terms(text)


@pytest.mark.parametrize("text", ["the minister said she had asked for a name", "who asked for more"])
def test_no_terms(text):
    assert not speakers.are_terms(text)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Ada Brin, who was there,", "Ada Brin, who was there,"),
        ("the man that has the key", "the man that has the key"),
        ("Has Beens, a club", "Has Beens, a club"),
        ("The minister", "The minister"),
        ("Tom Vale was joined by Ada Brin and", "Tom Vale"),
        ("The surgeon has given no details of how he", "The surgeon"),
    ],
)
def test_a_subject_is_cut_before_its_verb(read, meant):
    assert speakers.subject(read, Span(0, len(read))).of(read) == meant


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It is over, a person familiar with the talks said.", "a person familiar with the talks"),
        ("It is over, two people briefed on the talks said.", "two people briefed on the talks"),
        ("It is over, the talks said.", "the talks"),
        ("He was close to the talks.", "the talks"),
    ],
)
def test_who_knows_of_something_is_the_source(text, source):
    at = text.index("the talks")
    assert speakers.with_person(text, Span(at, at + len("the talks")), 0).of(text) == source


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("a poll taken last week", "a poll taken last week"),
        ("Ida Lind, mayor since last year", "Ida Lind, mayor since last year"),
        ("Yesterday's Men", "Yesterday's Men"),
        ("Auditor Ann Friday", "Auditor Ann Friday"),
        ("a reporter for Port Today", "a reporter for Port Today"),
        ("Ida Lind on Friday", "Ida Lind"),
        ("the supreme court this month", "the supreme court"),
        ("the candidates Thursday night", "the candidates"),
        ("Last year Orrin", "Orrin"),
    ],
)
def test_without_the_time_when_it_was_said(words: str, who: str) -> None:
    assert speakers.without_time(words, Span(0, len(words))).of(words) == who
