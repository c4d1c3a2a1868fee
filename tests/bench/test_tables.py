"""The README's tables: filled between their marks, the rest of the page untouched."""

from __future__ import annotations

from bench import readme
from bench.growth import HOSTILE, LIMIT, TIMES

PAGE = "before\n<!-- bench:growth -->\nold table\n<!-- /bench -->\nafter\n"


def costs() -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for action in ("extract", "compare"):
        found |= {f"article {action} {times}": 1.04 for times in TIMES}
        found |= {f"{name} {action} {TIMES[-1]}": 0.5 for name in HOSTILE}
    return found | {f"digits compare {TIMES[-1]}": None}


def test_a_table_without_measurements_stays() -> None:
    """Without gold data the table of quality is left as it was."""
    assert readme.filled(PAGE, {"machine": "", "growth": None}) == PAGE


def test_a_table_is_filled_between_its_marks() -> None:
    """The table changes, the page around it does not; a case above the time limit says so."""
    page = readme.filled(PAGE, {"machine": "", "growth": costs()})
    assert page.startswith("before\n<!-- bench:growth -->\n")
    assert page.endswith("\n<!-- /bench -->\nafter\n")
    assert "old table" not in page
    assert "| 10 × 900 words | 1.0 | 1.0 |" in page
    assert f"| digits, as long as {TIMES[-1]} articles | 0.5 | over {LIMIT} s |" in page


def test_filling_twice_changes_nothing() -> None:
    """The same figures give the same bytes."""
    once = readme.filled(PAGE, {"machine": "", "growth": costs()})
    assert readme.filled(once, {"machine": "", "growth": costs()}) == once
