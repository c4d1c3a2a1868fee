"""Numbers that are no figures: names, models, labels, pronouns, adverbs; and their nearest neighbours that are."""

import pytest
from reading import figures

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
    "At first he refused.",
    "The first lady spoke.",
    "They work on zero-hours contracts.",
    "They stood at ground zero to zero in on it.",
    "Number two, she was right.",
]

NAMES = [
    "A Boeing 737-800 and an A320 landed.",
    "An F-16, a Su-27 and some B-52s flew.",
    "Covid-19 spread in the G7.",
    "Article 5 and Sections 230 and 12 apply.",
    "See pages 12-14 and Chapters 3-5.",
    "He was at No. 10, and she was #1.",
    "He watched Channel 4 in Room 101.",
    "It runs on Python 3.11 and version 4.2.1.",
    "The FTSE 100 and the S&P 500 fell.",
    "They drove down the M25 and Route 66.",
    "World War Two and World War II veterans met.",
    "The Second Amendment and the 9th Circuit were cited.",
    "It stands at 10 Downing Street, on Fifth Avenue.",
    "It is the rock of the 21st century.",
    "The Fab Four met the Big Five.",
    "He fell ill in the top-two primary.",
]

LABELS = [
    "It runs 24/7, as before 9/11.",
    "He cited Genesis 1:2 and 2 Timothy 3:1-5.",
    "Call 020 7946 0958, +44 20 7946 0958, (212) 555-0187 or 1-800-555-0142.",
    "Call 911 for help.",
    "Write to Lindley LN4 7QP or to Dover, DE 19901.",
    "1. Heat the oven. 2. Mix the flour.",
    "He gave reasons: 1) Cost and 2) Time.",
    "See CVE-2021-44228, agent 007 and account 1234567890123.",
    "Read 3D, 5G, 4x4, H1N1, CO2, MP3 and A4.",
    "It is at www.example.org/12/34 for a12@example.org.",
    "The 2008 crisis shaped the 2016 season.",
    "It is a 401(k) plan under 501(c)(3).",
]

FIGURES = [
    ("At least one person was hurt.", ["one"]),
    ("One soldier was killed.", ["One"]),
    ("One in five left.", ["One in five"]),
    ("It costs one dollar.", ["one dollar"]),
    ("He came second, she finished third.", ["second", "third"]),
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


@pytest.mark.parametrize("text", PRONOUNS + ADVERBS + NAMES + LABELS)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert [figure.text for figure in figures(text)] == []


@pytest.mark.parametrize(("text", "spans"), FIGURES)
def test_its_nearest_neighbours_are_figures(text: str, spans: list[str]) -> None:
    assert [figure.text for figure in figures(text)] == spans
