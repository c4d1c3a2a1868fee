"""NewsEdits' databases: their columns as they come, and files that are made to do harm."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from revtrack.errors import InputError
from revtrack.intake import limits, newsedits
from revtrack.intake.records import Item, Record, SetAside, Skipped

COLUMNS = ("entry_id", "version", "title", "created", "url", "text")
URL = "http://news.example/2015/storm"


def database(path: Path, *rows: tuple[Any, ...], columns: tuple[str, ...] = COLUMNS) -> str:
    with sqlite3.connect(path) as made:
        made.execute(f"CREATE TABLE entryversion ({', '.join(columns)})")
        made.executemany(f"INSERT INTO entryversion VALUES ({', '.join('?' * len(columns))})", rows)
    made.close()
    return str(path)


def read(path: str) -> list[Item]:
    return list(newsedits.read(path, "news.db"))


def test_versions_are_records(tmp_path: Path) -> None:
    """Paragraphs become paragraphs, what NewsSniffer says around them goes."""
    text = "<p>Version 2 of 9</p><p>At least 12 <b>died</b> &amp; more.</p><p>So it is.</p>"
    text += "<p>Currently monitoring 1,234 news articles</p>"
    path = database(tmp_path / "a.db", (7, 2, "Toll &amp; tide", "2015-03-04 12:34:56", URL, text))
    assert read(path) == [
        Record(
            "news.db:1",
            "",
            b"Toll & tide\n\nAt least 12 died & more.\n\nSo it is.\n",
            "2015-03-04T12:34:56Z",
            source=URL,
            rank=2,
        )
    ]


def test_columns_may_be_missing(tmp_path: Path) -> None:
    """Older files have `summary`; without an address the entry is the name."""
    path = database(tmp_path / "a.db", (7, 1425472496, "One < two."), columns=("entry_id", "created", "summary"))
    [item] = read(path)
    assert isinstance(item, Record)
    assert (item.article, item.content, item.source, item.rank) == ("entry-7", b"One < two.\n", "", 0)


def test_bad_rows_do_not_hold_up_the_next(tmp_path: Path) -> None:
    """No time, no entry, no text; bytes for text; a version that is no number."""
    day = "2015-03-04"
    rows = [
        (1, 0, "T", "soon", URL, "One."),
        (None, 0, "T", day, URL, "One."),
        (1, 0, "T", day, URL, None),
        (1, "x", None, day, None, "caf\u00e9 \xff".encode("latin-1")),
    ]
    found = read(database(tmp_path / "a.db", *rows))
    assert [type(item) for item in found] == [Skipped, Skipped, SetAside, Record]
    assert isinstance(found[3], Record)
    assert found[3].content == "caf\ufffd \ufffd\n".encode()


def test_what_is_no_such_database_is_refused(tmp_path: Path) -> None:
    """Another table, a file that is none, a packed one, columns that are missing."""
    with sqlite3.connect(tmp_path / "other.db") as made:
        made.execute("CREATE TABLE other (a)")
    (tmp_path / "text.db").write_text("word " * 1000)
    (tmp_path / "packed.db").write_bytes(b"\x1f\x8b\x08" + bytes(1000))
    database(tmp_path / "poor.db", columns=("entry_id", "text"))
    for name, reason in (
        ("other", "no table"),
        ("text", "not an SQLite database"),
        ("packed", "not an SQLite database"),
        ("poor", "created"),
    ):
        with pytest.raises(InputError, match=reason):
            read(str(tmp_path / f"{name}.db"))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW entryversion AS SELECT 1 AS entry_id, '2015' AS created, randomblob(1) AS text",
        "CREATE VIRTUAL TABLE entryversion USING fts5(entry_id, created, text)",
    ],
    ids=["view", "virtual"],
)
def test_nothing_that_a_database_defines_is_run(tmp_path: Path, statement: str) -> None:
    """A view is a program; so is a virtual table."""
    with sqlite3.connect(tmp_path / "a.db") as made:
        made.execute(statement)
    with pytest.raises(InputError, match="no table entryversion"):
        read(str(tmp_path / "a.db"))


def test_triggers_and_functions_in_a_schema_do_not_matter(tmp_path: Path) -> None:
    """A trigger fires on writes, and nothing is written: the file is the same afterwards."""
    path = database(tmp_path / "a.db", (7, 2, "T", "2015-03-04", URL, "One."))
    with sqlite3.connect(path) as made:
        made.execute("CREATE TRIGGER evil AFTER INSERT ON entryversion BEGIN DELETE FROM entryversion; END")
        made.execute("CREATE VIEW other AS SELECT load_extension('evil')")
    made.close()
    before = Path(path).read_bytes()
    assert len(read(path)) == 1
    assert Path(path).read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.db"]


def test_a_damaged_database_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """What was read stays good; where it broke off is told."""
    rows = [(number, 1, "T", "2015-03-04", f"{URL}/{number}", f"Text {number}. " * 100) for number in range(200)]
    path = database(tmp_path / "a.db", *rows)
    data = bytearray(Path(path).read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    Path(path).write_bytes(data)
    found = read(path)
    assert any(isinstance(item, Record) for item in found)
    assert isinstance(found[-1], Skipped)
    assert "damaged from here on" in found[-1].reason


def test_a_value_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite itself refuses what is above the limit; the rows behind it are read."""
    rows = [(7, 1, "T", "2015-03-04", URL, "x" * 100_000), (7, 2, "T", "2015-03-05", URL, "One.")]
    path = database(tmp_path / "a.db", *rows)
    monkeypatch.setattr(limits, "MAX_FIELD", 50_000)
    bad, good = read(path)
    assert isinstance(bad, Skipped)
    assert bad.place == "news.db:1"
    assert isinstance(good, Record)
