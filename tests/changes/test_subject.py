"""What a claim is about, in the words of the article."""

from __future__ import annotations

import pytest

from revtrack import claims
from revtrack.changes import subject
from revtrack.model import Span
from revtrack.versions.aligned import Aligned


def aligned(text: str) -> Aligned:
    read = claims.of(text)
    return Aligned.of(read, read, ())


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_a_clause_without_a_subject_is_quoted_with_the_change_in_it() -> None:
    text = "The river rose, and the bill for the repair came to at least $8 million in Arvo."
    shown = subject.changed(aligned(text), "new", at(text, "$8 million"), "$6 million -> $8 million")
    assert shown == '"... and the bill for the repair came to [$6 million -> $8 million] in Arvo."'


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It sank on Monday.", "Monday", '"It sank on Monday."'),
        (
            "The old ferry that left Arvo with nine people sank on Monday off the cape in a storm, they say.",
            "Monday",
            '"... left Arvo with nine people sank on Monday off the cape in a ..."',
        ),
    ],
)
def test_the_words_about_a_claim(text: str, words: str, expected: str) -> None:
    shown = subject.context(aligned(text), "new", at(text, words))
    assert shown.startswith('"')
    assert words in shown
    if len(text) < 40:
        assert shown == expected
