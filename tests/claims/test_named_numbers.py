"""Numbers that are part of a name, a model, an address or a term; and counts that stand beside names."""

import pytest

from tests.claims.reading import figures

NAMES = [
    "A Boeing 737-800 and an A320 landed.",
    "An F-16, a Su-27 and some B-52s flew.",
    "Covid-19 spread in the G7.",
    "Article 5 and Sections 230 and 12 apply.",
    "See pages 12-14 and Chapters 3-5.",
    "He was at No. 10, and she was #1.",
    "He watched Channel 4 in Room 101.",
    "They joined 18F and read RFC 6962.",
    "It runs on Python 3.11 and version 4.2.1.",
    "The FTSE 100 and the S&P 500 fell.",
    "They drove down the M25 and Route 66.",
    "World War Two and World War II veterans met.",
    "The Second Amendment and the 9th Circuit were cited.",
    "It stands at 10 Downing Street, on Fifth Avenue.",
    "It is the rock of the 21st century.",
    "The Fab Four met the Big Five.",
    "He fell ill in the top-two primary.",
    "The plane, a new 737, landed beside the 777-200LR.",
    "Boeing's 787 will replace the 767.",
    "The Orlo 10 sold well.",
    "She wrote it in iWork '11.",
    "The Standard & Poor's 500 and the Russell 2000 fell.",
    "A fire broke out at coke oven batteries 13 and 14.",
    "Resolution 1701 was kept.",
    "The film 60 Minutes aired.",
]

COUNTS = [
    ("They called 300 witnesses.", ["300"]),
    ("Four people stood on Fifth Avenue.", ["Four"]),
    ("They hired 10 people in Downing Street.", ["10"]),
    ("A 5-foot-10 pilot flew the F-16.", ["5-foot-10"]),
    ("The Boeing carried 737 passengers.", ["737"]),
    ("The 12 articles were cited.", ["12"]),
    ("It was the 9th circuit of the track.", ["9th"]),
    ("A two-to-one vote", ["two-to-one"]),
    ("The plane carried 737 people.", ["737"]),
    ("The airline bought 18 777s.", ["18"]),
    ("It has four Orlo 900 engines.", ["four"]),
    ("In Halden 12 homes burned.", ["12"]),
    ("The BBC 12 people work for closed.", ["12"]),
    ("In the wards 12 nurses fell ill.", ["12"]),
]


@pytest.mark.parametrize("text", NAMES)
def test_a_number_in_a_name_is_no_figure(text: str) -> None:
    assert [figure.text for figure in figures(text)] == []


@pytest.mark.parametrize(("text", "spans"), COUNTS)
def test_a_count_beside_a_name_is_a_figure(text: str, spans: list[str]) -> None:
    assert [figure.text for figure in figures(text)] == spans


def test_headlines_may_have_capitals() -> None:
    """In a headline "Four" with a capital letter is a number."""
    assert [figure.text for figure in figures("# Blast Kills Four in Harbour\n\nIt happened at sea.")] == ["Four"]
