"""The user's cache folder for revtrack: what lies there can be made again, and is its owner's alone."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

# What a repository or a store has at its top.
_REPOSITORY = (".git", "HEAD")


def place() -> str:
    """Where it is, made or not; empty where the system tells of none."""
    # platformdirs knows more systems, and to ask it takes as long as to load click.
    named = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(named) and sys.platform == "win32":
        named = os.environ.get("LOCALAPPDATA", "")
    elif not os.path.isabs(named):
        named = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return os.path.join(named, "revtrack") if os.path.isabs(named) else ""


def made(outside: str = "") -> str:
    """It, made where it is missing, for its owner alone; empty where it cannot be had, or lies within `outside`.

    Without `outside`, it may lie within no repository at all.
    """
    folder = place()
    if not folder or _is_within(_real(folder), outside and _real(outside)):
        return ""
    with suppress(OSError):
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if not hasattr(os, "geteuid") or os.stat(folder).st_uid == os.geteuid():
            os.chmod(folder, 0o700)
            return folder
    return ""


def _real(folder: str) -> str:
    return os.path.normcase(os.path.realpath(folder))


def _is_within(folder: str, outside: str) -> bool:
    """Whether a folder is another or lies within it; within any repository where no other is named."""
    above = [folder]
    while (parent := os.path.dirname(above[-1])) != above[-1]:
        above.append(parent)
    if outside:
        return outside in above
    return any(os.path.exists(os.path.join(one, name)) for one in above[1:] for name in _REPOSITORY)
