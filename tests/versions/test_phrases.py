"""Words shared by messages and reports."""

from __future__ import annotations

import pytest

from revtrack.model import Span
from revtrack.versions import phrases


def test_a_long_text_is_cut_at_a_word() -> None:
    assert phrases.clip("The harbour  reopened", 30) == "The harbour reopened"
    assert phrases.clip("The harbour at Orrin reopened on Monday", 25) == "The harbour at Orrin..."


@pytest.mark.parametrize(
    ("singular", "many"),
    [("date", "dates"), ("story", "stories"), ("day", "days"), ("degree of certainty", "degrees of certainty")],
)
def test_plurals(singular: str, many: str) -> None:
    assert phrases.plural(singular) == many


def test_counts() -> None:
    assert [phrases.count(n, "word") for n in (1, 0, 1204)] == ["1 word", "0 words", "1,204 words"]


@pytest.mark.parametrize(
    ("parts", "line"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_listing(parts: list[str], line: str) -> None:
    assert phrases.listing(parts) == line


def test_the_words_around_a_claim() -> None:
    text = "The ferry sank off Arvo on Friday with 12 people on board, police said."
    start = text.index("12")
    around = phrases.surroundings(text, Span(0, len(text)), Span(start, start + 2), (3, 2), 60)
    assert around == ("on Friday with", "people on", True, True)
