"""What is worked out from a block is worked out once, unless the block is very long."""

from __future__ import annotations

from collections.abc import Callable

import revtrack
from revtrack import claims
from revtrack.text import remembered

MILL = """Mill in Almery shuts

ALMERY, March 3 - Using the old road, Ottoline Roe of Almery Water left the Hask Mill on Monday. Roe said 12 jobs go.

Call 01632 960012 or write to mill@hask.example, the council said.

Correction: An earlier version misstated the number of jobs.
"""


def counted() -> tuple[list[str], Callable[..., int]]:
    asked: list[str] = []

    @remembered.remembered
    def length(text: str, by: int = 1) -> int:
        asked.append(text)
        return len(text) * by

    return asked, length


def test_a_block_is_worked_out_once() -> None:
    asked, length = counted()
    assert [length("Almery"), length("Almery"), length("Hask")] == [6, 6, 4]
    assert asked == ["Almery", "Hask"]


def test_what_else_is_given_counts() -> None:
    asked, length = counted()
    assert [length("Almery", 2), length("Almery", 3), length("Almery", by=4)] == [12, 18, 24]
    assert len(asked) == 3


def test_a_very_long_block_is_not_kept() -> None:
    asked, length = counted()
    long = "a" * (remembered.LONGEST + 1)
    assert length(long) == length(long) == len(long)
    assert len(asked) == 2


def test_a_paragraph_reads_the_same_wherever_it_stands() -> None:
    """Names, contacts and roles remembered of the first version are those of a fresh reading of the next."""
    first = revtrack.extract(MILL)
    moved = MILL.replace("shuts\n", "shuts for good\n\nThe river Varn rose on Sunday, said Jonas Eklund.\n")
    found = claims.of(moved, known=first)
    paragraph = MILL.index("ALMERY, March")
    by = moved.index("ALMERY, March") - paragraph
    behind = {(one.kind, one.start + by, one.text) for one in first.claims if one.start >= paragraph}
    assert behind <= {(one.kind, one.start, one.text) for one in found.claims}
    assert all(one.text == moved[one.start : one.end] for one in found.claims)
    assert found.blocks[-1].role == "notice"
