"""Figures in whole paragraphs, as British papers, student papers, government pages, wires and sports desks write them.

`marked_copy.txt` holds a paragraph a line, each figure marked with how it is read: "[£5]{5, GBP, per litre} a litre".
"""

import re
from pathlib import Path

import pytest

import revtrack
from revtrack.model import Figure, decimal_string

COPY = Path(__file__).with_name("marked_copy.txt").read_text(encoding="utf-8")
PARAGRAPHS = [line.split("|", 1) for line in COPY.splitlines() if line and not line.startswith("#")]
MARK = re.compile(r"\[([^\]{}]+)\]\{[^}]*\}")


def spoken(figure: Figure) -> str:
    """A figure's reading in one line."""
    low, high = decimal_string(figure.low), decimal_string(figure.high)
    value = decimal_string(figure.value) or (f"{low} to {high}" if low else "score")
    bound = "" if figure.bound in ("exact", "range") else figure.bound.replace("_", " ")
    parts = (
        value,
        figure.unit,
        figure.noun and f"of {figure.noun}",
        figure.per and f"per {figure.per}",
        bound,
        "ordinal" if figure.ordinal else "",
    )
    return ", ".join(part for part in parts if part)


def marked(text: str) -> str:
    """The text with its figures marked."""
    claims = revtrack.extract(text).claims
    for figure in reversed([claim for claim in claims if isinstance(claim, Figure)]):
        text = f"{text[: figure.start]}[{figure.text}]{{{spoken(figure)}}}{text[figure.end :]}"
    return text


@pytest.mark.parametrize("expected", [text for _, text in PARAGRAPHS], ids=[name for name, _ in PARAGRAPHS])
def test_a_paragraph_is_read_as_an_editor_reads_it(expected: str) -> None:
    """Every figure is found with span, value, unit, noun, denominator and bound, and nothing else is taken for one."""
    assert marked(MARK.sub(r"\1", expected)) == expected
