"""Times as people say them, counted back from a fixed now: Thursday 31 October 2024, 15:04 UTC."""

from __future__ import annotations

import pytest

from revtrack.articles import relative_times
from revtrack.errors import InputError

NOW = "2024-10-31T15:04:05Z"


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("now", NOW, NOW),
        ("7 days ago", "2024-10-24T15:04:05Z", "2024-10-24T15:04:05Z"),
        ("7.days.ago", "2024-10-24T15:04:05Z", "2024-10-24T15:04:05Z"),
        ("7d", "2024-10-24T15:04:05Z", "2024-10-24T15:04:05Z"),
        ("two weeks ago", "2024-10-17T15:04:05Z", "2024-10-17T15:04:05Z"),
        ("an hour ago", "2024-10-31T14:04:05Z", "2024-10-31T14:04:05Z"),
        ("90 minutes", "2024-10-31T13:34:05Z", "2024-10-31T13:34:05Z"),
        ("1 month ago", "2024-09-30T15:04:05Z", "2024-09-30T15:04:05Z"),
        ("8 months ago", "2024-02-29T15:04:05Z", "2024-02-29T15:04:05Z"),
        ("a year ago", "2023-10-31T15:04:05Z", "2023-10-31T15:04:05Z"),
        ("Today", "2024-10-31T00:00:00Z", "2024-10-31T23:59:59Z"),
        ("yesterday", "2024-10-30T00:00:00Z", "2024-10-30T23:59:59Z"),
        ("monday", "2024-10-28T00:00:00Z", "2024-10-28T23:59:59Z"),
        ("last Thursday", "2024-10-24T00:00:00Z", "2024-10-24T23:59:59Z"),
        ("this week", "2024-10-28T00:00:00Z", "2024-11-03T23:59:59Z"),
        ("last week", "2024-10-21T00:00:00Z", "2024-10-27T23:59:59Z"),
        ("last month", "2024-09-01T00:00:00Z", "2024-09-30T23:59:59Z"),
        ("last year", "2023-01-01T00:00:00Z", "2023-12-31T23:59:59Z"),
        ("2024-02", "2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z"),
        ("2023", "2023-01-01T00:00:00Z", "2023-12-31T23:59:59Z"),
        ("9 March 2024", "2024-03-09T00:00:00Z", "2024-03-09T23:59:59Z"),
        ("Sept. 9, 2024", "2024-09-09T00:00:00Z", "2024-09-09T23:59:59Z"),
        ("2024-10-30", "2024-10-30T00:00:00Z", "2024-10-30T23:59:59Z"),
        ("2024-10-30T08:00+02:00", "2024-10-30T06:00:00Z", "2024-10-30T06:00:00Z"),
        ("2024-10-30 08:00:00.25", "2024-10-30T08:00:00Z", "2024-10-30T08:00:00Z"),
    ],
)
def test_a_time_said_as_people_do(said: str, since: str, until: str) -> None:
    assert relative_times.moment(said, NOW) == since
    assert relative_times.moment(said, NOW, end=True) == until


@pytest.mark.parametrize(
    "said",
    ["", "soon", "days ago", "7 parsecs ago", "2024-13", "31 Foo 2024", "0000", "999999 years ago", "31 June 2024"],
)
def test_what_is_not_a_time(said: str) -> None:
    with pytest.raises(InputError, match="is not a date or time: write it like"):
        relative_times.moment(said, NOW)
