"""Pronouns, adverbs and idioms with number words are no figures; their nearest neighbours are."""

import pytest

from tests.claims.reading import figures

YEARS = [
    "The 2008 crisis shaped the 2016 season.",
    "The vote of 2012 was close.",
]

PRONOUNS = [
    "No one was hurt.",
    "The one who left was one of them.",
    "One by one they left, and on the one hand she agreed.",
    "At one point they stopped.",
    "She is the one that was killed.",
]

ADVERBS = [
    "First, they left.",
    "It was first reported in May.",
    "This piece first appeared elsewhere.",
    "At first he refused to first ask.",
    "It is a mobile-first service.",
    "The first lady spoke.",
    "They work on zero-hours contracts.",
    "They stood at ground zero to zero in on it.",
    "Number two, she was right.",
]

FIGURES = [
    ("At least one person was hurt.", ["one"]),
    ("One soldier was killed.", ["One"]),
    ("One in five left.", ["One in five"]),
    ("It costs one dollar.", ["one dollar"]),
    ("He came second, she finished third.", ["second", "third"]),
    ("Who will come in second or third?", ["second", "third"]),
    ("Who came second or third.", ["second", "third"]),
    ("It was the first registered case.", ["first"]),
    ("The first half was dull.", ["first"]),
    ("A poll of 2047 registered voters was taken.", ["2047"]),
    ("Four people stood on Fifth Avenue.", ["Four"]),
    ("They hired 10 people in Downing Street.", ["10"]),
    ("He has 12 (of 40) votes.", ["12", "40"]),
    ("The article 12 people signed", ["12"]),
    ("She scored 0 in a 2-0 defeat.", ["0", "2-0"]),
    ("Police said 12 were hurt.", ["12"]),
]


@pytest.mark.parametrize("text", YEARS + PRONOUNS + ADVERBS)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert [figure.text for figure in figures(text)] == []


@pytest.mark.parametrize(("text", "spans"), FIGURES)
def test_its_nearest_neighbours_are_figures(text: str, spans: list[str]) -> None:
    assert [figure.text for figure in figures(text)] == spans


def test_a_word_that_only_ends_as_at_does_leaves_the_ordinal() -> None:
    """ "At first" orders the story, "a great first iteration" counts."""
    assert not figures("At first nobody came.")
    assert [figure.text for figure in figures("It was a great first iteration.")] == ["first"]
