"""When two figures say the same amount more or less exactly: 1.2 million and 1,234,567, two miles and 3.2 km.

A figure is restated when the one is the other rounded, a range around the other, words that span it ("dozens": 47), or
the other in another unit of the same measure, within the precision it is written with.
"""

from __future__ import annotations

from decimal import Decimal

from revtrack.model import Figure
from revtrack.versions.identity import extent, is_share, measures

# How much a rounded number must be worth, and how many digits it must have lost, to be a rounded one at all.
ROUNDED_LEAST, DIGITS_LOST = 1000, 2


def is_restated(old: Figure, new: Figure) -> bool:
    """Whether one figure is the other, rounded, widened or converted; the 1,001st is not the 1,000th, rounded."""
    if old.ordinal or new.ordinal:
        return False
    if old.unit != new.unit:
        return _is_converted(old, new) or _is_share_of(old, new) or _is_share_of(new, old)
    return extent(old) != extent(new) and (_covers(old, new) or _covers(new, old))


def _covers(wide: Figure, narrow: Figure) -> bool:
    if wide.bound == "vague":
        return narrow.bound != "vague" and _spans(wide, *extent(narrow))
    if narrow.value is None:
        return False
    if wide.bound == "range":
        return wide.low is not None and wide.high is not None and wide.low <= narrow.value <= wide.high
    if wide.value is None or narrow.value == 0 or not _is_round(wide.value, narrow.value):
        return False
    return abs(wide.value - narrow.value) * 2 <= _step(wide.value)


def _spans(wide: Figure, low: Decimal | None, high: Decimal | None) -> bool:
    """Whether "dozens" may be the number, or the range: 47, or 30 to 40."""
    if low is None or high is None or wide.low is None:
        return False
    return wide.low <= low and (wide.high is None or high <= wide.high)


def _is_round(wide: Decimal, narrow: Decimal) -> bool:
    digits = len(narrow.normalize().as_tuple().digits) - len(wide.normalize().as_tuple().digits)
    return digits >= DIGITS_LOST and abs(narrow) >= ROUNDED_LEAST


def _is_converted(old: Figure, new: Figure) -> bool:
    a, b = measures().get(old.unit or ""), measures().get(new.unit or "")
    if a is None or b is None or a[0] != b[0] or old.value is None or new.value is None:
        return False
    slack = min(_step(old.value) * a[1], _step(new.value) * b[1])
    return abs(old.value * a[1] - new.value * b[1]) * 2 <= slack


def _is_share_of(share: Figure, percent: Figure) -> bool:
    """Whether a share in words is a percentage, rounded: "a third" and 33%."""
    if not is_share(share) or percent.unit != "percent" or share.value is None or percent.value is None:
        return False
    return abs(share.value * 100 - percent.value) * 2 <= min(_step(percent.value), Decimal(1))


def _step(value: Decimal) -> Decimal:
    """The worth of the last digit a number is written with: 100 for 1,200."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
