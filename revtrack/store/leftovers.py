"""Lock files of Git's that a killed writer of ours left behind, told from those of another program.

`git update-ref` locks the branch and then HEAD for a moment. Only the holder of the store's own lock asks here, so no
writer of revtrack's lives; what another program locked is not touched. A lock of the branch is ours if it names the
commit that the writer noted; an empty one if it was made after the note was left and nobody has filled it for so long:
Git writes the id as soon as it holds the lock.
"""

from __future__ import annotations

import time
from pathlib import Path

from revtrack.store.git import Repository
from revtrack.store.lock import Held

EMPTY_FOR = 2.0  # seconds after which nobody will fill an empty lock any more


def clear(repository: Repository, branch: str, held: Held) -> None:
    """Remove the locks that a writer of ours left who was stopped, if one was."""
    note = held.unfinished()
    if not note:
        return
    for name in (branch, "HEAD"):
        path = repository.path / f"{name}.lock"
        if _is_ours(path, note, held.begun()):
            path.unlink(missing_ok=True)


def _is_ours(path: Path, note: bytes, begun: float) -> bool:
    try:
        content, made = path.read_bytes().strip(), path.stat().st_mtime
    except OSError:
        return False
    return content == note if content else begun <= made <= time.time() - EMPTY_FOR
