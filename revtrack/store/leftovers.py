"""Lock files of Git's that a killed writer of ours left behind, told from those of another program.

`git fast-import` locks the branch and then HEAD for a moment. Only the holder of the store's own lock asks here,
so no writer of revtrack's lives; what another program locked is not touched. A lock of the branch is ours if the
commit named in it has the message that the writer noted; an empty one if it was made after the note was left and
nobody has filled it for so long: Git writes the id as soon as it holds the lock.
"""

from __future__ import annotations

import time
from pathlib import Path

from revtrack.errors import StoreError
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
        if _is_ours(repository, path, note, held.begun()):
            path.unlink(missing_ok=True)


def _is_ours(repository: Repository, path: Path, note: bytes, begun: float) -> bool:
    try:
        content, made = path.read_bytes().strip(), path.stat().st_mtime
    except OSError:
        return False
    if content:
        return _message(repository, content.decode(errors="replace")) == note
    return begun <= made <= time.time() - EMPTY_FOR


def _message(repository: Repository, commit: str) -> bytes:
    try:
        return repository.run("cat-file", "commit", commit).partition(b"\n\n")[2]
    except StoreError:
        return b""
