"""A reading finds the sentence and the block of an offset, and refuses what no file can hold."""

import pytest

from revtrack.errors import InputError
from revtrack.text import read


def test_an_offset_belongs_to_its_sentence_and_block():
    text = "Toll rises\n\nOne died. Two live.\n"
    reading = read(text)
    assert reading.sentence_at(text.index("Two")) == 2
    assert reading.block_at(text.index("Two")).role == "body"


def test_an_empty_text_has_no_blocks():
    assert read("").blocks == ()


def test_a_lone_surrogate_is_refused_with_the_way_out():
    with pytest.raises(InputError, match="UTF-8"):
        read("broken \ud800 text")
