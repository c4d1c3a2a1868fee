"""The word tables are written as their reader expects them."""

from __future__ import annotations

from pathlib import Path

import pytest

from revtrack import lexicon

TABLES = sorted(Path(lexicon.__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_cells_have_no_white_space_around_them(path: Path) -> None:
    rows = lexicon.table(path.stem)
    assert rows
    assert [row for row in rows if row != tuple(cell.strip() for cell in row)] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_lines_end_as_on_unix_and_in_nothing(path: Path) -> None:
    text = path.read_bytes().decode()
    assert text.splitlines() == text.removesuffix("\n").split("\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
