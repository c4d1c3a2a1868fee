"""The branch that holds the revisions, and what is said where it was lost.

A store whose branch is gone, or whose branch file a power cut emptied, looks like one to which nothing was added. It is
never read as that: the index remembers the last commit it saw, and so does the error.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from revtrack.errors import StoreError
from revtrack.index.commit_manifest import BRANCH

if TYPE_CHECKING:
    from pathlib import Path

    from revtrack.git import Repository
    from revtrack.index.revision_index import Index


def tip(repository: Repository, index: Index) -> str:
    """The commit of the revision added last, empty where nothing was added; raises StoreError if it was lost."""
    found = repository.tip(BRANCH)
    if not found:
        known, is_damaged = index.last_seen(), os.path.exists(repository.path / BRANCH)
        if known or is_damaged:
            raise StoreError(_lost(repository.path, known, is_damaged))
    return found


def _lost(path: Path, known: str, is_damaged: bool) -> str:
    """What happened, and how the branch is restored; Git cannot overwrite a branch file that it cannot read."""
    from shlex import quote

    what = f"the branch file {BRANCH} is damaged" if is_damaged else f"the branch {BRANCH} is gone"
    git = f"git -C {quote(str(path))}"
    removed = f"rm {quote(str(path / BRANCH))} && " if is_damaged else ""
    if not known:
        return (
            f"{path}: {what}, and so is the index: look for the last commit with `{git} fsck --lost-found`, "
            f"and restore it with `{removed}{git} update-ref {BRANCH} COMMIT`"
        )
    return (
        f"{path}: {what}; the last revision known is commit {known}: restore it with "
        f"`{removed}{git} update-ref {BRANCH} {known}`, then run `revtrack verify`"
    )
