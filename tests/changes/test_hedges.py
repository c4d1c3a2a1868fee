"""How sure a few words are, and what a change of them is called."""

from __future__ import annotations

import pytest

from revtrack.changes import hedges


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("will", "will", None),
        ("took", "stole", None),
        ("was", "wsa", None),
        ("withuot", "without", None),
        ("did not never", "did", None),
        ("unclear", "not clear", None),
        ("she would", "she'd", None),
        ("would not", "wouldn't", None),
        ("she had", "she'd", None),
        ("they will", "they'll", None),
        ("might not", "won't", "stronger"),
        ("she may", "she'd", "stronger"),
        ("will", "may", "weaker"),
        ("", "reportedly", "weaker"),
        ("could possibly", "could", "stronger"),
        ("was", "wasn't", "negated"),
        ("stopped", "failed to stop", "negated"),
        ("charged", "suspected", "weaker"),
        ("forbidden from meeting", "could no longer meet", None),
        ("is barred from leaving", "can't leave", None),
        ("banned from", "not banned from", "negated"),
        ("forbidden from", "not forbidden from", "negated"),
        ("charged", "questioned", None),  # how far an act has come is a matter of status
    ],
)
def test_a_change_of_words(old: str, new: str, expected: str | None) -> None:
    assert hedges.label(old.split(), new.split()) == expected
    mirrored = {"weaker": "stronger", "stronger": "weaker"}
    assert hedges.label(new.split(), old.split()) == mirrored.get(str(expected), expected)
