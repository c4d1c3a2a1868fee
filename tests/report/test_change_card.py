"""The card of a change: what stands on it, and that it fits."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

import revtrack
from revtrack.report import change_card
from tests.report.samples import EVIL

SVG = "{http://www.w3.org/2000/svg}"
OLD = "Trust knew of fungus\n\nThe trust paid Mr Vance £165,000 a year, police said.\n"


def card(old: str, new: str, number: int = 1) -> change_card.ChangeCard:
    return change_card.of(revtrack.compare(old, new), number)


def texts(svg: str) -> list[str]:
    return ["".join(one.itertext()).split("\n")[-1] for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_old_and_new_are_large_and_side_by_side() -> None:
    made = card(OLD, OLD.replace("165", "135"))
    assert (made.title, made.old, made.new) == ("Trust knew of fungus", "£165,000", "£135,000")
    assert made.size >= change_card.SMALLEST
    drawn = change_card.svg(made)
    root = ElementTree.fromstring(drawn)
    assert (root.get("width"), root.get("height")) == ("1200", "630")
    assert any(
        "£165,000" in text and "→" in text and "£135,000" in text
        for text in map(str, map("".join, map(ElementTree.Element.itertext, root)))
    )
    assert change_card.svg(made) == drawn


def test_a_correction_says_so() -> None:
    made = card(OLD, OLD.replace("165", "135") + "\nCorrection: An earlier version said £165,000.\n")
    assert made.standing == "Corrected in a notice"


@pytest.mark.parametrize("words", ["so " * 200, "x" * 2_000, EVIL])
def test_long_and_hostile_words_stay_on_the_card(words: str) -> None:
    old = f"{words}\n\n“We {words} ran,” said Ada Lind.\n"
    diff = revtrack.compare(old, old.replace("ran", "swam"))
    for number in range(1, len(diff.changes) + 1):
        made = change_card.of(diff, number)
        svg, html = change_card.svg(made), change_card.html(made)
        ElementTree.fromstring(svg)
        assert all(line.y < change_card.HEIGHT and len(line.text) <= 90 for line in made.lines)
        assert "<script" not in svg + html
        assert "<img" not in html


def test_what_stays_is_not_struck_through() -> None:
    """A statement that lost its source is still there."""
    diff = revtrack.compare(OLD, OLD.replace(", police said", ""))
    [number] = [place for place, one in enumerate(diff.changes, 1) if one.labels == ("dropped",)]
    made = change_card.of(diff, number)
    assert "line-through" not in change_card.svg(made)
    assert "<del" not in change_card.html(made)


def test_the_fragment_needs_nothing_of_its_page() -> None:
    html = change_card.html(card(OLD, OLD.replace("165", "135")))
    assert html.startswith("<figure ")
    assert "class=" not in html
    assert "<del style=" in html
