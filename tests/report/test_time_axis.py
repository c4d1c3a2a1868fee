"""An axis of true time, with marks at round hours, days, months or years."""

from __future__ import annotations

import pytest

from revtrack.report import time_axis


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2024-06-03T04:31:00Z", "2024-06-03T20:49:00Z", ["06:00", "09:00", "12:00", "15:00", "18:00"]),
        ("2024-06-03T04:31:00Z", "2024-06-03T04:52:00Z", ["04:35", "04:40", "04:45", "04:50"]),
        ("2024-06-03T20:00:00Z", "2024-06-04T06:00:00Z", ["20:00", "22:00", "4 June", "02:00", "04:00", "06:00"]),
        ("2024-06-03T04:31:00Z", "2024-06-08T20:49:00Z", ["4 June", "5 June", "6 June", "7 June", "8 June"]),
        (
            "2024-01-15T00:00:00Z",
            "2024-06-08T00:00:00Z",
            ["February 2024", "March 2024", "April 2024", "May 2024", "June 2024"],
        ),
        ("2021-03-01T00:00:00Z", "2024-06-08T00:00:00Z", ["July", "2022", "July", "2023", "July", "2024"]),
        ("1990-01-01T00:00:00Z", "2024-06-08T00:00:00Z", ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]),
    ],
)
def test_marks_are_round(first: str, last: str, labels: list[str]) -> None:
    axis = time_axis.of([first, last], width=490)
    assert [label for _, label in axis.ticks] == labels
    places = [x for x, _ in axis.ticks]
    assert places == sorted(places)
    assert all(0 <= x <= 490 for x in places)


def test_a_moment_is_where_it_is_in_time() -> None:
    axis = time_axis.of(["2024-06-03T00:00:00Z", "2024-06-03T01:00:00Z", "2024-06-03T10:00:00Z"], width=100)
    assert [axis.at(f"2024-06-03T{hour}:00:00Z") for hour in ("00", "01", "10")] == [0, 10, 100]
    assert axis.at("2024-06-04T00:00:00Z") == 100


@pytest.mark.parametrize("times", [[], ["unknown"], ["2024-06-03T00:00:00Z"], ["2024-06-03T00:00:00Z"] * 2])
def test_without_a_span_there_are_no_marks(times: list[str]) -> None:
    axis = time_axis.of(times, width=100)
    assert axis.ticks == ()
    assert axis.at("unknown") == 0
