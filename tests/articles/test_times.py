"""Times as people write them."""

from __future__ import annotations

import pytest

from revtrack.articles import times
from revtrack.errors import InputError


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-10-31T15:04:05Z", "2024-10-31T15:04:05Z"),
        ("2024-10-31T15:04Z", "2024-10-31T15:04:00Z"),
        ("2024-10-31 15:04", "2024-10-31T15:04:00Z"),
        (" 2024-10-31 ", "2024-10-31T00:00:00Z"),
        ("2024-10-31T15:04+02:00", "2024-10-31T13:04:00Z"),
        ("2024-10-31T01:04:59.999+05:30", "2024-10-30T19:34:59Z"),
        ("2024-02-29", "2024-02-29T00:00:00Z"),
        ("1953-06-02 12:00", "1953-06-02T12:00:00Z"),
        ("0999-01-01", "0999-01-01T00:00:00Z"),
    ],
)
def test_a_time_is_read_as_utc(written: str, meant: str) -> None:
    """Without an offset a time is UTC; fractions of a second fall away."""
    assert times.normalise(written) == meant


def test_a_bare_date_can_mean_its_end() -> None:
    """The version of a day is the one that stood when it ended; a time stays that time."""
    assert times.normalise("2024-10-31", end_of_day=True) == "2024-10-31T23:59:59Z"
    assert times.normalise("2024-10-31T15:04", end_of_day=True) == "2024-10-31T15:04:00Z"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "31.10.2024",
        "10/31/2024",
        "2024-13-01",
        "2023-02-29",
        "2024-10-31T25:00",
        "20241031",
        "15:04",
        "2024-10-31T15:04 CET",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-14:00",
        "２０２４-10-31",
        "2024-10-31\0",
    ],
)
def test_a_bad_time_is_answered_with_an_example(written: str) -> None:
    """The refusal shows how a time is written."""
    with pytest.raises(InputError, match="2024-10-31T15:04Z"):
        times.normalise(written)


@pytest.mark.parametrize("seconds", [0, -1, 1_730_387_045, -62_135_596_800, 253_402_300_799])
def test_seconds_and_times_mirror_each_other(seconds: int) -> None:
    """What Git counts in seconds is the time that was written."""
    assert times.to_seconds(times.of_seconds(seconds)) == seconds


def test_a_time_beyond_the_calendar_is_its_end() -> None:
    """A commit may claim any number of seconds; it is dated, not fatal."""
    assert times.of_seconds(10**18) == "9999-12-31T23:59:59Z"
