"""Names, beyond the cases of tests/cases/names.md: other news, and one spelling throughout a text."""

from __future__ import annotations

import pytest

import revtrack
from revtrack.model import Change
from revtrack.versions import name_forms

STORY = """FERRY SINKS OFF ALMERY, SAYS CADEL

Marta Cadel, the harbour master, said the ferry sank on Monday.

"We are searching," Ms Cadel said. Cadel's deputy, Tom Orme, agreed. Police spoke to Cadel in Port Almery.

"It is Cadel we trust," said Orme. The boat was Cadel's own.
"""


def told(old: str, new: str) -> list[Change]:
    return list(revtrack.compare(old, new).changes)


def test_another_place_in_a_rewritten_sentence_is_other_news() -> None:
    old = "The march begins at Orme Park and at the school, and the council advises care."
    new = "The march sets off from Ansel Plaza, then goes to the hall, and the council advises care."
    assert [change.kind for change in told(old, new) if change.kind == "name"] == []


def test_a_name_spelt_anew_throughout_is_told_once() -> None:
    """In headline and copy, with a title, a possessive and in a quotation."""
    changes = told(STORY, STORY.replace("Cadel", "Nadel").replace("CADEL", "NADEL"))
    assert [(change.kind, len(change.also)) for change in changes] == [("name", 6)]


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ("Jeff Orme", "Geoff Orme", True),
        ("Dylis Orme", "Dilys Orme", True),
        ("Tom Orme", "Ada Lind", False),
        ("Joan Orme", "John Orme", False),
        ("Iran", "Iraq", False),
        ("North Korea", "South Korea", False),
        ("Proposition 14", "Proposition 41", False),
        ("World War I", "World War II", False),
    ],
)
def test_misspelt_names(old: str, new: str, one: bool) -> None:
    assert name_forms.misspelt(old, new) is one
