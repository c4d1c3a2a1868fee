"""Currencies before and behind figures."""

import pytest

from tests.claims.reading import figures, only

NO_MONEY = [
    "12 men",
    "the 12 won praise",
    "Type R 500",
    "the 5 real reasons",
    "12 mad dogs",
    "hall N 78",
    "3 cop cars",
    "10 pen pals",
]

CURRENCIES = [
    ("It sold Rmb3tn of bonds.", "Rmb3tn", "CNY"),
    ("It cost 5 million US$.", "5 million US$", "USD"),
    ("It cost NZ$3m.", "NZ$3m", "NZD"),
    ("It cost 30 HK$.", "30 HK$", "HKD"),
    ("It cost 20 A$.", "20 A$", "AUD"),
    ("It is worth GB £20 billion.", "GB £20 billion", "GBP"),
    ("The debt is 123456789012345 dollars.", "123456789012345 dollars", "USD"),
    ("$5", "$5", "USD"),
    ("$ 5", "$ 5", "USD"),
    ("US$1,200", "US$1,200", "USD"),
    ("C$3.2bn", "C$3.2bn", "CAD"),
    ("A$5m", "A$5m", "AUD"),
    ("HK$300", "HK$300", "HKD"),
    ("NZ$40", "NZ$40", "NZD"),
    ("£4m", "£4m", "GBP"),
    ("€3.50", "€3.50", "EUR"),
    ("¥500", "¥500", "JPY"),
    ("₹12 lakh", "₹12 lakh", "INR"),
    ("Rs 3,500 crore", "Rs 3,500 crore", "INR"),
    ("Rs. 500", "Rs. 500", "INR"),
    ("CHF 45", "CHF 45", "CHF"),
    ("USD115", "USD115", "USD"),
    ("115USD", "115USD", "USD"),
    ("kr 500", "kr 500", "SEK"),
    ("N1,285", "N1,285", "NGN"),
    ("N4.1 million", "N4.1 million", "NGN"),
    ("N96m", "N96m", "NGN"),
    ("Sh10,000", "Sh10,000", "KES"),
    ("USh4,000", "USh4,000", "UGX"),
    ("TSh2 million", "TSh2 million", "TZS"),
    ("GH¢1,800", "GH¢1,800", "GHS"),
    ("CFA150 million", "CFA150 million", "XOF"),
    ("R500m", "R500m", "ZAR"),
    ("5 €", "5 €", "EUR"),
    ("15€", "15€", "EUR"),
    ("10,000 won", "10,000 won", "KRW"),
    ("five million yen", "five million yen", "JPY"),
    ("40 Canadian dollars", "40 Canadian dollars", "CAD"),
    ("300 Swedish kronor", "300 Swedish kronor", "SEK"),
    ("10 Turkish lira", "10 Turkish lira", "TRY"),
    ("a billion-dollar deal", "billion-dollar", "USD"),
    ("50 cents", "50 cents", "cent"),
    ("30p", "30p", "pence"),
    ("10 pence", "10 pence", "pence"),
]


@pytest.mark.parametrize("text", NO_MONEY)
def test_a_number_without_currency_has_no_unit(text: str) -> None:
    assert [figure.unit for figure in figures(text)] == [None]


@pytest.mark.parametrize(("text", "span", "code"), CURRENCIES)
def test_a_currency_belongs_to_the_figure(text: str, span: str, code: str) -> None:
    figure = only(text)
    assert (figure.text, figure.unit) == (span, code)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("fined 10,000 pounds", "GBP"),
        ("3 million pounds", "GBP"),
        ("300 pounds sterling", "GBP"),
        ("10 pounds of flour", "pound"),
        ("she weighs 140 pounds", "pound"),
        ("paid for 3 million pounds of beef", "pound"),
    ],
)
def test_pounds_are_money_or_a_weight(text: str, unit: str) -> None:
    assert only(text).unit == unit


def test_two_currencies_side_by_side_stay_apart() -> None:
    assert [(one.text, one.unit) for one in figures("5 $10 bills")] == [("5", None), ("$10", "USD")]


@pytest.mark.parametrize("text", ["The N78 is shut.", "He wore an N95 mask.", "Take the N7 to Cork."])
def test_a_road_or_a_mask_is_no_naira(text: str) -> None:
    """One letter is a currency only before what looks like an amount."""
    assert figures(text) == []
