"""docs/export.md and docs/batch.md: their column tables are those of the code, and what they show runs."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from revtrack.archive import export_rows
from revtrack.corpus import work
from revtrack.rows import sentence_table as sentences
from revtrack.rows.columns import ColumnType, Table
from revtrack.store import Store

DOCS = Path(__file__).parents[2] / "docs"
EXPORT, BATCH = ((DOCS / name).read_text(encoding="utf-8") for name in ("export.md", "batch.md"))
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", re.MULTILINE)
TOLLS = {
    # Rises after one and three hours, and falls: two rises count.
    "ferry": [("08:00", "12"), ("09:30", "15"), ("11:00", "21"), ("12:00", "20")],
    # A rise within the hour, and one of something else.
    "bridge": [("08:00", "3"), ("08:40", "4")],
    # A third one.
    "fire": [("10:00", "5"), ("12:00", "6")],
}


def told(page: str, heading: str) -> list[tuple[str, ...]]:
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return ROW.findall(section)


def columns(table: Table) -> list[tuple[str, ...]]:
    return [(column.name, column.type, column.about) for column in table.columns]


@pytest.mark.parametrize(
    ("page", "heading", "table"),
    [
        (EXPORT, "`changes`", export_rows.TABLES["changes"]),
        (EXPORT, "`claims`", export_rows.TABLES["claims"]),
        (EXPORT, "`revisions`", export_rows.TABLES["revisions"]),
        (BATCH, "`ops`: matched sentences", sentences.MATCHED),
        (BATCH, "`sentences`: split sentences", sentences.SPLIT),
    ],
)
def test_the_columns_are_those_of_the_table(page: str, heading: str, table: Table) -> None:
    """Name, type and meaning, in their order."""
    assert told(page, heading) == columns(table)


def test_the_columns_that_a_batch_adds_are_told() -> None:
    """The id before the others, the error after them."""
    assert told(BATCH, "Output") == [(one.name, one.type, one.about) for one in (work.ID, work.ERROR)]


def test_every_type_is_explained() -> None:
    """In the table of types."""
    names = re.findall(r"^\| (\w+) \|", EXPORT.partition("## Types")[2].partition("\n## ")[0], re.MULTILINE)
    assert set(names) - {"type"} == set(ColumnType.__args__)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose tolls rise three times after the first hour, exported as the page says."""
    folder = tmp_path_factory.mktemp("archive")
    store = Store.init(folder)
    for article, versions in TOLLS.items():
        for time, toll in versions:
            text = f"{article} on the coast\n\nAt least {toll} people died, police said.\n"
            store.add(text.encode(), article, at=f"2024-10-31T{time}Z", now="2024-11-01T00:00:00Z")
    for line in re.findall(r"^    revtrack (export \w+ -o .*)$", EXPORT, re.MULTILINE):
        subprocess.run([sys.executable, "-m", "revtrack", *line.split()], cwd=folder, check=True)
    return folder


def block(page: str, language: str) -> str:
    [found] = re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return found


def test_the_question_is_answered_in_duckdb(exported: Path) -> None:
    """As it stands on the page."""
    with contextlib.chdir(exported):
        assert duckdb.sql(block(EXPORT, "sql")).fetchall() == [(3, 2)]  # type: ignore[union-attr]


def test_the_question_is_answered_in_pandas(exported: Path) -> None:
    """With the same answer."""
    printed = io.StringIO()
    with contextlib.chdir(exported), contextlib.redirect_stdout(printed):
        exec(block(EXPORT, "python"), {})
    assert printed.getvalue() == "3 2\n"


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_duckdb_and_pandas_read_the_other_formats(suffix: str, exported: Path) -> None:
    """With the same rows as Parquet."""
    import pandas

    name = f"changes.{suffix}"
    subprocess.run([sys.executable, "-m", "revtrack", "export", "-o", name], cwd=exported, check=True)
    readers: dict[str, Any] = {"csv": pandas.read_csv, "jsonl": lambda path: pandas.read_json(path, lines=True)}
    found = readers[suffix](exported / name)
    wanted = pandas.read_parquet(exported / "changes.parquet")
    assert list(found.columns) == list(wanted.columns)
    assert found["new_number"].tolist() == wanted["new_number"].tolist()
    with contextlib.chdir(exported):
        counts = duckdb.sql(f"SELECT count(*), sum(new_number) FROM '{name}'").fetchall()  # type: ignore[union-attr]
    assert counts == [(len(wanted), wanted["new_number"].sum())]


def test_the_shard_function_works_as_the_page_calls_it(tmp_path: Path) -> None:
    """The lines for Spark are run on a frame of pandas, those for Ray by hand."""
    import pandas

    names: dict[str, Any] = {}
    spark, ray = re.findall(r"^```python\n(.*?)^```$", BATCH, re.MULTILINE | re.DOTALL)
    exec(spark.partition("\n# ---")[0], names)
    frame = pandas.DataFrame({"id": ["a", "b"], "old": ["It cost $5.", None], "new": ["It cost $6.", "x"]})
    [made] = names["compared"]([frame])
    assert made["id"].tolist() == ["a", "b"]
    assert made["new_value"].tolist()[0] == "6"
    assert "has no `old`" in made["error"].tolist()[1]
    frame.iloc[:1].to_json(tmp_path / "pairs.jsonl", orient="records", lines=True)
    with contextlib.chdir(tmp_path):
        os.mkdir("out")
        exec(ray.partition("\n# ---")[0], names)
    assert [result.changes for result in names["results"]] == [1]
