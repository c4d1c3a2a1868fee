"""The page "What counts as a figure": every example on it is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import revtrack
from revtrack.model import Figure, decimal_string

PAGE = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
TABLES = re.findall(r"<!-- examples -->\n\|.*\n\| ---.*\n((?:\|.*\n)+)", PAGE)
EXAMPLES = [[cell.strip() for cell in row.strip("|").split("|")] for table in TABLES for row in table.splitlines()]
MARK = re.compile(r"\[([^\]]+)\]")


def value(figure: Figure) -> str:
    low, high = decimal_string(figure.low), decimal_string(figure.high)
    spread = f"{low} to {high}" if high else f"{low} or more"
    return decimal_string(figure.value) or (spread if low else "score")


def columns(figure: Figure) -> tuple[str, ...]:
    bound = "" if figure.bound == "exact" else figure.bound.replace("_", " ")
    return value(figure), figure.unit or "", figure.noun or "", figure.per or "", bound


def test_the_page_has_examples_of_every_kind() -> None:
    assert len(TABLES) == 8
    assert len(EXAMPLES) > 50


@pytest.mark.parametrize("example", EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_an_example_is_read_as_the_page_says(example: list[str]) -> None:
    """The marked words are the figures, and each column is right; of several figures they are parted by semicolons."""
    sentence, *expected = example
    text = MARK.sub(r"\1", sentence)
    figures = [claim for claim in revtrack.extract(text).claims if isinstance(claim, Figure)]
    assert [figure.text for figure in figures] == MARK.findall(sentence)
    found = ["; ".join(cells) if any(cells) else "" for cells in zip(*map(columns, figures), strict=True)]
    assert (found or [""] * len(expected)) == expected
