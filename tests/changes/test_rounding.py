"""The same amount written more or less exactly, or in another unit of the same measure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from revtrack.changes.rounding import is_restated
from revtrack.model import Figure


def figure(value: str, unit: str | None = None) -> Figure:
    number = Decimal(value)
    return Figure("f1", 0, 1, "", 0, number, number, number, unit)


def between(low: str, high: str) -> Figure:
    return Figure("f1", 0, 1, "", 0, None, Decimal(low), Decimal(high), bound="range")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (figure("12"), figure("12")),
        (figure("12"), figure("21")),
        (figure("1000"), figure("1100")),  # one digit more is another count
        (figure("1200000"), figure("1334567")),
        (figure("40"), figure("41.25")),  # too small to have been rounded
        (figure("2", "mile"), figure("2", "kilometre")),
        (figure("2", "mile"), figure("2", "kilogram")),
        (figure("2", "mile"), figure("2")),
        (between("40", "50"), figure("55")),
        (between("40", "50"), between("40", "60")),
    ],
)
def test_another_amount_is_not_restated(old: Figure, new: Figure) -> None:
    assert not is_restated(old, new)
    assert not is_restated(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (figure("1200000"), figure("1234567")),
        (figure("10000"), figure("9987")),
        (between("40", "50"), figure("45")),
        (figure("2", "mile"), figure("3.2", "kilometre")),
        (figure("100", "mile"), figure("160", "kilometre")),
        (figure("6", "foot"), figure("1.83", "metre")),
        (figure("10", "acre"), figure("4", "hectare")),
    ],
)
def test_a_rounded_widened_or_converted_amount_is(old: Figure, new: Figure) -> None:
    assert is_restated(old, new)
    assert is_restated(new, old)
