"""The histories under fixtures/, read as an editor would: the lines that matter are there, in one line each."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_life import steps

from revtrack import history
from revtrack.report.history_text import line

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"


def lines(name: str) -> list[str]:
    paths = sorted(path for path in (FIXTURES / name).iterdir() if path.stem.isdecimal())
    taken = steps(*(path.read_bytes().decode("utf-8-sig") for path in paths))
    return [line(life) for life in history.lives(taken) if life.changed]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("wire-toll", "people: at least 12 (r1) -> at least 21 (r2) -> 34 (r3) -> 36 (r4)"),
        ("wire-toll", "about two miles (r1) -> two miles (r2-4)"),
        ("wire-toll", "March 3 (r1-3) -> March 4 (r4)"),
        ("wire-toll", "60 tons (r1-2) -> removed (r3-4)"),
        ("british-paper", "£4.2m (r1-2) -> £1.2m (r3, acknowledged)"),
        ("british-paper", "Dylis Penhallow (r1) -> Dilys Penhallow (r2-3)"),
        ("british-paper", "Wednesday night (r1) -> Tuesday night (r2-3)"),
    ],
)
def test_a_line_of_life_is_told(name: str, told: str) -> None:
    """Headline and body, form and notice folded into it."""
    assert sum(told in one for one in lines(name)) == 1, "\n".join(lines(name))
