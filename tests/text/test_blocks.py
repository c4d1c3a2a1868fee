"""Blocks: a line is a paragraph unless the text is wrapped by hand; nothing is dropped."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from revtrack.text import read

WRAPPED = """Toll rises in harbour blast

At least 21 people were killed when a grain silo exploded in the
harbour of Port Ansel on Thursday, the fire service said, and the
search for the missing went on.

A second silo was damaged, the operator said, but it did not burn
and nobody in it was hurt, according to the first reports from the
scene.
"""


def blocks(text):
    return [(block.role, text[block.start : block.end]) for block in read(text).blocks]


def test_lines_of_a_page_saved_as_text_are_paragraphs():
    assert blocks("Toll rises\nAt least 21 died.\nThe search goes on.") == [
        ("headline", "Toll rises"),
        ("body", "At least 21 died."),
        ("body", "The search goes on."),
    ]


def test_a_text_wrapped_by_hand_keeps_its_paragraphs():
    assert [role for role, _ in blocks(WRAPPED)] == ["headline", "body", "body"]


def test_windows_line_ends_part_the_same_blocks():
    text = WRAPPED.replace("\n", "\r\n")
    assert [role for role, _ in blocks(text)] == ["headline", "body", "body"]


def test_a_notice_under_its_title_is_a_notice():
    assert [role for role, _ in blocks("It rained.\n\nCorrection\n\nThe story said 8.\n\nIt poured.")] == [
        "body",
        "notice",
        "notice",
        "body",
    ]


@given(st.text())
def test_blocks_and_sentences_are_in_order_and_hold_all_but_space_and_markup(text):
    reading = read(text)
    position = 0
    for block in reading.blocks:
        assert not reading.plain[position : block.start].strip()
        assert block.start < block.end
        position = block.end
    spans = reading.sentences
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(reading.plain).strip() == span.of(reading.plain) != "" for span in spans)


def test_names_above_a_line_of_publication_are_a_byline():
    text = "Toll rises\n\nSarah Lind and David Berg\n\nPublished 3 May 2024\n\nUpdated 2 hours ago\n\nIt rained.\n"
    assert [role for role, _ in blocks(text)] == [
        "headline",
        "byline",
        "furniture",
        "furniture",
        "body",
    ]


def test_a_heading_above_a_line_of_publication_is_no_byline():
    text = "Toll rises\n\nMayor Calls For Calm\n\nPublished 3 May 2024\n\nIt rained.\n"
    assert [role for role, _ in blocks(text)] == ["headline", "heading", "furniture", "body"]


def test_the_list_of_a_related_box_is_furniture():
    text = "It rained.\n\nRelated stories\n\n- Blast killed 40\n- Silo closed\n\nIt poured.\n\n- 12 hurt\n\nThe end.\n"
    roles = [role for role, _ in blocks(text)]
    assert roles == ["body", "furniture", "furniture", "furniture", "body", "item", "body"]


def test_a_line_that_goes_on_in_the_middle_of_a_sentence_is_no_paragraph():
    text = "The audit of the harbour found no grave faults, 2 of them high,\nand 3 that are slight.\nIt goes on."
    assert len(blocks(text)) == 2
    assert len(blocks("Eggs and a little butter\nflour\nsugar\n")) == 3


def test_a_byline_above_a_line_of_publication_is_not_wrapped_copy():
    text = (
        "Dam bursts\n\nBy Priya Roe, Tom Berg and Lucy Lind\nPublished 06:42 GMT, Tuesday 11 March 2025\n"
        "Updated 14:35 GMT, Tuesday 11 March 2025\n\nA dam burst in Hallam."
    )
    assert [role for role, _ in blocks(text)] == ["headline", "byline", "furniture", "furniture", "body"]
