"""A text is cut into words once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.text import letters, read, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("late on Thursday, Oct. 31", ["late", "on", "Thursday", ",", "Oct", ".", "31"]),
        ("$3.2bn, 10,000 or 5%", ["$3.2bn", ",", "10,000", "or", "5%"]),
        ("at 6:30 p.m. on 2024-10-31", ["at", "6:30 p.m.", "on", "2024-10-31"]),
        ("AT&T's 5-point rise", ["AT&T", "'", "s", "5", "-", "point", "rise"]),
        ("$15/hour, 10/31/2024", ["$15", "/", "hour", ",", "10/31/2024"]),
    ],
)
def test_words_numbers_and_signs(text: str, words: list[str]) -> None:
    assert tokens.line(text, 0, len(text)).texts == words


@given(st.text(st.sampled_from("ab 1.,-'$%/\n&\u00e9"), max_size=40))
def test_every_token_stands_where_it_says(text: str) -> None:
    line = tokens.line(text, 0, len(text))
    for n, (start, word) in enumerate(zip(line.starts, line.texts, strict=True)):
        assert text[start : line.end(n)] == word
        assert line.at(start) == n
    assert all(line.end(n) <= start for n, start in enumerate(line.starts[1:]))


def test_a_tight_sign_touches_both_neighbours() -> None:
    line = tokens.line("5-point or 5 - 6 or 16- to 24", 0, 29)
    assert [line.is_tight(n) for n, text in enumerate(line.texts) if text == "-"] == [True, False, False]


def test_a_block_is_cut_once() -> None:
    reading = read("One word.\n\nTwo words.")
    first, second = reading.blocks
    assert reading.line(first) is reading.line(first)
    assert reading.line(second).texts == ["Two", "words", "."]


def test_a_rule_is_written_over_letters() -> None:
    """Blanks mean nothing, and signs of regular expressions keep their meaning."""
    grammar = """
day   = small | nth
month = day of?
        name
"""
    (_, day), (name, month) = letters.rules(grammar)
    known = {"small": "S", "nth": "N", "of": "O", "name": "M", "day": "(?:S|N)"}
    assert letters.written(day, known.__getitem__) == "S|N"
    assert name == "month"
    assert re.fullmatch(letters.written(month, known.__getitem__), "NOM")
