"""Two spaces where one is meant: read as one, told as nothing, and kept where they part columns or sentences."""

from __future__ import annotations

import re

import pytest

import revtrack
from revtrack.text.markup import shown


@pytest.mark.parametrize(
    "text",
    [
        "The port is shut.  Ida Lind said so.",
        "Orrin 12  345 boats",
        "Orrin      12     34",
        "  - an item",
        "A line ends in two spaces  \nand goes on.",
    ],
)
def test_gaps_that_mean_something_stay(text: str) -> None:
    assert shown(text).text == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("It cost 1.2  million.", "It cost 1.2 million. "),
        ("It cost 1.2 \u00a0million.", "It cost 1.2 million. "),
        ("said,  Ida Lind", "said, Ida Lind "),
        ("10%  of   boats", "10% of boats   "),
        ("paid  $3 million", "paid $3 million "),
    ],
)
def test_two_or_three_are_one(text: str, seen: str) -> None:
    assert shown(text).text == seen


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lind said a third of the boats were lost.",
        "It cost half a million euros, more than a dozen people said.",
        "Two and a half percent of voters, one in five, left by May 3.",
        "“We have lost 10 percent,” said Ida Lind on Monday.",
    ],
)
def test_a_doubled_space_changes_no_claim(text: str) -> None:
    wide = text.replace(" ", "  ")
    one, other = revtrack.extract(text), revtrack.extract(wide)
    assert [re.sub(r"\s+", " ", claim.text) for claim in other.claims] == [claim.text for claim in one.claims]
    assert all(claim.text == wide[claim.start : claim.end] for claim in other.claims)
    assert revtrack.compare(text, wide).changes == ()
