"""Kinds, labels, counts and times in words."""

from typing import get_args

import pytest

from revtrack.model import Kind, Label, NoticeType
from revtrack.report import label_words
from revtrack.versions import phrases


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("label", get_args(Label))
def test_every_kind_and_label_has_words(kind: str, label: str) -> None:
    assert len(label_words.label_phrase(kind, label).split()) >= 2


def test_every_type_of_notice_has_a_name() -> None:
    assert set(label_words.NOTICES) == set(get_args(NoticeType))


@pytest.mark.parametrize(
    ("number", "noun", "shown"),
    [
        (1, "figure", "1 figure"),
        (2, "quotation", "2 quotations"),
        (1204, "word", "1,204 words"),
        (2, "degree of certainty", "2 degrees of certainty"),
        (3, "degree of certainty", "3 degrees of certainty"),
    ],
)
def test_counts_agree_with_their_noun(number: int, noun: str, shown: str) -> None:
    assert phrases.count(number, noun) == shown


def test_counts_are_gathered_by_what_happened_with_changed_first() -> None:
    counts = {("quotation", "added"): 2, ("figure", "changed"): 3, ("source", "changed"): 1}
    assert label_words.gathered(counts) == "3 figures and 1 source changed; 2 quotations added"


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        ("2024-10-31T20:08:00Z", "31 October 2024, 20:08 UTC"),
        ("2024-01-02T03:04:05Z", "2 January 2024, 03:04:05 UTC"),
        ("yesterday", "yesterday"),
        ("2024-13-31T20:08:00Z", "2024-13-31T20:08:00Z"),
        ("", ""),
    ],
)
def test_times_are_for_readers_and_odd_ones_unchanged(time: str, shown: str) -> None:
    assert label_words.moment(time) == shown


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("140 passengers -> 140 people", "140 passengers →\N{NO-BREAK SPACE}140 people"),
        ("iPhones sold: 3 -> 4", "iPhones sold: 3 →\N{NO-BREAK SPACE}4"),
        ("'we left' is gone", "'we left' is gone"),
        ("", ""),
        ("dead: 12 -> 21", "Dead: 12 →\N{NO-BREAK SPACE}21"),
    ],
)
def test_a_heading_begins_as_a_sentence_does(message: str, shown: str) -> None:
    assert label_words.heading(message) == shown


def test_a_number_stays_on_the_line_of_what_it_counts() -> None:
    assert (
        label_words.unbroken("In 2 cases, 3 figures 4.") == "In 2\N{NO-BREAK SPACE}cases, 3\N{NO-BREAK SPACE}figures 4."
    )
