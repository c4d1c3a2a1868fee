"""The life of a claim: followed through revisions that change it, move it, drop it and bring it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made import article, changed_value, op, passage, revision
from samples import rising, steps

from revtrack.model import Change, Diff
from revtrack.report import lives
from revtrack.report.lives import Step


def told(made: list[Step]) -> list[list[tuple[int, str]]]:
    """Each life as (index of the revision, how it read from there on)."""
    return [[(stage.since, stage.text) for stage in life.stages] for life in lives.of(made)]


@pytest.mark.parametrize("copies", [("All wept.",), ("All wept.", "All wept."), ("12 died.", "12 died. ")])
def test_a_claim_that_never_changed_has_no_row(copies: tuple[str, ...]) -> None:
    assert lives.of(steps(*copies)) == []


def test_one_claim_is_one_life_over_revisions_that_leave_it_alone() -> None:
    assert told(rising()) == [[(0, "12"), (1, "21"), (3, "12")]]


def test_a_claim_is_followed_when_words_before_it_change() -> None:
    made = steps("Rain. 12 died.", "Rain. 21 died.", "Heavy rain. 21 died.", "Heavy rain. 30 died.",
                 values=(("12", "21"), (), ("21", "30")))  # fmt: skip
    assert told(made) == [[(0, "12"), (1, "21"), (3, "30")]]


def test_a_claim_is_followed_inside_an_edited_sentence() -> None:
    made = steps("12 died.", "21 died.", "On Monday 21 died.", "On Monday 30 died.",
                 values=(("12", "21"), (), ("21", "30")))  # fmt: skip
    assert told(made) == [[(0, "12"), (1, "21"), (3, "30")]]


def test_a_claim_stands_since_the_revision_that_brought_its_sentence() -> None:
    texts = [article(copy) for copy in ("All wept.", "All wept. 12 died.", "All wept. 21 died.")]
    kept = op(texts[0], texts[1], "equal", (0,), (0,))
    came = Diff(texts[0], texts[1], (kept, op(texts[0], texts[1], "add", (), (1,))), ())
    ops = (op(texts[1], texts[2], "equal", (0,), (0,)), op(texts[1], texts[2], "edit", (1,), (1,)))
    rose = Diff(texts[1], texts[2], ops, (changed_value(texts[1], texts[2], "12", "21"),))
    made = [Step(revision(n), text, diff) for n, (text, diff) in enumerate(zip(texts, (None, came, rose), strict=True))]
    assert told(made) == [[(1, "12"), (2, "21")]]


def test_a_claim_that_goes_and_comes_back_goes_on() -> None:
    full, bare = article("All wept. 12 died."), article("All wept.")
    gone = Change("figure", ("removed",), "medium", passage(full, "12"), None, "gone")
    back = Change("figure", ("added",), "low", None, passage(full, "12"), "back")
    kept = (op(full, bare, "equal", (0,), (0,)),)
    made = [
        Step(revision(1), full, None),
        Step(revision(2), bare, Diff(full, bare, (*kept, op(full, bare, "delete", (1,))), (gone,))),
        Step(revision(3), full, Diff(bare, full, (*kept, op(bare, full, "add", (), (1,))), (back,))),
    ]
    assert told(made) == [[(0, "12"), (1, ""), (2, "12")]]


def test_those_that_read_otherwise_come_first_then_the_serious_ones() -> None:
    made = steps("12 died. 3 ships.", "21 died. 4 ships.", values=(("12", "21"),))
    diff = made[1].diff
    assert diff
    low = changed_value(diff.before, diff.after, "3", "4", severity="low")
    added = Change("figure", ("added",), "high", None, passage(diff.after, "ships"), "came")
    made[1] = Step(made[1].revision, diff.after, replace(diff, changes=(low, added, *diff.changes)))
    assert [(life.altered, life.severity) for life in lives.of(made)] == [
        (True, "high"), (True, "low"), (False, "high"),
    ]  # fmt: skip
