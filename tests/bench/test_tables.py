"""The README's tables: filled between their marks, the rest of the page untouched."""

from __future__ import annotations

import pytest

from bench import readme
from bench.__main__ import PARTS, SIZES
from bench.growth import HOSTILE, LIMIT

PAGE = "before\n<!-- bench:growth -->\nold table\n<!-- /bench -->\nafter\n"


def costs(lengths: tuple[int, ...] = (1, 10, 100)) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for action in ("extract", "compare"):
        found |= {f"article {action} {times}": 1.04 for times in lengths}
        found |= {f"{name} {action} {lengths[-1]}": 0.5 for name in HOSTILE}
    return found | {f"digits compare {lengths[-1]}": None}


def test_a_table_without_measurements_stays() -> None:
    """Without gold data the table of quality is left as it was."""
    assert readme.filled(PAGE, {"machine": "", "growth": None}) == PAGE


@pytest.mark.parametrize("size", SIZES)
def test_a_table_is_filled_between_its_marks(size: str) -> None:
    """The table changes, the page around it does not; it names what was measured, and a case above the time limit."""
    lengths = SIZES[size].times
    page = readme.filled(PAGE, {"machine": "", "growth": costs(lengths)})
    assert page.startswith("before\n<!-- bench:growth -->\n")
    assert page.endswith("\n<!-- /bench -->\nafter\n")
    assert "old table" not in page
    assert [f"| {times} × 900 words | 1.0 | 1.0 |" in page for times in lengths] == [True] * len(lengths)
    assert f"| digits, as long as {lengths[-1]} articles | 0.5 | over {LIMIT} s |" in page


def test_filling_twice_changes_nothing() -> None:
    """The same figures give the same bytes."""
    once = readme.filled(PAGE, {"machine": "", "growth": costs()})
    assert readme.filled(once, {"machine": "", "growth": costs()}) == once


def test_every_part_has_its_table() -> None:
    """What is measured is told, in a table whose place is in the README."""
    page = readme.README.read_text(encoding="utf-8")
    assert [name for name in PARTS if f"<!-- bench:{name} -->" not in page] == []
