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
