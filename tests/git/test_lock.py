"""One writer at a time, and an end to waiting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from revtrack.errors import StoreError
from revtrack.git import lock
from revtrack.store import Store

HOLDER = """
import sys
from pathlib import Path
from revtrack.git import lock
with lock.hold(Path(sys.argv[1]), 1):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(store: Store) -> subprocess.Popen[bytes]:  # type: ignore[misc]
    command = [sys.executable, "-c", HOLDER, str(store.path / "revtrack.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        yield process
        process.kill()


def test_a_held_lock_is_waited_for_only_so_long(store: Store, holder: subprocess.Popen[bytes]) -> None:
    """The error names the lock; nothing is written; the store can be read meanwhile."""
    hasty = Store(store.path, patience=0.05)
    with pytest.raises(StoreError, match=r"revtrack\.lock: another process"):
        hasty.add(b"One.\n", "storm", now="2024-10-31T10:00:00Z")
    assert hasty.history() == []


def test_a_holder_that_is_killed_leaves_no_lock(store: Store, holder: subprocess.Popen[bytes]) -> None:
    """There is nothing to clean up by hand."""
    holder.kill()
    holder.wait()
    assert Store(store.path).add(b"One.\n", "storm", now="2024-10-31T10:00:00Z").new


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    """Whatever happens inside, the next writer gets in."""
    with pytest.raises(ValueError, match="inside"), lock.hold(tmp_path / "lock", 0):
        raise ValueError("inside")
    with lock.hold(tmp_path / "lock", 0):
        pass


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    """The error names the folder."""
    with pytest.raises(StoreError, match="gone: cannot be written"), lock.hold(tmp_path / "gone" / "lock", 0):
        pass
