"""The word tables are written as their reader expects them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revtrack import lexicon
from revtrack.changes.statements import pole_table

# What lexicon.listed looks up.
SORTED = (
    "drawn_names",
    "first_names",
    "known_names",
    "name_clues",
    "name_signs",
    "noun_kinds",
    "pole_index",
    "surnames",
    "towns",
)
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


@pytest.mark.parametrize("name", SORTED)
def test_what_is_looked_up_is_sorted_and_has_comments_on_top_alone(name: str) -> None:
    text = lexicon.data(f"{name}.txt").decode()
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    assert text.endswith("\n".join(["", *rows, ""]))
    assert rows == sorted(rows)
    assert len({row.partition("\t")[0] for row in rows}) == len(rows)
    assert not any("#" in row for row in rows)


def test_every_table_that_is_looked_up_is_known_here() -> None:
    sources = Path(lexicon.__file__).parents[1].rglob("*.py")
    asked = {name for path in sources for name in re.findall(r"lexicon\.listed\(\"(\w+)\"\)", path.read_text("utf-8"))}
    assert {*asked, pole_table.INDEX} == set(SORTED)


def test_a_sorted_table_finds_every_row_and_nothing_between_them() -> None:
    table = lexicon.SortedTable("a\na b\tx\nab\ty\tz\nb\n")
    assert [table.get(word) for word in ("a", "a b", "ab", "b")] == ["", "x", "y\tz", ""]
    assert all(map(table.__contains__, ("a", "a b", "ab", "b")))
    assert not any(map(table.__contains__, ("", "a ", "a c", "aa", "x", "bb", "c", "a\na b")))
    assert list(table.beginning("a ")) == ["a b\tx"]
    assert list(table.beginning("c")) == []


@pytest.mark.parametrize("name", ["towns", pole_table.INDEX])
def test_a_long_table_finds_all_of_its_rows_and_none_beside_them(name: str) -> None:
    table, rows = lexicon.listed(name), lexicon.table(name)
    assert [table.get(row[0]) for row in rows] == ["\t".join(row[1:]) for row in rows]
    assert [row[0] for row in rows if f"{row[0]}~" in table or row[0][:-1] + "\t" in table] == []
    firsts = {row[0].partition(" ")[0] for row in rows}
    for first in sorted(firsts)[::40]:
        expected = ["\t".join(row) for row in rows if row[0].startswith(f"{first} ")]
        assert list(table.beginning(f"{first} ")) == expected
