"""Amounts that nobody counted, and words of their looks that are none."""

from __future__ import annotations

import pytest

from tests.claims.reading import figures

NONE = [
    "He scores twice a month, and his test scores of late are good.",
    "The scores of 70 and 80 stood.",
    "Some came, several left, many wept, and most of them sang.",
    "The thousands separator is a comma.",
    "Figures are in thousands.",
    'The film "Millions" opened on Friday.',
    "The Hundreds of Ely met.",
]

AMOUNTS = [
    ("Dozens of homes burned.", "Dozens", "24", "99", "homes"),
    ("It freed scores of hostages.", "scores", "40", "99", "hostages"),
    ("Scores were injured.", "Scores", "40", "99", None),
    ("Hundreds more people came.", "Hundreds", "200", "999", "people"),
    ("Several hundred jobs will go.", "Several hundred", "200", "999", "jobs"),
    ("A few thousand marched.", "A few thousand", "2000", "9999", None),
    ("Tens of thousands fled.", "Tens of thousands", "20000", "99999", None),
    ("It hit tens of millions of voters.", "tens of millions", "20000000", "99999999", "voters"),
    ("Millions of eggs were sold.", "Millions", "2000000", "None", "eggs"),
    ("It was felt hundreds of miles away.", "hundreds of miles", "200", "999", None),
]


@pytest.mark.parametrize("text", NONE)
def test_no_amount(text: str) -> None:
    assert [figure.text for figure in figures(text) if figure.bound == "vague"] == []


@pytest.mark.parametrize(("text", "words", "low", "high", "noun"), AMOUNTS)
def test_a_vague_amount(text: str, words: str, low: str, high: str, noun: str | None) -> None:
    (figure,) = figures(text)
    assert (figure.text, str(figure.low), str(figure.high), figure.noun) == (words, low, high, noun)
    assert (figure.value, figure.bound) == (None, "vague")
