"""Messages about quotations and attributions, read aloud without the article."""

from __future__ import annotations

import pytest

import revtrack
from revtrack.changes import speech
from revtrack.model import Quote
from revtrack.versions import speaking


def quote(words: str, speaker: str | None = None) -> Quote:
    return Quote("q1", 0, 1, words, 0, words, (), "direct", speaker)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("will", "may", "Ida Lind's words: 'will' -> 'may'"),
        (", never", "", "cut from Ida Lind's words: 'never'"),
        ("", ". Not now", "added to Ida Lind's words: 'Not now'"),
        (",", ". Not now", "added to Ida Lind's words: 'Not now'"),
    ],
)
def test_changed_words(before: str, after: str, expected: str) -> None:
    assert speech.quoted_words(quote("", "Ida Lind"), quote("", "Ida Lind"), before, after) == expected


def test_words_of_nobody_named() -> None:
    assert speech.quoted_words(quote(""), quote(""), "will", "may") == "quoted words: 'will' -> 'may'"
    assert speech.quote(None, quote("We will stay")) == "quotation added: 'We will stay'"


def test_a_source_inside_a_sentence_has_a_small_article() -> None:
    assert speech.cue("The minister", "said", "claimed") == "how the minister put it: said -> claimed"
    assert speech.cue("Ida Lind", "said", "claimed") == "how Ida Lind put it: said -> claimed"


def test_a_quotation_at_the_edge_of_what_was_said_keeps_both_marks() -> None:
    kept = "The ministers met on Monday."
    diff = revtrack.compare(f'{kept} Lind spoke of "a robust conversation" with the unions about pay.', kept)
    messages = [change.message for change in diff.changes if change.kind == "attribution"]
    assert messages == ['attribution removed: Lind spoke of: "a robust conversation" with the unions about pay']


@pytest.mark.parametrize(
    ("source", "inside"),
    [
        ("Baker", "Baker"),
        ("Masters", "Masters"),
        ("Orrin Ferries", "Orrin Ferries"),
        ("The mayor", "the mayor"),
        ("Officials", "officials"),
        ("Police in Orrin", "police in Orrin"),
        ("Analysts", "analysts"),
        ("They", "they"),
    ],
)
def test_a_source_inside_a_sentence(source: str, inside: str) -> None:
    assert speaking.named(source) == inside
