"""The work tree that a folder lies in.

Nearly always it is the folder around the nearest `.git`, and a look at a few files tells. GitPython finds the others
(submodules, linked work trees, settings that name another one); loading it takes longer than the rest of `check`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from revtrack import git

# Settings that may name another work tree, or another file of settings.
_OTHER_TREE = re.compile(rb"worktree|include|bare(?!\s*=\s*false)")
_HEADS = (b"ref: refs/", *(b"%x" % digit for digit in range(16)))


def top(start: Path) -> Path | None:
    """The top of the work tree around a folder, None where there is none; raises StoreError without Git."""
    nearest = next((folder for folder in (start, *start.parents) if os.path.lexists(folder / ".git")), None)
    if nearest is None:
        return None
    git.require()  # GitPython fails at its import where there is no git
    return nearest if _is_plain(nearest / ".git") else _found_by_gitpython(start)


def _is_plain(folder: Path) -> bool:
    """Whether this is surely the folder of a repository whose work tree lies around it."""
    try:
        settings = (folder / "config").read_bytes().lower()
        head = (folder / "HEAD").read_bytes()
    except OSError:
        return False
    is_whole = all((folder / part).is_dir() and not (folder / part).is_symlink() for part in ("objects", "refs"))
    return is_whole and head.startswith(_HEADS) and not _OTHER_TREE.search(settings)


def _found_by_gitpython(start: Path) -> Path | None:
    from git import InvalidGitRepositoryError, NoSuchPathError, Repo

    try:
        with Repo(start, search_parent_directories=True, expand_vars=False) as found:
            tree = found.working_tree_dir
    except (InvalidGitRepositoryError, NoSuchPathError):
        return None
    return Path(tree) if tree else None
