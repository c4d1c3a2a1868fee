"""The shard function: what it writes, and that neither a bad row nor a worker of another edition spoils a table."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import revtrack
from revtrack import changes
from revtrack.corpus import shards, work
from revtrack.corpus.pairs import Bad, Pair
from revtrack.corpus.work import Options, Watch
from revtrack.errors import InputError
from revtrack.rows.columns import Versions
from tests.corpus.corpora import OPTIONS, jsonl, pairs, read, text, versions


def compared(
    tmp_path: Path, rows: list[Any], options: Options = OPTIONS, watch: Watch | None = None
) -> work.ShardResult:
    [shard] = shards.of(jsonl(tmp_path / "corpus", rows), 99).shards
    return work.run(shard, str(tmp_path), options, watch)


def test_changes_are_those_of_compare(tmp_path: Path) -> None:
    """Each with its id, and no error."""
    result = compared(tmp_path, pairs(3), Options())
    assert (result.number, result.pairs, result.changes, result.errors) == (0, 3, 3, 0)
    assert [file.name for file in result.files] == ["changes-00000.parquet"]
    told = [
        (str(row["id"]), change.message)
        for row in pairs(3)
        for change in revtrack.compare(row["old"], row["new"]).changes
    ]
    assert [(row["id"], row["message"]) for row in read(tmp_path)] == told
    assert {row["error"] for row in read(tmp_path)} == {None}


def test_a_bad_row_is_a_row_with_its_error(tmp_path: Path) -> None:
    """In its place, with what is known of it and nothing else."""
    rows = [pairs(1)[0], {"id": "b", "old": 7, "new": "", "article": "x", "time": "2024-10-31"}, *pairs(3)[2:]]
    result = compared(tmp_path, rows)
    assert (result.pairs, result.changes, result.errors) == (2, 2, 1)
    first, bad, last = read(tmp_path)
    assert (first["id"], last["id"]) == ("0", "2")
    assert {name: cell for name, cell in bad.items() if cell is not None} == {
        "id": "b",
        "error": "line 2: `old` is int, not a string",
    }


def test_a_pair_that_meets_a_bug_is_a_row_with_its_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw costs one row."""
    between = changes.between

    def stumbling(before: Any, after: Any) -> Any:
        if "least 4" in after.text:
            raise ZeroDivisionError("by \ud800")
        return between(before, after)

    monkeypatch.setattr(changes, "between", stumbling)
    result = compared(tmp_path, pairs(3))
    assert (result.pairs, result.errors) == (2, 1)
    assert [row["error"] for row in read(tmp_path)] == [None, "unexpected error: ZeroDivisionError: by ?", None]


def test_a_version_is_told_once(tmp_path: Path) -> None:
    """Of three versions there are two pairs, and three times the claims and sentences."""
    rows = [row | {"time": f"2024-10-{number + 28}"} for number, row in enumerate(versions({"a": 2, "b": 2}))]  # type: ignore[operator]
    compared(tmp_path, [*rows[:2], {"article": "a", "version": 3, "text": text(9)}, *rows[2:]])
    told = [(row["entry_id"], row["version"]) for row in read(tmp_path, "sentences") if row["sent_idx"] == 0]
    assert told == [("a", 1), ("a", 2), ("a", 3), ("b", 1), ("b", 2)]
    figures = [row for row in read(tmp_path, "claims") if row["kind"] == "figure"]
    assert [(row["article"], row["revision"], row["value"]) for row in figures] == [
        ("a", 1, "3"),
        ("a", 2, "4"),
        ("a", 3, "9"),
        ("b", 1, "3"),
        ("b", 2, "4"),
    ]
    dates = [row["resolved"] for row in read(tmp_path, "claims") if row["kind"] == "date"]
    assert dates == ["2024-10-28", "2024-10-28", None, "2024-10-28", "2024-10-28"]


def test_versions_are_compared_as_if_each_pair_stood_alone(tmp_path: Path) -> None:
    """That a version is read once for two pairs changes nothing."""
    rows = versions({"a": 4})
    compared(tmp_path, rows)
    apart = [
        {"id": f"a@{old['version']}-{new['version']}", "old": old["text"], "new": new["text"]}
        for old, new in pairwise(rows)
    ]
    (tmp_path / "apart").mkdir()
    compared(tmp_path / "apart", apart)
    assert [(row["id"], row["message"]) for row in read(tmp_path)] == [
        (row["id"], row["message"]) for row in read(tmp_path / "apart")
    ]


def test_matched_sentences_name_their_entry(tmp_path: Path) -> None:
    """A pair without an article is an entry of its own, with versions 1 and 2."""
    compared(tmp_path, pairs(1))
    assert [(row["entry_id"], row["version_x"], row["version_y"], row["op"]) for row in read(tmp_path, "ops")] == [
        ("0", 1, 2, "equal"),
        ("0", 1, 2, "edit"),
    ]


def test_the_same_shard_is_the_same_bytes(tmp_path: Path) -> None:
    """A shard that is done twice spoils nothing."""
    result = compared(tmp_path, pairs(3))
    before = (tmp_path / "claims-00000.parquet").read_bytes()
    assert compared(tmp_path, pairs(3)) == result
    assert (tmp_path / "claims-00000.parquet").read_bytes() == before
    assert work.sha256(str(tmp_path / "claims-00000.parquet")) == result.files[1].sha256


def test_nothing_is_left_of_a_shard_that_failed(tmp_path: Path) -> None:
    """No table, and no half of one."""
    path = tmp_path / "corpus"
    [shard] = shards.of(jsonl(path, pairs(3)), 99).shards
    jsonl(path, [{**row, "new": "None died."} for row in pairs(3)])
    with pytest.raises(InputError, match="has changed since the batch began"):
        work.run(shard, str(tmp_path), OPTIONS)
    assert [file.name for file in tmp_path.iterdir()] == ["corpus"]


def test_a_worker_of_another_edition_refuses(tmp_path: Path) -> None:
    """Half a corpus by one set of rules and half by another would be neither."""
    with pytest.raises(InputError, match="install the same version"):
        compared(tmp_path, pairs(1), replace(OPTIONS, edition="older"))


def test_rows_that_end_processes_are_not_touched(tmp_path: Path) -> None:
    """They get their error, and the file tells which row came last."""
    result = compared(tmp_path, pairs(3), OPTIONS, Watch(str(tmp_path / "next"), (1,)))
    assert (result.pairs, result.errors) == (2, 1)
    assert [row["error"] for row in read(tmp_path)] == [None, work.DEADLY, None]
    assert int((tmp_path / "next").read_text()) == 2


def test_rows_can_be_made_without_files() -> None:
    """For those who have a cluster of another kind."""
    found = [Pair("a", text(3), text(4), Versions("x", 1, 2)), Bad("b", "no text")]
    made = list(work.rows(found, Options()))  # type: ignore[arg-type]
    assert [(table, row[0], row[-1]) for table, row in made] == [("changes", "a", None), ("changes", "b", "no text")]
    assert json.dumps(made)
