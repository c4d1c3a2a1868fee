"""The credits of an article: an agency is the source of what it contributed."""

import pytest

import revtrack
from tests.claims.reading import said


@pytest.mark.parametrize(
    "text",
    [
        "The new rules contributed to this report being late.",
        "This report includes figures from May.",
        "The Orrin Post contributed to this report.",
        "She contributed.",
    ],
)
def test_no_credit(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("This story includes reporting from The Orrin Post.", "The Orrin Post", "includes reporting from"),
        ("Jane Roe in Arvo contributed reporting to this story.", "Jane Roe in Arvo", "contributed reporting to"),
    ],
)
def test_a_credit(text, source, cue):
    (claim,) = said(f"It rained in Arvo.\n\n{text}")
    assert claim.source is not None
    assert (claim.source.text, claim.cue.text) == (source, cue)


def test_a_credit_for_another_is_told():
    text = "It rained in Arvo.\n\nThis story includes reporting from The Orrin Post."
    changes = revtrack.compare(text, text.replace("The Orrin Post", "The Arvo Times")).changes
    assert [(change.kind, change.labels) for change in changes] == [("attribution", ("source",))]
