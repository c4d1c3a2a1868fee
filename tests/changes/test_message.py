"""Messages about figures, dates and names: subject, old, new, difference."""

from __future__ import annotations

from decimal import Decimal

import pytest

from revtrack.changes.message import difference
from revtrack.model import Bound, Figure
from revtrack.versions.phrases import clip


def figure(value: str, unit: str | None = None, bound: Bound = "exact", *, ordinal: bool = False) -> Figure:
    number = Decimal(value)
    return Figure("f1", 0, 1, value, 0, number, number, number, unit, bound=bound, ordinal=ordinal)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (figure("12"), figure("12"), ""),
        (figure("12", "GBP"), figure("13", "USD"), ""),
        (figure("1", ordinal=True), figure("2", ordinal=True), ""),
        (figure("0"), figure("3"), ""),
        (figure("1"), figure("3"), ""),  # "+200%" of one says less than the numbers do
        (figure("10000"), figure("10001"), ""),
        (figure("12"), figure("21"), " (+75%)"),
        (figure("20"), figure("15"), " (-25%)"),
        (figure("12"), figure("12E+40"), ""),  # more digits than anybody reads
        (figure("8000000000", "USD"), figure("8000000", "USD"), " (a factor of 1,000)"),
        (figure("25", "USD"), figure("25000000000", "USD"), " (a factor of 1,000,000,000)"),
        (figure("12"), figure("140"), " (+1,067%)"),
        (figure("3.2", "percent"), figure("32", "percent"), " (+28.8 points)"),
        (figure("4", "percent"), figure("3", "percent"), " (-1 point)"),
    ],
)
def test_the_difference_of_two_figures(old: Figure, new: Figure, expected: str) -> None:
    assert difference(old, new) == expected


def test_a_long_text_is_cut_at_a_word() -> None:
    assert clip("one two three", 11) == "one two..."
    assert clip("one\n two") == "one two"
