"""Signs, letters and points: what of a figure depends on more than the word beside it."""

from decimal import Decimal

import pytest

from tests.claims.reading import only


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
    assert (figure.value, figure.unit) == (Decimal(value), unit)


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
