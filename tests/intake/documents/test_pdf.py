"""PDF: lines into paragraphs, columns in reading order, hyphens, running heads, notes."""

from __future__ import annotations

import pytest

from tests.intake.documents.writers import Pdf

pytest.importorskip("pypdfium2")

from revtrack.intake import documents


def text(*lines: tuple[float, float, str], size: float = 10) -> str:
    pdf = Pdf()
    page = pdf.page()
    for x, y, words in lines:
        pdf.line(page, x, y, size, words)
    return documents.read(pdf.bytes(), "story.pdf").text


FULL = "The council of Lower Dunmere voted on Monday night to close Harrow Bridge to"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("an inter-", "national inquiry.", "an international inquiry."),
        ("nearly two-", "thirds of them.", "nearly two-thirds of them."),
        ("a Boston-", "based company.", "a Boston-based company."),
        ("in 2019-", "2020 alone.", "in 2019-2020 alone."),
        ("the Anglo-", "Saxon name.", "the Anglo-Saxon name."),
        ("a well-known and well-", "known man.", "a well-known and well-known man."),
        ("a co-operative, the co-", "operative said.", "a co-operative, the co-operative said."),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    """Taken out, but where the word has one of its own."""
    assert text((50, 700, first.rjust(0)), (50, 688, second)) == joined + "\n"


def test_columns_under_a_headline() -> None:
    """The left column first, also where both stand on one grid of lines."""
    pdf = Pdf()
    page = pdf.page()
    pdf.line(page, 50, 760, 22, "Harrow Bridge closes for two years")
    for n in range(12):
        pdf.line(page, 50, 720 - 12 * n, 9, f"left line {n} of the first column of copy" + "." * (n == 11))
        pdf.line(page, 300, 720 - 12 * n, 9, f"right line {n} of the other column of copy" + "." * (n == 11))
    shown = documents.read(pdf.bytes(), "story.pdf").text
    headline, left, right = shown.rstrip("\n").split("\n\n")
    assert headline == "# Harrow Bridge closes for two years"
    assert left.startswith("left line 0")
    assert left.endswith("copy.")
    assert "right" not in left
    assert right.startswith("right line 0")
    assert right.count("right line") == 12


def test_running_heads_and_page_numbers() -> None:
    """Lines that come back on other pages are not copy; a paragraph goes on over the page."""
    pdf = Pdf()
    towns = ("Almery", "Vessen", "Quillan")
    for n, town in enumerate(towns):
        page = pdf.page()
        pdf.line(page, 50, 810, 10, f"The Almery Post {n + 1}")
        pdf.line(page, 50, 700, 10, f"{FULL} {town},")
        pdf.line(page, 290, 30, 10, f"Page {n + 1} of 3")
    assert documents.read(pdf.bytes(), "a.pdf").text == " ".join(f"{FULL} {town}," for town in towns) + "\n"


def test_marks_of_footnotes_are_not_figures() -> None:
    """A small raised number behind a word is left out, and so is the one in front of the note."""
    pdf = Pdf()
    page = pdf.page()
    pdf.line(page, 50, 700, 10, "The toll rose on Monday")
    pdf.line(page, 50 + 23 * 5, 704, 6, "3")
    pdf.line(page, 50 + 23 * 5 + 6, 700, 10, "and fell.")
    pdf.line(page, 50, 103, 5, "3")
    pdf.line(page, 56, 100, 8, "As counted by the police.")
    assert (
        documents.read(pdf.bytes(), "a.pdf").text == "The toll rose on Monday and fell.\n\nAs counted by the police.\n"
    )


def test_indents_and_gaps_open_paragraphs() -> None:
    """And a line that ends early does; a wrapped line does not."""
    assert text((50, 700, FULL), (50, 688, "cars. It cost 12."), (60, 676, FULL), (50, 664, "cars.")) == (
        f"{FULL} cars. It cost 12.\n\n{FULL} cars.\n"
    )
    assert (
        text((50, 700, FULL), (50, 688, "cars."), (50, 664, FULL), (50, 652, "cars."))
        == f"{FULL} cars.\n\n{FULL} cars.\n"
    )


def test_words_set_to_the_full_width_of_a_narrow_column() -> None:
    """Wide gaps behind spaces that are drawn are gaps of one line, not gutters."""
    pdf = Pdf()
    page = pdf.page()
    pdf.line(page, 50, 700, 10, "His ")
    pdf.line(page, 100, 700, 10, "lawyer ")
    pdf.line(page, 160, 700, 10, "told")
    pdf.line(page, 50, 688, 10, "reporters on Monday so.")
    assert documents.read(pdf.bytes(), "a.pdf").text == "His lawyer told reporters on Monday so.\n"


def test_a_headline_over_columns() -> None:
    """Its second line, which is over the left column only, is part of it."""
    pdf = Pdf()
    page = pdf.page()
    pdf.line(page, 50, 760, 20, "Harrow Bridge closes for two years as repairs")
    pdf.line(page, 50, 736, 20, "begin in June")
    for n in range(8):
        pdf.line(page, 50, 700 - 12 * n, 9, f"left line {n} of the first column of copy")
        pdf.line(page, 300, 700 - 12 * n, 9, f"right line {n} of the other column of copy")
    shown = documents.read(pdf.bytes(), "a.pdf").text
    assert shown.startswith("# Harrow Bridge closes for two years as repairs begin in June\n\nleft line 0")
