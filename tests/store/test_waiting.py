"""Locks that are not waited for: whoever has them since longer than anybody would wait is not about to end."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from revtrack.errors import StoreError
from revtrack.git import lock
from revtrack.store import Store

NOW = "2024-11-05T12:00:00Z"


def aged(path: Path, seconds: float = 3600) -> None:
    os.utime(path, (time.time() - seconds,) * 2)


def test_a_lock_that_was_taken_just_now_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long ago it was taken the time before."""
    monkeypatch.setattr(lock, "GRACE", 0.05)
    path = tmp_path / "lock"
    path.touch()
    aged(path)
    begun = time.monotonic()
    with lock.hold(path, 9), pytest.raises(StoreError, match="held this lock for"), lock.hold(path, 0.3):
        pass
    assert time.monotonic() - begun >= 0.3


def test_an_old_lock_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how long it has been held."""
    monkeypatch.setattr(lock, "GRACE", 0.05)
    path = tmp_path / "lock"
    with lock.hold(path, 9):
        aged(path)
        with pytest.raises(StoreError, match=r"held this lock for 36\d\d s"), lock.hold(path, 600):
            pass


def test_a_lock_of_another_git_that_is_old_is_named_at_once(store: Store) -> None:
    """It stays: its owner may live."""
    store.add(b"One.\n", "storm", now=NOW)
    branch = store.path / "refs/heads/revisions.lock"
    branch.write_text("b" * 40 + "\n")
    aged(branch)
    assert store.patience > 20
    with pytest.raises(StoreError, match=r"revisions\.lock: another program holds this lock"):
        store.add(b"Two.\n", "storm", now=NOW)
    assert branch.exists()
