"""`revtrack export`: the tables of a real store, their order, formats, filters and errors."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest
from pyarrow import parquet

from revtrack.commands import export
from tests.commands.newsdesk import FIRST, TIMES, Desk
from tests.commands.newsroom import Newsroom


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_changes_are_the_default_and_csv_is_plain(desk: Desk) -> None:
    """One row a change, of the version that has it."""
    rows = table(desk.ok("export"))
    assert [(row["article"], row["old_revision"], row["new_revision"], row["kind"]) for row in rows[:1]] == [
        ("ferry", "1", "2", "figure")
    ]
    assert rows[0]["time"] == TIMES[1]
    assert {row["new_revision"] for row in rows} == {"2", "3"}
    told = json.loads(desk.ok("diff", "ferry", "1", "2", "--format", "json"))["changes"]
    assert [row["message"] for row in rows if row["new_revision"] == "2"] == [change["message"] for change in told]


def test_revisions_and_claims_have_their_own_tables(desk: Desk) -> None:
    """Each revision is a row; each claim of each revision is one."""
    revisions = table(desk.ok("export", "revisions"))
    assert [(row["revision"], row["time"], row["by"]) for row in revisions] == [
        (str(number), time, "A. Editor") for number, time in enumerate(TIMES, 1)
    ]
    claims = table(desk.ok("export", "claims"))
    told = json.loads(desk.ok("claims", "ferry@2", "--format", "json"))["claims"]
    assert [row["claim"] for row in claims if row["revision"] == "2"] == [claim["id"] for claim in told]
    assert {row["resolved"] for row in claims if row["text"] == "Monday"} == {"2024-10-28"}


def test_articles_come_by_name_and_the_bytes_are_the_same(desk: Desk) -> None:
    """The order does not hang on what was added first, nor the bytes on the cache."""
    desk.ok("add", "first.txt", "--as", "bridge", "--at", TIMES[2])
    once = desk.ok("export", "claims")
    assert list(dict.fromkeys(row["article"] for row in table(once))) == ["bridge", "ferry"]
    assert desk.ok("export", "claims") == once


@pytest.mark.parametrize(("name", "begins"), [("a.csv", b"article,"), ("a.jsonl", b'{"article"'), ("a.PQ", b"PAR1")])
def test_the_suffix_gives_the_format(name: str, begins: bytes, desk: Desk) -> None:
    """Nothing is printed, and the file is whole."""
    assert desk.ok("export", "-o", name) == ""
    assert (desk.folder / name).read_bytes().startswith(begins)


def test_a_format_given_beats_the_suffix(desk: Desk) -> None:
    """`--format` says it outright."""
    desk.ok("export", "-o", "a.csv", "--format", "jsonl")
    assert (desk.folder / "a.csv").read_bytes().startswith(b"{")


def test_parquet_can_be_piped(desk: Desk) -> None:
    """A pipe does not know how far it is, and gets the same bytes as a file."""
    desk.ok("export", "-o", "a.parquet")
    command = [sys.executable, "-m", "revtrack", "export", "--format", "parquet"]
    piped = subprocess.run(command, cwd=desk.folder, capture_output=True, check=True).stdout
    assert piped == (desk.folder / "a.parquet").read_bytes()
    assert parquet.read_table(io.BytesIO(piped)).num_rows == len(table(desk.ok("export")))


def test_parquet_is_not_for_a_terminal(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would only make a mess of it."""

    class Terminal:
        stdout = type("Screen", (), {"isatty": lambda self: True})()

    monkeypatch.setattr(export, "sys", Terminal)
    assert "name a file with -o" in desk.fails("export", "--format", "parquet")


def test_since_and_article_leave_the_rest_out(desk: Desk) -> None:
    """A change of the first version that is wanted is still told against the one before it."""
    desk.ok("add", "first.txt", "--as", "bridge", "--at", TIMES[2])
    assert {row["new_revision"] for row in table(desk.ok("export", "--since", "2024-11-01"))} == {"3"}
    assert {row["article"] for row in table(desk.ok("export", "claims", "--article", "bri"))} == {"bridge"}
    late = desk.ok("export", "claims", "--since", TIMES[1], "--article", "ferry")
    assert {row["revision"] for row in table(late)} == {"2", "3"}
    assert table(desk.ok("export", "--since", "2030-01-01")) == []


def test_a_revision_that_is_no_text_is_told_and_passed_over(room: Newsroom) -> None:
    """One bad file does not stop the table of an archive."""
    room.publish("court.txt", b"\0\1\2")
    room.publish("court.txt", "The court ruled on 3 June that 50 houses may be built.\n")
    result = Desk(room.top).run("export", "--article", "court.txt")
    assert result.exit_code == 0
    assert "court.txt@2 is left out" in result.stderr
    [row] = table(result.stdout)
    assert (row["old_revision"], row["new_revision"], row["old_value"], row["new_value"]) == ("1", "3", "40", "50")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("export --article fery", "ferry"),
        ("export --since noon", "noon"),
        ("export rumours", "rumours"),
        ("export --format xlsx", "xlsx"),
        ("export -o nowhere/a.csv", "nowhere/a.csv: cannot write"),
    ],
)
def test_what_cannot_be_done_is_said(args: str, said: str, desk: Desk) -> None:
    """One line, nothing printed, nothing half-written."""
    assert said in desk.fails(*args.split())


def test_a_reader_that_leaves_early_is_no_error(desk: Desk) -> None:
    """`revtrack export | head -1` is quiet."""
    desk.write("long.txt", FIRST + "It cost $5. " * 4_000)
    desk.ok("add", "long.txt")
    line = f'"{sys.executable}" -m revtrack export claims | head -1'
    ran = subprocess.run(["sh", "-c", line], cwd=desk.folder, capture_output=True, text=True)
    assert (ran.stderr, ran.stdout.count("\n")) == ("", 1)
