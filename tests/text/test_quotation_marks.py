"""Quotation marks of every kind are paired, apostrophes are left alone, slips of the hand are read as meant."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.model import Block
from revtrack.text import marks


def pieces(text: str) -> list[str]:
    return [piece.inner.of(text) for piece in marks.find(text, [Block(0, len(text), "body", 0, 1)])]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour's owners don't pay.",
        "Rock 'n' roll in the '90s.",
        "The owners' yard and the sailors' home.",
        "\u2019Tis the season.",
        'An empty pair \u201c\u201d and "".',
        "A closing mark alone\u201d.",
    ],
)
def test_no_quotation(text):
    assert pieces(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cYes,\u201d she said. \u201cAnd soon.\u201d", ["Yes,", "And soon."]),
        ('"Yes," she said. "And soon."', ["Yes,", "And soon."]),
        ("''Yes,'' she said.", ["Yes,"]),
        ("``Yes,'' she said.", ["Yes,"]),
        ("\u00abOui\u00bb, a-t-elle dit.", ["Oui"]),
        ("\u201eJa\u201c, sagte sie.", ["Ja"]),
        ("'Yes,' she said. 'And soon.'", ["Yes,", "And soon."]),
        ("\u2018It\u2019s the owners\u2019 yard,\u2019 she said.", ["It\u2019s the owners\u2019 yard,"]),
        ("\u201cHe said \u2018yes\u2019 to me,\u201d she said.", ["He said \u2018yes\u2019 to me,"]),
        ("\u201cThe mark that never closes.", ["The mark that never closes."]),
        ("\u201cSoon,\u201c said Roe. \u201cVery soon.\u201d", ["Soon,", "Very soon."]),
        ("She said \u201dvery soon\u201d and left.", ["very soon"]),
    ],
)
def test_pairs(text, expected):
    assert pieces(text) == expected


@given(st.text(alphabet="ab .,'\"\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb\n", max_size=60))
def test_pieces_are_in_order_and_apart(text):
    found = marks.find(text, [Block(0, len(text), "body", 0, 1)])
    for piece in found:
        assert piece.outer.start <= piece.inner.start < piece.inner.end <= piece.outer.end
    doubles = [piece.outer for piece in found]
    assert all(a.end <= b.start for a, b in pairwise(doubles))
