"""Every example of docs/dates.md is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from revtrack import claims
from revtrack.model import Date

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
PUBLISHED = "2024-10-31T12:00:00Z"
LINES = [line.strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")]
ROWS = [[cell.strip() for cell in line] for line in LINES]
VALUES = [row for row in ROWS if row[1] in ("date", "time", "duration", "set")]
MEANT = [row for row in ROWS if row[0].endswith(".") and row not in VALUES]


@pytest.mark.parametrize(("words", "kind", "value"), VALUES)
def test_values(words: str, kind: str, value: str) -> None:
    found = [claim for claim in claims.of(f"It was {words} then.").claims if isinstance(claim, Date)]
    assert [(date.text, date.type, date.value or "none") for date in found] == [(words, kind, value.split(": ")[0])]


@pytest.mark.parametrize(("text", "day", "because"), MEANT)
def test_days(text: str, day: str, because: str) -> None:
    found = [claim for claim in claims.dated(claims.of(text), PUBLISHED).claims if isinstance(claim, Date)]
    assert [date.resolved or "none" for date in found] == [day], because


def test_the_page_has_its_tables() -> None:
    assert len(VALUES) > 10
    assert len(MEANT) > 10
