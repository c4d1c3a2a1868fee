"""Two numbers that are one figure, and two that stay two."""

from decimal import Decimal

import pytest

from tests.claims.reading import figures, only

APART = [
    ("support rose from 5 to 7 percent", ["5", "7 percent"]),
    ("from 46 percent to 40 percent", ["46 percent", "40 percent"]),
    ("12 and 15", ["12", "15"]),
    ("boys aged 7 and 9", ["7", "9"]),
    ("ten or fifty", ["ten", "fifty"]),
    ("$5 or 5 percent", ["$5", "5 percent"]),
    ("two in 30 counties", ["two", "30"]),
    ("6 feet 2 men", ["6 feet", "2"]),
    ("5 feet of 12 metres", ["5 feet", "12 metres"]),
    ("from first place to third place", ["first", "third"]),
]

RANGES = [
    ("5 to 7 percent", "5 to 7 percent", "5", "7"),
    ("between 5 and 7 percent", "5 and 7 percent", "5", "7"),
    ("between the ages of 18 and 29", "18 and 29", "18", "29"),
    ("aged 18 to 29", "18 to 29", "18", "29"),
    ("$20 million to $40 million", "$20 million to $40 million", "20000000", "40000000"),
    ("20 to 40 million people", "20 to 40 million", "20000000", "40000000"),
    ("10-12 people", "10-12", "10", "12"),
    ("10–12 people", "10–12", "10", "12"),
    ("5k-20k people", "5k-20k", "5000", "20000"),
    ("£5-10m", "£5-10m", "5000000", "10000000"),
    ("16- to 24-year-olds", "16- to 24-year-olds", "16", "24"),
    ("8- to 16-metre waves", "8- to 16-metre", "8", "16"),
    ("three or four people", "three or four", "3", "4"),
    ("two or three dozen people", "two or three dozen", "24", "36"),
    ("ranging from 5 to 7 people", "5 to 7", "5", "7"),
]

SCORES = [
    ("They won 34-27", "34-27"),
    ("They lost 1-3", "1-3"),
    ("a 5-4 ruling", "5-4"),
    ("by 52 to 48", "52 to 48"),
    ("45 to 40 percent", "45 to 40 percent"),
    ("an 82%-12% majority", "82%-12%"),
    ("a 2-2 draw", "2-2"),
]

SHARES = [
    ("one in five", "0.2"),
    ("6 in 10 voters", "0.6"),
    ("three out of four", "0.75"),
    ("two in every three", "0.666667"),
    ("three-in-five", "0.6"),
    ("1 in 1,000", "0.001"),
    ("one in 37", "0.027027"),
    ("a tenth of 1 percent", "0.1"),
]

MEASURES = [
    ("5 feet 2 inches", "5.166667", "foot"),
    ("6ft 2in", "6.166667", "foot"),
    ("5-foot-10", "5.833333", "foot"),
    ("6'2\"", "6.166667", "foot"),
    ("5' 10\"", "5.833333", "foot"),
    ("12st 4lb", "12.285714", "stone"),
    ("7 pounds 8 ounces", "7.5", "pound"),
]


@pytest.mark.parametrize(("text", "spans"), APART)
def test_two_figures_stay_two(text: str, spans: list[str]) -> None:
    assert [one.text for one in figures(text)] == spans


@pytest.mark.parametrize(("text", "span", "low", "high"), RANGES)
def test_a_range_is_one_figure(text: str, span: str, low: str, high: str) -> None:
    figure = only(text)
    assert (figure.text, figure.value, figure.low, figure.high) == (span, None, Decimal(low), Decimal(high))
    assert figure.bound == "range"


@pytest.mark.parametrize(("text", "span"), SCORES)
def test_a_score_is_one_figure_without_a_value(text: str, span: str) -> None:
    figure = only(text)
    assert (figure.text, figure.value, figure.low, figure.bound) == (span, None, None, "exact")


def test_the_sets_of_a_match_are_scores() -> None:
    assert [(one.text, one.bound) for one in figures("She won 6-4, 3-6, 7-5.")] == [
        ("6-4", "exact"),
        ("3-6", "exact"),
        ("7-5", "exact"),
    ]


@pytest.mark.parametrize(("text", "value"), SHARES)
def test_a_ratio_is_a_share(text: str, value: str) -> None:
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(("text", "value", "unit"), MEASURES)
def test_a_measure_in_two_units_is_one_figure(text: str, value: str, unit: str) -> None:
    figure = only(text)
    assert (figure.text, figure.value, figure.unit) == (text, Decimal(value), unit)
