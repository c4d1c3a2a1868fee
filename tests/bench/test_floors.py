"""The floors: what breaks one, and that they only rise."""

from __future__ import annotations

import pytest

from bench import floors, quality


@pytest.mark.parametrize("value", [0.9, 0.95, 0.896])
def test_a_figure_at_its_floor_or_half_a_point_under_it_holds(value: float) -> None:
    """Half a point of slack, so that one hard case more does not stop the presses."""
    assert floors.broken({"figure_span": value}, {"figure_span": 0.9}) == []


@pytest.mark.parametrize("measured", [{"figure_span": 0.89}, {}])
def test_a_figure_below_its_floor_or_not_measured_breaks_it(measured: dict[str, float]) -> None:
    """A row that a scorer no longer gives is no pass."""
    assert floors.broken(measured, {"figure_span": 0.9}) == ["figure_span"]


def test_floors_rise_and_never_fall() -> None:
    """What was measured higher lifts its floor, rounded down; all else stays, comments too."""
    text = "# why\nfigure_span = 0.85\ndate_span = 0.8\nmark_block = 0.88\n"
    measured = {"figure_span": 0.91279, "date_span": 0.7}
    assert floors.risen(text, measured) == "# why\nfigure_span = 0.912\ndate_span = 0.8\nmark_block = 0.88\n"


def test_every_floor_is_a_row_that_is_measured() -> None:
    """A floor under a name that no row has would hold nothing."""
    assert set(floors.read()) <= {row.key for row in quality.ROWS}
