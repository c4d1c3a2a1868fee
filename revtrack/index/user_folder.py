"""The user's cache folder for revtrack: what lies there can be made again, and is its owner's alone."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

# What a repository or a store has at its top.
_REPOSITORY = (".git", "HEAD")


def place() -> Path | None:
    """Where it is, made or not; None where the system tells of none."""
    # platformdirs knows more systems, and to ask it takes as long as to load click.
    named = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(named) and sys.platform == "win32":
        named = os.environ.get("LOCALAPPDATA", "")
    elif not os.path.isabs(named):
        named = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return Path(named, "revtrack") if os.path.isabs(named) else None


def made(outside: Path | None = None) -> Path | None:
    """It, made where it is missing, for its owner alone; None where it cannot be had, or lies within `outside`.

    Without `outside`, it may lie within no repository at all.
    """
    folder = place()
    if folder is None or _is_within(folder.resolve(), outside and outside.resolve()):
        return None
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid():
            folder.chmod(0o700)
            return folder
    return None


def _is_within(folder: Path, outside: Path | None) -> bool:
    if outside:
        return folder.is_relative_to(outside)
    return any((parent / name).exists() for parent in folder.parents for name in _REPOSITORY)
