"""The two places that commands are tried in."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsdesk import FIRST, SECOND, THIRD, TIMES, Desk


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder without a store, and three drafts in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("REVTRACK_STORE", "REVTRACK_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    desk = Desk(tmp_path)
    for name, text in zip(("first.txt", "second.txt", "third.txt"), (FIRST, SECOND, THIRD), strict=True):
        desk.write(name, text)
    return desk


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """The same folder with a store, in which `ferry` has three revisions."""
    empty.ok("init")
    for name, time in zip(("first.txt", "second.txt", "third.txt"), TIMES, strict=True):
        empty.ok("add", name, "--as", "ferry", "--at", time, "--by", "A. Editor", "-m", f"From {name}")
    return empty
