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


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Sales rose 3 percent.", "3 percent", "Sales rose"),
        ("12 killed in Orrin, police say.", "12", "killed in Orrin"),
        ("The toll is at least 12.", "12", "The toll is"),
        ("Anna Bell, 34, was there.", "34", "Anna Bell"),
        ("The toll is 12 dead, 30 injured and 5 missing.", "30", "injured"),
        ("It rained, and the level of the river fell to 3.2 metres.", "3.2 metres", ""),
        ("In 1982 it paid 3 pounds and 4 pence.", "4", ""),
        ("12.", "12", ""),
    ],
)
def test_the_subject_of_a_value(text: str, words: str, expected: str) -> None:
    assert subject.of(aligned(text), "new", at(text, words)) == expected


def test_a_clause_without_a_subject_is_quoted_with_the_change_in_it() -> None:
    text = "The river rose, and the bill for the repair came to at least $8 million in Arvo."
    shown = subject.changed(aligned(text), "new", at(text, "$8 million"), "$6 million -> $8 million")
    assert shown == '"... the repair came to [$6 million -> $8 million] in Arvo."'


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
