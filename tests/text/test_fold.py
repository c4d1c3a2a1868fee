"""When two spellings are the same, and how the plain copy keeps every offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.text.fold import fold, plain

DIFFERENT = [
    ("12 killed", "21 killed"),
    ("3.2 percent", "32 percent"),
    ("-3 degrees", "3 degrees"),
    ("may leave", "will leave"),
    ("a page", "a similar page"),
    ("US", "us"),
    ("ten thousand", "10,000"),  # one value, but two wordings: claims decide, not the fold
]

SAME = [
    ("We go.\n> We stay.", "We go. We stay."),
    ("“We agree,” she said.", '"We agree," she said.'),
    ("``We agree,'' she said.", '"We agree," she said.'),
    ("it’s", "it's"),
    ("10\u00a0000 troops", "10 000 troops"),
    ("a line\r\nbreak", "a line break"),
    ("north–south", "north — south"),
    ("wait…", "wait..."),
    ("soft\u00adhyphen", "softhyphen"),
    ("a **bold** word", "a bold word"),
    ("the [report](https://example.org/1)", "the report"),
    ("text <!-- note: 12 --> goes on", "text goes on"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_a_reader_would_notice_stays_different(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_form_alone_folds_away(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["snake_case", "2 * 3 * 4", "[will] go", "a_b"])
def test_signs_that_are_no_markup_stay(word):
    assert plain(word) == word


@given(st.text())
def test_the_plain_copy_has_the_same_length_and_a_fold_is_stable(text):
    assert len(plain(text)) == len(text)
    assert fold(fold(text)) == fold(fold(fold(text)))


def test_an_address_is_blanked_so_that_its_digits_are_no_figures():
    assert "2024" not in plain("see https://example.org/2024/10/31 for more")
