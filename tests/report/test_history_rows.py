"""Rows for the lives of claims: their order, their stretches, how serious and who owned up."""

from __future__ import annotations

from dataclasses import replace

from revtrack.model.lives import Life, Stage
from revtrack.report import history_rows
from revtrack.report.history_rows import LifeRow
from tests.report.hand_made import figure
from tests.report.samples import rising, toll_life


def rows(*given: Life) -> list[LifeRow]:
    return history_rows.rows(given, rising())


def test_a_claim_that_never_changed_has_no_row() -> None:
    life = toll_life(rising())
    assert rows(replace(life, stages=life.stages[:1])) == []


def test_a_row_tells_how_it_read_when_and_how_serious_each_change_was() -> None:
    (row,) = rows(toll_life(rising()))
    assert [(one.first, one.last, one.text, one.severity) for one in row.stretches] == [
        (1, 1, "12", None),
        (2, 3, "21", "high"),
        (4, 4, "12", "high"),
    ]
    assert (row.noun, row.subject, row.severity, row.altered) == ("figure", "Night desk", "high", True)


def test_a_stage_that_a_notice_owns_up_to_says_so() -> None:
    life = toll_life(rising())
    (row,) = rows(replace(life, stages=(life.stages[0], replace(life.stages[1], acknowledged=True))))
    assert [one.acknowledged for one in row.stretches] == [False, True]


def test_figures_rise_and_fall_and_other_claims_are_level() -> None:
    life = toll_life(rising())
    level = replace(life, stages=tuple(replace(stage, claims=()) for stage in life.stages))
    tall, flat = rows(life, level)
    assert (tall.drawing.height, bool(tall.drawing.steps)) == (40, True)
    assert (flat.drawing.height, bool(flat.drawing.steps)) == (16, False)


def test_an_open_bound_is_drawn_by_its_closed_end() -> None:
    made = rising()
    toll = replace(figure(made[0].claims, "12"), value=None, high=None, bound="at_least")
    life = toll_life(made)
    (row,) = rows(replace(life, stages=(replace(life.stages[0], claims=(toll,)), *life.stages[1:])))
    assert row.drawing.steps


def test_claims_that_read_otherwise_come_first_then_the_most_serious() -> None:
    life = toll_life(rising())
    came = replace(life, subject="came", stages=(Stage(2, 4, "added", ("3",), ()),))
    went = replace(life, subject="went", stages=(life.stages[0], Stage(2, 4, "removed", (), ())))
    mild = replace(life, subject="mild", stages=tuple(replace(stage, claims=()) for stage in life.stages))
    found = rows(came, went, mild, life)
    assert [(row.subject, row.altered) for row in found[:2]] == [("Night desk", True), ("mild", True)]
    assert [row.altered for row in found[2:]] == [False, False]
    assert {row.subject: [one.text for one in row.stretches] for row in found[2:]} == {
        "came": ["3"],
        "went": ["12", ""],
    }
