"""Tables of any layout in SQLite, and the database of diffengine as its own program makes it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from revtrack.archive import import_sources
from revtrack.errors import InputError
from revtrack.intake import limits, sqlite_table
from revtrack.intake.column_map import TableLayout
from revtrack.intake.records import Item, Record, Skipped
from tests.intake import other_archives
from tests.intake.other_archives import database as made

MAPPED = TableLayout({"article": "url", "time": "seen at", "text": "body"})


def read(path: str, table: str = "", layout: TableLayout = MAPPED) -> list[Item]:
    return list(sqlite_table.read(path, "a.db", table, layout))


CAPTURES = 'CREATE TABLE captures (url, "Seen at", body, "file")'


def test_rows_are_records(tmp_path: Path) -> None:
    """Whatever type a value has; a column `file` is none of ours where the text is mapped; bad rows are named."""
    rows = (
        ("http://news.example/a", 1730387040, "One.", "a.png"),
        ("http://news.example/a", 1730387041.0, b"Two.", None),
        (7, "2024-10-31", 12, None),
        (None, "2024-10-31", "One.", None),
        ("a", "soon", "One.", None),
    )
    found = read(made(tmp_path / "a.db", CAPTURES, *rows))
    assert [(one.article, one.time[:16], one.content) for one in found if isinstance(one, Record)] == [
        ("http://news.example/a", "2024-10-31T15:04", b"One.\n"),
        ("http://news.example/a", "2024-10-31T15:04", b"Two.\n"),
        ("7", "2024-10-31T00:00", b"12\n"),
    ]
    assert [one.place for one in found if isinstance(one, Skipped)] == ["a.db:4", "a.db:5"]


def test_names_may_be_anything(tmp_path: Path) -> None:
    """A quotation mark in a name is a part of it, and runs nothing."""
    script = 'CREATE TABLE "my ""table""" (url, "the ""text""; DROP TABLE x", at)'
    path = made(tmp_path / "a.db", script, ("a", "One.", "2024-10-31"), table='"my ""table"""')
    layout = TableLayout({"article": "url", "text": 'The "text"; DROP TABLE x', "time": "at"})
    [item] = read(path, 'My "Table"', layout)
    assert isinstance(item, Record)


@pytest.mark.parametrize(
    ("script", "table", "reason"),
    [
        (CAPTURES, "capture", r"no table 'capture': did you mean 'captures'\? \(the tables are: captures\)"),
        (
            CAPTURES + "; CREATE TABLE other (a)",
            "",
            r"has 2 tables: name one with --table \(the tables are: captures, other",
        ),
        ("CREATE VIEW captures AS SELECT 1 AS url, 2 AS body", "captures", "views are not read"),
        ("CREATE VIRTUAL TABLE captures USING fts5(url, body)", "captures", "no table 'captures'"),
        ("CREATE TABLE captures (url PRIMARY KEY, body) WITHOUT ROWID", "captures", "no table 'captures'"),
        (
            "CREATE TABLE captures (url, body, seen)",
            "",
            "the table captures has no column 'seen at': did you mean 'seen'",
        ),
    ],
    ids=["near", "which", "view", "virtual", "rowid", "column"],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, script: str, table: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(made(tmp_path / "a.db", script), table)


def test_what_is_still_being_written_is_not_read(tmp_path: Path) -> None:
    """Its newest rows would be missing without a word."""
    path = made(tmp_path / "a.db", CAPTURES)
    with sqlite3.connect(path) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("INSERT INTO captures VALUES ('a', '2024-10-31', 'One.', '')")
        writer.commit()
        with pytest.raises(InputError, match="wal_checkpoint"):
            read(path)
    writer.close()
    assert len(read(path)) == 1


def test_columns_beyond_number_are_refused(tmp_path: Path) -> None:
    columns = ", ".join(f"c{number}" for number in range(limits.MAX_FIELDS + 1))
    with pytest.raises(InputError, match="more than 200 columns"):
        read(made(tmp_path / "a.db", f"CREATE TABLE captures ({columns})"))


def test_diffengine(tmp_path: Path) -> None:
    """An article is its canonical address, as in diffengine itself; where it was archived stays known."""
    url, archived = (
        "https://news.example/ferry",
        "https://web.archive.org/web/20241031150400/https://news.example/ferry",
    )
    rows = (
        (
            1,
            "Ferry toll rises",
            url,
            "<p>At least 12 people died.</p><p>More &amp; more.</p>",
            "2024-10-31 15:04:00.123456",
            archived,
            5,
        ),
        (2, "Ferry toll rises", url, "<p>At least 21 people died.</p>", "2024-10-31 18:00:00", None, 6),
    )
    home = other_archives.diffengine(tmp_path / "home", *rows)
    path = str(home / "diffengine.db")
    for operand in (path, str(home)):
        first, second = import_sources.diffengine(operand)
        assert isinstance(first, Record)
        assert isinstance(second, Record)
        assert (first.source, first.time, first.note) == (url, "2024-10-31T15:04:00Z", f"Archived at {archived}")
        assert first.content == b"Ferry toll rises\n\nAt least 12 people died.\n\nMore & more.\n"
        assert (second.source, second.note) == (url, "")


def test_a_folder_without_diffengine_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no diffengine\.db: name diffengine's home folder"):
        list(import_sources.diffengine(str(tmp_path)))
    with pytest.raises(InputError, match="no table entryversion: name a database of diffengine"):
        list(import_sources.diffengine(made(tmp_path / "a.db", CAPTURES)))
