"""Where things stand on the drawings: in order, with room, and within their bounds."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.report import chart


@pytest.mark.parametrize(("times", "places"), [([], []), (["2024-10-31T08:00:00Z"], [0.0])])
def test_few_revisions_need_no_room(times: list[str], places: list[float]) -> None:
    assert chart.columns(times) == places


def test_distances_are_those_of_the_times() -> None:
    first, second, third = chart.columns([f"2024-10-31T{hour:02}:00:00Z" for hour in (0, 1, 10)])
    assert third == chart.WIDTH
    assert (second - first - chart.ROOM) * 9 == pytest.approx(third - second - chart.ROOM, abs=1)


@given(st.lists(st.datetimes(min_value=__import__("datetime").datetime(1990, 1, 1)), min_size=2, max_size=200))
def test_every_revision_has_room(moments: list[object]) -> None:
    places = chart.columns(sorted(f"{moment.isoformat()}Z" for moment in moments))  # type: ignore[attr-defined]
    room = chart.ROOM if len(places) <= chart.MANY else chart.TIGHT
    assert all(after - before >= room - 0.11 for before, after in pairwise(places))


def test_a_time_that_is_none_does_not_stop_the_drawing() -> None:
    assert len(chart.columns(["yesterday", "2024-10-31T08:00:00Z", "<script>"])) == 3


def test_marks_grow_with_the_number_of_changes_up_to_a_size() -> None:
    sizes = [chart.radius(number) for number in (0, 1, 2, 4, 1000)]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (0, chart.LARGEST)


def test_a_figure_rises_and_falls_with_its_value() -> None:
    drawn = chart.life([(0, True, Decimal(8)), (1, True, Decimal(10)), (3, True, Decimal(8))], 4, 240, 40)
    assert drawn.points == ((0.0, 35.0), (60.0, 5.0), (180.0, 35.0))
    assert drawn.solid == "M0 35H60M60 5H180M180 35H240"
    assert drawn.steps == "M60 35V5M180 5V35"


def test_what_is_gone_is_a_broken_line() -> None:
    drawn = chart.life([(0, True, None), (1, False, None), (2, True, None)], 3, 240, 16)
    assert (drawn.solid, drawn.broken) == ("M0 8H80M160 8H240", "M80 8H160")
