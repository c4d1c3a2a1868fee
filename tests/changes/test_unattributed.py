"""Attributions that one version alone reads: dropped, or replaced by words that were not read as one."""

from __future__ import annotations

import pytest

from tests.changes.newsroom import told


def test_a_speaker_named_beside_the_quotation_still_speaks() -> None:
    old = '"We will never leave this town," said Ida Lind.'
    assert told(old, 'Ida Lind: "We will never leave this town."') == []


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("Police believe the fire was set.", "The fire was set.", "dropped"),
        ("The fire was set on purpose.", "The fire was set on purpose, police say.", "attributed"),
        ("The minister denied the claims.", "The minister waived the claims.", "cue"),
        ("It rained. Police said the fire was set.", "It rained.", "removed"),
    ],
)
def test_an_attribution_of_one_side(old: str, new: str, label: str) -> None:
    assert f"attribution/{label}" in {kind for kind, _ in told(old, new)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Ada Brin said the plan was dead. Brin said the mine would close in May.",
            "Ada Brin said the plan was dead and the mine would close in May.",
        ),
        (
            "Orrin Hospital said it was treating two people. The hospital said security protocols were in place.",
            "Orrin Hospital said it was treating two people and had security protocols in place.",
        ),
    ],
)
def test_a_statement_that_its_source_makes_elsewhere_is_kept(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        assert not [kind for kind, _ in told(before, after) if kind.startswith("attribution/")]


def test_a_statement_that_another_source_makes_elsewhere_is_not_kept() -> None:
    old = "Ada Brin said the plan was dead. Tom Vale said the mine would close in May."
    assert "attribution/dropped" in {
        kind for kind, _ in told(old, "Ada Brin said the plan was dead. The mine would close.")
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Police are planning to search the woods.", "Police have searched the woods."),
        ("The council promised to close the pool.", "The council closed the pool."),
        ("The firm agreed to pay a fine.", "The firm paid a fine."),
    ],
)
def test_an_act_that_was_planned_and_done_is_a_matter_of_status(old: str, new: str) -> None:
    assert told(old, new) == told(new, old) == [("statement/status", "medium")]


def test_another_act_of_the_same_source_is_another_statement() -> None:
    assert told("The council promised to close the pool.", "The council met.") != [("statement/status", "medium")]
