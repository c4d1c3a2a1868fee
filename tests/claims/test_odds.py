"""Odds of a bet: "5/1" where the words speak of betting."""

import pytest

from tests.claims.reading import figures

NONE = [
    "It is open 24/7.",
    "The shop was built after 9/11.",
    "He betted on 24/7 help at good odds.",
    "Form 5/1 is due.",
]
ODDS = [
    ("The odds are 5/1.", ["5/1"]),
    ("He backed a 100/30 shot.", ["100/30"]),
    ("The 2/5 favourite lost to a 33/1 outsider.", ["2/5", "33/1"]),
]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_with_a_slash_are_no_odds(text: str) -> None:
    assert [figure.text for figure in figures(text)] == []


@pytest.mark.parametrize(("text", "spans"), ODDS)
def test_odds_have_no_value(text: str, spans: list[str]) -> None:
    assert [(figure.text, figure.value, figure.low) for figure in figures(text)] == [(one, None, None) for one in spans]
