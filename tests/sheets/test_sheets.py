"""Sheets: what comes back out of CSV, JSON Lines and Parquet, and files that are whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from revtrack import sheets
from revtrack.errors import InputError
from revtrack.rows.columns import Column, Row, Table
from revtrack.sheets import Format
from revtrack.sheets.parquet import ROWS

TABLE = Table(
    "changes",
    (
        Column("text", "string", "words"),
        Column("labels", "strings", "labels"),
        Column("count", "integer", "a count"),
        Column("number", "double", "a number"),
        Column("value", "value", "a value"),
        Column("moved", "boolean", "whether"),
        Column("time", "time", "when"),
    ),
)
FULL: Row = ("“12”, she said\nand left", ("value", "unit"), 3, 1.5, "-3", True, "2024-10-31T12:00:00Z")
EMPTY: Row = (None,) * 7


def written(form: Format, *rows: Row) -> bytes:
    file = io.BytesIO()
    with sheets.sheet(form, TABLE, file) as sheet:
        for row in rows:
            sheet.add(row)
    return file.getvalue()


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_csv_has_a_head_and_plain_cells() -> None:
    """Lists are joined, truth is a word, nothing is an empty cell."""
    head, full, empty = cells(written("csv", FULL, EMPTY))
    assert head == [column.name for column in TABLE.columns]
    assert full == ["“12”, she said\nand left", "value;unit", "3", "1.5", "-3", "true", "2024-10-31T12:00:00Z"]
    assert empty == [""] * 7


@pytest.mark.parametrize("text", ["Twelve", "'twas", "1-2", "", " =1"])
def test_ordinary_text_stays_as_it_is_in_csv(text: str) -> None:
    """Only what a spreadsheet would run is touched."""
    assert cells(written("csv", (text, *FULL[1:])))[1][0] == text


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_text_that_a_spreadsheet_would_run_is_disarmed(text: str) -> None:
    """An article may say anything, and a table is opened with a double click."""
    assert cells(written("csv", (text, *FULL[1:])))[1][0] == f"'{text}"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_whoever_takes_the_apostrophe_away_has_the_text_again(text: str) -> None:
    """The rule of the documentation gives back every text."""
    [_, [shown, *_]] = cells(written("csv", (text, *FULL[1:])))
    assert re.sub(r"\A'(?='*[=+\-@\t\r])", "", shown) == text


def test_json_lines_are_objects_with_every_column() -> None:
    """One a line, lists as lists, nothing as null."""
    full, empty = map(json.loads, written("jsonl", FULL, EMPTY).decode().splitlines())
    assert list(full.values()) == [FULL[0], ["value", "unit"], 3, 1.5, "-3", True, "2024-10-31T12:00:00Z"]
    assert list(empty.values()) == [None] * 7


def test_parquet_has_types(tmp_path: Path) -> None:
    """Times are times and lists lists."""
    (tmp_path / "a.parquet").write_bytes(written("parquet", FULL, EMPTY))
    table = parquet.read_table(tmp_path / "a.parquet")
    full, empty = table.to_pylist()
    assert full["time"].isoformat() == "2024-10-31T12:00:00+00:00"
    assert (full["labels"], full["count"], full["value"], full["moved"]) == (["value", "unit"], 3, "-3", True)
    assert set(empty.values()) == {None}
    assert not table.schema.metadata


def test_the_same_rows_are_the_same_bytes() -> None:
    """Row groups are cut by number, so that long tables are the same as well."""
    rows = [(f"Text {number}", *FULL[1:]) for number in range(ROWS + 1)]
    data = written("parquet", *rows)
    assert data == written("parquet", *rows)
    found = parquet.ParquetFile(io.BytesIO(data))
    assert [found.metadata.row_group(group).num_rows for group in (0, 1)] == [ROWS, 1]
    assert found.read().column("text").to_pylist() == [row[0] for row in rows]


def test_without_rows_there_are_still_columns() -> None:
    """An archive without a change gives an empty table, not an error."""
    assert parquet.read_table(io.BytesIO(written("parquet"))).num_rows == 0
    assert len(cells(written("csv"))) == 1
    assert written("jsonl") == b""


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way out is one command."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"add it with `.*install.*\[batch\]"):
        written("parquet")
    assert written("csv")


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    """What fails half-way leaves the old file and nothing else."""
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), sheets.whole(str(path)) as file:  # noqa: PT012
        file.write(b"half")
        raise ZeroDivisionError
    assert (path.read_text(), os.listdir(tmp_path)) == ("old", ["a.csv"])
    with sheets.whole(str(path)) as file:
        file.write(b"new")
        assert path.read_text() == "old"
    assert (path.read_text(), os.listdir(tmp_path)) == ("new", ["a.csv"])


@pytest.mark.parametrize("name", ["nowhere/a.csv", "folder", "a\0b"])
def test_a_file_that_cannot_be_written_is_named(name: str, tmp_path: Path) -> None:
    """With the cause and the next step."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match=r"cannot write.*name a file"), sheets.whole(str(tmp_path / name)) as file:
        file.write(b"a")
    assert os.listdir(tmp_path) == ["folder"]
