"""Currencies and units of figures, before the number and behind it."""

import pytest
from reading import figures, only

NO_UNIT = [
    "2 in hospital",
    "4 in every ward",
    "12 men",
    "5 candidates",
    "3 Cs",
    "the 12 won praise",
]

CURRENCIES = [
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

UNITS = [
    ("7%", "7%", "percent"),
    ("7 per cent", "7 per cent", "percent"),
    ("25 basis points", "25 basis points", "basis point"),
    ("3 percentage points", "3 percentage points", "percentage point"),
    ("10km", "10km", "kilometre"),
    ("10 kilometers", "10 kilometers", "kilometre"),
    ("a 5-mile walk", "5-mile", "mile"),
    ("200 kilometres per hour", "200 kilometres per hour", "kilometre per hour"),
    ("70mph", "70mph", "mile per hour"),
    ("30 m/s", "30 m/s", "metre per second"),
    ("1,450 sq ft", "1,450 sq ft", "square foot"),
    ("12 km²", "12 km²", "square kilometre"),
    ("3 litres", "3 litres", "litre"),
    ("1.5 million gallons", "1.5 million gallons", "gallon"),
    ("3kg", "3kg", "kilogram"),
    ("98 lbs", "98 lbs", "pound"),
    ("13st", "13st", "stone"),
    ("16GB", "16GB", "gigabyte"),
    ("135 TWh", "135 TWh", "terawatt-hour"),
    ("14 mGy", "14 mGy", "milligray"),
    ("-5°C", "-5°C", "degree celsius"),
    ("30 degrees Celsius", "30 degrees Celsius", "degree celsius"),
    ("98.6F", "98.6F", "degree fahrenheit"),
    ("72 degrees", "72 degrees", "degree"),
    ("2 in.", "2 in", "inch"),
    ("half a mile", "half a mile", "mile"),
    ("three-quarters of an inch", "three-quarters of an inch", "inch"),
    ("a quarter of a percentage point", "a quarter of a percentage point", "percentage point"),
    ("a 7-year-old boy", "7-year-old", "year"),
    ("8 months old", "8 months old", "month"),
    ("421 parts per million", "421 parts per million", "part per million"),
]


@pytest.mark.parametrize("text", NO_UNIT)
def test_a_word_that_is_no_unit_gives_none(text: str) -> None:
    assert only(text).unit is None


@pytest.mark.parametrize(("text", "span", "unit"), CURRENCIES + UNITS)
def test_a_figure_takes_its_unit_in(text: str, span: str, unit: str) -> None:
    figure = only(text)
    assert (figure.text, figure.unit) == (span, unit)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("a loss of -$5", "-$5", -5),
        ("$-5", "$-5", -5),
        ("it was -5 degrees", "-5 degrees", -5),
        ("minus five degrees", "minus five degrees", -5),
        ("- 5 people", "5", 5),
        ("plus or minus 3 points", "3 points", 3),
        ("the team minus two players", "two", 2),
        ("12-5", "12-5", None),
    ],
)
def test_a_sign_belongs_to_the_figure(text: str, span: str, value: int | None) -> None:
    """A bullet, a range and "plus or minus" are no sign."""
    figure = only(text)
    assert (figure.text, figure.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("4m people", 4_000_000, None),
        ("2.2m new homes", 2_200_000, None),
        ("Unemployment fell to 1.3m", 1_300_000, None),
        ("she is 1.78m tall", "1.78", "metre"),
        ("the 100m hurdles", 100, "metre"),
        ("the wall rises 3m above it", 3, "metre"),
        ("it lifts 100t", 100, "tonne"),
        ("10M", 10_000_000, None),
        ("10k runners", 10_000, None),
    ],
)
def test_a_letter_is_a_scale_or_a_unit(text: str, value: int | str, unit: str | None) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (type(figure.value)(value), unit)


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


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("the poll gave her a 5-point lead", "percentage point"),
        ("she leads among voters by 5 points", "percentage point"),
        ("the index fell 5 points", "point"),
        ("he scored 25 points in the game", "point"),
        ("it is worth 5 points", "point"),
    ],
)
def test_points_are_those_of_a_poll_or_of_a_game(text: str, unit: str) -> None:
    assert only(text).unit == unit


def test_two_currencies_side_by_side_stay_apart() -> None:
    assert [(one.text, one.unit) for one in figures("5 $10 bills")] == [("5", None), ("$10", "USD")]
