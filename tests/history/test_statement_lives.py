"""The lives of statements: what changed in words that are no claim, from revision to revision."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

import revtrack
from revtrack import history
from revtrack.history import statement_lives
from revtrack.model import Change, Diff, Passage, Revision

UP, DOWN = "Profit rose in May.", "Profit fell in May."


def steps(*copies: str) -> list[tuple[Revision, Diff]]:
    """Revisions in which the words of the sentence about profit turned round, and nothing else is a change."""
    diffs = [revtrack.compare("", copies[0])]
    diffs += [_stated(revtrack.compare(old, new)) for old, new in pairwise(copies)]
    return [(_revision(number), diff) for number, diff in enumerate(diffs, 1)]


def _stated(diff: Diff) -> Diff:
    old, new = (_about_profit(text) for text in (diff.before.text, diff.after.text))
    turned = old and new and old.text != new.text
    change = Change("statement", ("reversed",), "high", old, new, "profit turned round")
    return replace(diff, changes=(change,) if turned else ())


def _about_profit(text: str) -> Passage | None:
    start = text.find("Profit")
    return Passage(start, start + len(UP), text[start : start + len(UP)], 0) if start >= 0 else None


def _revision(number: int) -> Revision:
    return Revision("a", number, str(number), "b", f"2024-05-0{number}T10:00:00Z", "", "", "", "", 4)


def told(*copies: str) -> list[list[tuple[int, int, str, tuple[str, ...]]]]:
    return [
        [(stage.first, stage.last, stage.became, stage.values) for stage in life.stages]
        for life in statement_lives.of(steps(*copies))
    ]


@pytest.mark.parametrize("copies", [(UP,), (UP, UP), (UP, f"{UP} Rain fell.", UP)])
def test_a_statement_that_did_not_change_has_no_life(copies: tuple[str, ...]) -> None:
    assert told(*copies) == []


def test_a_statement_turns_round_and_back() -> None:
    assert told(UP, UP, DOWN, f"Rain fell. {DOWN}", UP) == [
        [(1, 2, "first", (UP,)), (3, 4, "changed", (DOWN,)), (5, 5, "back", (UP,))]
    ]


def test_a_statement_that_came_late_and_went() -> None:
    assert told("Rain fell.", f"Rain fell. {UP}", f"Rain fell. {DOWN}", "Rain fell.") == [
        [(2, 2, "added", (UP,)), (3, 3, "changed", (DOWN,)), (4, 4, "removed", ())]
    ]


def test_blame_names_the_revision_that_turned_it() -> None:
    [origin] = [one for one in history.blame(steps(UP, DOWN, DOWN)) if one.life.kind == "statement"]
    assert (origin.revision.number, origin.stage.values, origin.before and origin.before.values) == (2, (DOWN,), (UP,))


def test_lives_of_claims_come_first() -> None:
    kinds = [life.kind for life in history.lives(steps(f"{UP} 12 people came.", f"{DOWN} 12 people came."))]
    assert kinds[-1] == "statement"
    assert "figure" in kinds
