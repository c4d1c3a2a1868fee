"""Sentences: what does not end one first, then what does."""

import pytest

from revtrack.text import read
from revtrack.text.sentences import split

ONE = [
    "Gov. Jane Roe met Dr. Smith and Mr. Jones.",
    "The U.S. Senate voted on Jan. 3 in Washington, D.C. alone.",
    "J. P. Morgan and Joseph P. Kahn spoke.",
    '"Is it over?" she asked.',
    '"Stop!" he said, "or I shoot."',
    "Prices rose 3.2 percent, No. 1 in the region.",
    "He said ... nothing at all.",
    "The firm, Acme Inc., closed at 5 p.m. on Monday.",
    "visit example.com for more",
]

SEVERAL = [
    ("It rained. It poured.", ["It rained.", "It poured."]),
    ('"Yes," he said. "No," she said.', ['"Yes," he said.', '"No," she said.']),
    ("He lives in the U.S. She does not.", ["He lives in the U.S.", "She does not."]),
    ("It ended at 5 p.m. The crowd left.", ["It ended at 5 p.m.", "The crowd left."]),
    ("“It is over.” The crowd left.", ["“It is over.”", "The crowd left."]),
    ("They left!  Did they? 12 stayed.", ["They left!", "Did they?", "12 stayed."]),
    ("He said no. Nobody moved.", ["He said no.", "Nobody moved."]),
]


def sentences(text):
    return [span.of(text) for span in read(text + "\n").sentences]


@pytest.mark.parametrize("text", ONE)
def test_a_stop_inside_a_sentence_does_not_end_it(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_sentences_are_parted_and_trimmed(text, expected):
    assert sentences(text) == expected


def test_nothing_but_white_space_is_no_sentence():
    assert split(" \n ", 0, 3) == []
