"""Upkeep of a store: texts that lie about one by one are packed, and nothing is ever thrown away.

`tidy` packs what was added lately, in seconds, and only when there is enough of it; `gc` packs everything as small as
Git can. Both keep objects that no branch names, so they need not wait for writers, nor writers for them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from revtrack.errors import StoreError
from revtrack.git import Repository, lock

WRITER_LOCK = "revtrack.lock"
LOCK = "revtrack-gc.lock"
SYNC_LOCK = "revtrack-sync.lock"
QUARANTINE = "incoming"  # a folder of the store, there only while something comes in
MOST_LOOSE = 6700  # as many as Git's own gc.auto
_STALE = 24 * 3600  # seconds after which nobody writes on a temporary file any more
_CLOCK = 0.05  # seconds by which the time of a file may be behind the clock
_TEMPORARY = ("objects/pack/tmp_*", "objects/pack/.tmp-*", "objects/??/tmp_obj_*", "fast_import_crash_*")


@dataclass(frozen=True, slots=True)
class Packed:
    """How many bytes of the disk the objects of a store took before and after."""

    before: int
    after: int


def gc(repository: Repository) -> Packed:
    """Pack everything; raises StoreError, also where another process does it already."""
    with lock.hold(repository.path / LOCK, 0):
        before = _size(repository.path)
        repository.run("repack", "-a", "-d", "-f", "-k", "-q")
        _sweep(repository.path)
        with suppress(StoreError), lock.hold(repository.path / SYNC_LOCK, 0):
            import shutil

            shutil.rmtree(repository.path / QUARANTINE, ignore_errors=True)  # left by a sync that was killed
        return Packed(before, _size(repository.path))


def tidy(repository: Repository) -> bool:
    """Pack what was added lately if it is much; whether it was done. What cannot be done now can wait."""
    if not _is_untidy(repository.path):
        return False
    with suppress(StoreError), lock.hold(repository.path / LOCK, 0):
        # Only packs that are small beside the next larger one are joined: most texts are never copied again.
        repository.run("repack", "-d", "-q", "--geometric=2", settings=("core.fsync=committed",))
        return True
    return False


@contextmanager
def swept(path: Path) -> Iterator[None]:
    """Remove what git leaves behind when it fails at writing: on a full disk, each try would take more of it.

    Who writes holds the store's lock, and a push keeps its files elsewhere until it is done; the files of a `git gc`
    begun at the same moment may go with them, which ends it and harms nothing.
    """
    begun = time.time() - _CLOCK
    try:
        yield
    except BaseException:
        _remove(path, lambda made: made >= begun)
        raise


def _is_untidy(path: Path) -> bool:
    """Whether loose objects are many, by one folder of the 256 that they are spread over."""
    try:
        return len(os.listdir(path / "objects" / "17")) > MOST_LOOSE // 256
    except OSError:
        return False


def _sweep(path: Path) -> None:
    """Remove what programs left behind that were stopped long ago."""
    _remove(path, lambda made: made < time.time() - _STALE)


def _remove(path: Path, chosen: Callable[[float], bool]) -> None:
    """Remove the temporary files that were made at a chosen time."""
    for pattern in _TEMPORARY:
        for file in path.glob(pattern):
            with suppress(OSError):
                if chosen(file.stat().st_mtime):
                    file.unlink()


def _size(path: Path) -> int:
    found = (file.stat() for file in (path / "objects").rglob("*") if file.is_file())
    return sum(getattr(one, "st_blocks", 0) * 512 or one.st_size for one in found)
