"""Over all fixtures and seeds: whatever is found is in the text, and marks and notices can settle it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import revtrack
from revtrack.gate import formulas, review, rewordings
from revtrack.gate.house import WAYS, Policy
from revtrack.model import Diff
from revtrack.report import notice_draft

ROOT = Path(__file__).parents[2]
POLICY = Policy((), WAYS)
FOLDERS = [
    folder
    for top in ("fixtures", "seeds")
    for folder in sorted((ROOT / top).iterdir())
    if (folder / "expected.json").exists()
]
VERSIONS = [sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md")) for folder in FOLDERS]
PAIRS = [pair for versions in VERSIONS for pair in pairwise(versions)]
IDS = [f"{old.parent.name}-{old.stem}-{new.stem}" for old, new in PAIRS]


@cache
def compared(old: Path, new: Path) -> Diff:
    return revtrack.compare(*(path.read_bytes().decode("utf-8-sig") for path in (old, new)))


@pytest.mark.parametrize(("old", "new"), PAIRS, ids=IDS)
def test_findings_stand_in_the_text(old: Path, new: Path) -> None:
    """Line and column point at words of the new version; every change has a finding of its own, or is counted."""
    diff = compared(old, new)
    found = review.findings(diff, new.name, POLICY)
    lines = diff.after.text.replace("\r\n", "\n").split("\n")
    for finding in found:
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
        assert (finding.line, finding.column) <= finding.end
        assert "\n" not in finding.message
    reworded = rewordings.of(diff, new.name, POLICY)
    counted = reworded.reworded + reworded.added + reworded.removed if reworded else 0
    assert len([one for one in found if one.code[0] not in "KH"]) + counted == len(diff.changes)


@pytest.mark.parametrize(("old", "new"), PAIRS, ids=IDS)
def test_an_edit_of_the_same_text_finds_nothing(old: Path, new: Path) -> None:
    """Either way round."""
    for path in (old, new):
        assert review.findings(compared(path, path), path.name, POLICY) == []


@pytest.mark.parametrize(("old", "new"), PAIRS, ids=IDS)
def test_a_drafted_notice_settles_most_of_an_edit(old: Path, new: Path) -> None:
    """What it leaves open is what is new, and nothing that was put right in figures or dates."""
    diff = compared(old, new)
    drafted = notice_draft.text(diff, notice_draft.Formula(**formulas.formula("plain", {})), "2024-05-03")
    if not drafted:
        return
    owned = revtrack.compare(diff.before.text, f"{diff.after.text}\n\n{drafted}\n")
    left = [one for one in review.findings(owned, new.name, POLICY) if not one.settled]
    assert [one.message for one in left if one.code in ("F101", "F104", "F105", "D101", "K102", "K104")] == []
