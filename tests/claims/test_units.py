"""Units behind figures."""

import pytest

from tests.claims.reading import only

NO_UNIT = [
    "2 in hospital",
    "4 in every ward",
    "12 men",
    "5 gray cars",
    "two bits of news",
    "5 candidates",
    "3 Cs",
]

UNITS = [
    ("7%", "7%", "percent"),
    ("7 per cent", "7 per cent", "percent"),
    ("25 basis points", "25 basis points", "basis point"),
    ("3 percentage points", "3 percentage points", "percentage point"),
    ("10km", "10km", "kilometre"),
    ("5 sq. miles", "5 sq. miles", "square mile"),
    ("95 deg celsius", "95 deg celsius", "degree celsius"),
    ("86 deg. F", "86 deg. F", "degree fahrenheit"),
    ("It will reach 30C on Monday.", "30C", "degree celsius"),
    ('a 15" screen', '15"', "inch"),
    ("a 3-in pipe", "3-in", "inch"),
    ("2 1/2 in thick", "2 1/2 in", "inch"),
    ("eight to 10 feet", "eight to 10 feet", "foot"),
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
    ("a fever of 98.6F", "98.6F", "degree fahrenheit"),
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


@pytest.mark.parametrize(("text", "span", "unit"), UNITS)
def test_a_figure_takes_its_unit_in(text: str, span: str, unit: str) -> None:
    figure = only(text)
    assert (figure.text, figure.unit) == (span, unit)
