"""What a figure is counted per."""

import pytest

from tests.claims.reading import figures, only

NO_RATES = [
    "12 people a week ago",
    "12 people cast a vote",
    "half a dozen",
    "12 monthly tickets",
    "12 per cent",
    "12 women/men",
    "5 people saw a day of rain",
]

RATES = [
    ("100 a day", "day"),
    ("$15 an hour", "hour"),
    ("a $15-an-hour wage", "hour"),
    ("£300 per week", "week"),
    ("500,000 barrels per day", "day"),
    ("$81 a barrel", "barrel"),
    ("12 people a day", "day"),
    ("20 deaths each year", "year"),
    ("$5m annually", "year"),
    ("12 cases per 100,000 people", "100000 people"),
    ("12 cases per 10 000 people", "10000 people"),
    ("3 deaths for every 100 births", "100 births"),
    ("60 miles/hour", "hour"),
]


@pytest.mark.parametrize("text", NO_RATES)
def test_no_denominator_is_made_up(text: str) -> None:
    assert [one.per for one in figures(text)] == [None]


@pytest.mark.parametrize(("text", "per"), RATES)
def test_a_rate_has_its_denominator(text: str, per: str) -> None:
    """The denominator is part of the rate and no figure of its own."""
    assert only(text).per == per
