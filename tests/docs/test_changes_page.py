"""docs/changes.md says what the program does: every example is run, every label and grade stands in the table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import revtrack
from revtrack.changes import severity
from revtrack.model import Kind, Label

PAGE = (Path(__file__).parents[2] / "docs" / "changes.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
ROWS = re.findall(r"^\| (\w+) \|(.*)\|(.*)\|(.*)\|$", PAGE, re.MULTILINE)
GRADES = ("high", "medium", "low")
PAIRS = re.findall(r"^\| ([^|]+\.) \| ([^|]+\.) \| ([^|]+) \|$", PAGE, re.MULTILINE)


def lines(example: str, sign: str) -> list[str]:
    return [line[2:] for line in example.splitlines() if line.startswith(f"{sign} ")]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_what_the_program_says(example: str) -> None:
    diff = revtrack.compare("\n".join(lines(example, "-")), "\n".join(lines(example, "+")))
    told = [f"{change.kind} {', '.join(change.labels)} {change.severity}: {change.message}" for change in diff.changes]
    assert told == lines(example, "=")


def test_there_are_examples_with_and_without_changes() -> None:
    assert len(EXAMPLES) > 15
    assert {bool(lines(example, "=")) for example in EXAMPLES} == {True, False}


def test_the_table_is_the_one_the_program_grades_by() -> None:
    told = {
        (kind, label): grade
        for kind, *cells in ROWS
        if kind in get_args(Kind)
        for grade, cell in zip(GRADES, cells, strict=True)
        for label in re.findall(r"`(\w+)`", cell)
    }
    assert {kind for kind, _ in told} == set(get_args(Kind))
    assert {label for _, label in told} == set(get_args(Label))
    assert {key: severity.of(key[0], (key[1],)) for key in told} == told


@pytest.mark.parametrize(("old", "new", "reported"), PAIRS)
def test_a_pair_of_statements_is_reported_as_told(old: str, new: str, reported: str) -> None:
    changes = revtrack.compare(old, new).changes
    told = [f"`{', '.join(change.labels)}` {change.severity}" for change in changes]
    if reported == "`reworded` at most":
        assert set(told) <= {"`reworded` low"}
    else:
        assert told == ([] if reported == "nothing" else [reported])


def test_there_are_twenty_pairs_half_of_them_harmless() -> None:
    harmless = [reported for _, _, reported in PAIRS if reported in ("nothing", "`reworded` at most")]
    assert (len(PAIRS), len(harmless)) == (20, 10)
