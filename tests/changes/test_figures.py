"""Figures, beyond the cases of tests/cases/figures.md: other units, quotations, headline and body."""

from __future__ import annotations

from tests.changes.newsroom import compared, told


def test_a_figure_in_another_unit_of_the_same_measure_is_restated() -> None:
    (change,) = compared("The bridge is 2 miles long.", "The bridge is 3.2 kilometres long.")
    assert change.labels == ("bound", "unit")


def test_another_amount_in_another_unit_is_another_value() -> None:
    (change,) = compared("The bridge is 2 miles long.", "The bridge is 2 kilometres long.")
    assert "unit" in change.labels


def test_a_figure_inside_quotation_marks_is_as_serious_as_a_quotation_and_told_once() -> None:
    old, new = '"We lost 12 boats," said Ida Lind.', '"We lost about 12 boats," said Ida Lind.'
    assert told(old, old.replace("12", "21")) == [("figure/value", "high")]
    assert ("figure/bound", "high") in told(old, new)


def test_the_same_figure_in_headline_and_body_is_one_change() -> None:
    old = "12 dead in Orrin\n\nAt least 12 people died in Orrin on Monday."
    (change,) = compared(old, old.replace("12", "21"))
    assert len(change.also) == 1


def test_who_says_so_was_no_part_of_those_counted_before() -> None:
    """Two people who saw a report did not come from 800 who had to leave."""
    old = "A fire killed five people on Tuesday, and about 800 people living nearby were told to leave."
    new = "A fire that killed five people on Tuesday began at a valve, according to two people who saw a report."
    assert not any(kind == "figure/value" for kind, _ in told(old, new))
