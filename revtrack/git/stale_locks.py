"""Lock files of Git's that a killed writer of ours left behind, told from those of another program.

`git update-ref` locks the branch and then HEAD for a moment. Only the holder of the store's own lock asks here, so no
writer of revtrack's lives; what another program locked is not touched. A lock of the branch is ours if it names the
commit that the writer noted; an empty one if it was made after the note was left and nobody has filled it for so long:
Git writes the id as soon as it holds the lock.
"""

from __future__ import annotations

import time
from pathlib import Path

from revtrack.git import Repository
from revtrack.git.lock import HeldLock

EMPTY_FOR = 2.0  # seconds after which nobody will fill an empty lock any more
_PAUSE = 0.02


def clear(repository: Repository, branch: str, held: HeldLock) -> None:
    """Remove the locks that a writer of ours left who was stopped, if one was; waits for what may still be filled."""
    note = held.read_note()
    if not note:
        return
    for name in (branch, "HEAD"):
        path = repository.path / f"{name}.lock"
        while _is_young(path, held.note_time()):
            time.sleep(_PAUSE)
        if _is_ours(path, note, held.note_time()):
            path.unlink(missing_ok=True)
    held.clear_note()


def age(repository: Repository, branch: str) -> float:
    """How many seconds the oldest lock of a branch has been there, 0 where there is none."""
    made = [_found(repository.path / f"{name}.lock")[1] for name in (branch, "HEAD")]
    return max((time.time() - one for one in made if one), default=0.0)


def _is_ours(path: Path, note: bytes, begun: float) -> bool:
    content, made = _found(path)
    return content == note or (content == b"" and begun <= made)


def _is_young(path: Path, begun: float) -> bool:
    """Whether a lock is empty that may be ours, or that of a program which has just made it."""
    content, made = _found(path)
    return content == b"" and begun <= made and time.time() - EMPTY_FOR < made <= time.time()


def _found(path: Path) -> tuple[bytes | None, float]:
    """What a lock holds and when it was made, None where there is none."""
    try:
        return path.read_bytes().strip(), path.stat().st_mtime
    except OSError:
        return None, 0.0
