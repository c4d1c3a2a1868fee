"""The cases of tests/cases: first what is not a change, then what is, with its label, severity and message."""

from __future__ import annotations

import pytest

from tests import cases
from tests.cases import Case
from tests.changes.newsroom import compared

NAMES = sorted(path.stem for path in cases.FOLDER.glob("*.md"))
CASES = [pytest.param(case, id=f"{name}: {case}") for name in NAMES for case in cases.read(name)]


@pytest.mark.parametrize("case", CASES)
def test_an_editor_is_told_this_and_nothing_else(case: Case) -> None:
    assert shown(case.old, case.new, case.kind, case.expected) == list(case.expected)
    if case.mirrored or not case.expected:
        assert shown(case.new, case.old, case.kind, case.mirrored) == list(case.mirrored)


def shown(old: str, new: str, kind: str | None, expected: tuple[str, ...]) -> list[str]:
    """Kind, labels and severity of every change; its message where the case writes one."""
    lines = []
    for number, change in enumerate(compared(old, new, kind)):
        line = f"{change.kind}/{','.join(change.labels)} {change.severity}"
        told = number < len(expected) and ": " in expected[number]
        lines.append(f"{line}: {change.message}" if told else line)
    return lines


@pytest.mark.parametrize("name", NAMES)
def test_no_case_is_overlooked(name: str) -> None:
    """Each block of a file is a case with both versions."""
    text = (cases.FOLDER / f"{name}.md").read_text(encoding="utf-8")
    found = cases.read(name)
    assert text.count("```") == 2 * len(found) > 0
    assert all(case.title and case.old and case.new for case in found)
