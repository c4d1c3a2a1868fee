"""The ledger is the same whether one process fills it or several, and whatever becomes of these."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import revtrack
from revtrack.archive import ledger_update
from revtrack.archive.archive import Archive
from revtrack.workers import Pool


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of three articles."""
    monkeypatch.setattr(ledger_update, "FEW", 0)
    archive = Archive.create(tmp_path / "store")
    for name, counts in (("ferry", (12, 21, 24)), ("mill", (3, 4)), ("court", (1, 1))):
        for hour, count in enumerate(counts):
            text = f"{name.title()} news\n\nThe {name} held {count} people on day {hour}, the council said.\n"
            archive.add(text.encode(), name, at=f"2024-11-03T0{hour}:00:00Z")
    return tmp_path / "store"


def asked(path: Path, jobs: int) -> dict[str, Any]:
    return revtrack.open(path).search(limit=0, jobs=jobs).to_dict()


def emptied(path: Path) -> None:
    """Without its index a store knows as much, and has read nothing."""
    for index in path.rglob("index*.sqlite*"):
        index.unlink()


def test_several_processes_fill_it_as_one_does(made: Path) -> None:
    one = asked(made, 1)
    assert one["total"] > 3
    emptied(made)
    assert asked(made, 2) == one
    assert asked(made, 2) == one


def test_what_they_read_is_kept(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(made, 2)
    monkeypatch.setattr("revtrack.claims.of", lambda *_, **__: pytest.fail("read again"))
    assert revtrack.open(made).diff("ferry", "1", "2").changes


def test_a_process_that_dies_leaves_its_work_to_this_one(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = asked(made, 1)
    emptied(made)
    submit = Pool.submit
    monkeypatch.setattr(Pool, "submit", lambda pool, *_: submit(pool, os._exit, 9))
    assert asked(made, 2) == one
