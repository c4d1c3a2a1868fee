"""Messages about figures, dates and names: subject, old, new, difference."""

from __future__ import annotations

from decimal import Decimal

import pytest

from revtrack.changes.message import difference
from revtrack.model import Bound, Figure
from revtrack.versions.phrases import clip
from tests.changes.newsroom import messages


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
        (figure("3.2", "percent"), figure("32", "percent"), " (+28.8 points)"),
        (figure("4", "percent"), figure("3", "percent"), " (-1 point)"),
    ],
)
def test_the_difference_of_two_figures(old: Figure, new: Figure, expected: str) -> None:
    assert difference(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "It sank on Monday off Arvo.",
            "It sank on Tuesday off Arvo.",
            'date: Monday -> Tuesday, in "It sank on Tuesday off Arvo."',
        ),
        ("It sank.", "It sank. It was raised on Tuesday.", 'date added: Tuesday, in "It was raised on Tuesday."'),
        ("It sank with 12 boats.", "It sank.", 'figure removed: 12 boats, in "It sank with 12 boats."'),
        ("Ida Lnid left.\n\nIt rained.", "Ida Lind left.\n\nIt rained.", "name: Ida Lnid -> Ida Lind"),
    ],
)
def test_messages_stand_alone(old: str, new: str, expected: str) -> None:
    assert messages(old, new) == [expected]


def test_a_long_text_is_cut_at_a_word() -> None:
    assert clip("one two three", 11) == "one two..."
    assert clip("one\n two") == "one two"
