"""The other copy that a store was last brought together with, and whether both have grown since."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack.errors import InputError, StoreError
from revtrack.index.commit_manifest import BRANCH

if TYPE_CHECKING:
    from revtrack.git import Repository
    from revtrack.store.remote import Remote
    from revtrack.store.revisions import Store

_REMEMBERED = "remote"  # a file of the store, with an address
_SEEN = "refs/remotes/sync/revisions"  # the last commit that both had
_BRANCH = BRANCH.removeprefix("refs/heads/")


def known_remote(store: Path) -> str:
    """The address of the other copy; raises InputError where none is known."""
    try:
        address = (store / _REMEMBERED).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        address = ""
    if not address:
        raise InputError(f"{store}: no other copy is known yet: name one, such as `revtrack sync /backup/news`")
    return address


def remember(repository: Repository, other: Remote, tip: str) -> None:
    """Note the other copy, without a password, and the commit that both end with."""
    path = repository.path / _REMEMBERED
    made = path.with_suffix(".new")
    try:
        made.write_text(f"{other.shown}\n", encoding="utf-8")
        made.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}: check its permissions") from None
    if tip:
        repository.run("update-ref", _SEEN, tip)


def warning(store: Store) -> str:
    """What to say where the store and a copy that it knows have both grown; empty where they have not.

    Without a known copy it costs a look at one folder. A copy in a folder is looked at as it is now.
    """
    folder = store.path / "refs" / "remotes"
    found = sorted(folder.glob(f"*/{_BRANCH}")) if os.path.isdir(folder) else []
    tip = store.tip() if found else ""
    for path in found:
        name, seen = path.parent.name, _read(path)
        now = seen
        if path == store.path / _SEEN:
            name, now = _as_it_is(store.path, seen)
        # A copy that has what is not here yet may be ahead of this one, if this one has not grown since.
        if tip not in (now, seen) and not _is_ancestor(store, now, tip) and not _is_ancestor(store, tip, now):
            return f"{store.path}: this archive and its copy {name} have both grown: run `revtrack sync`"
    return ""


def _as_it_is(store: Path, seen: str) -> tuple[str, str]:
    """The name of the remembered copy, and the last commit there where it is a folder, else the last one seen."""
    try:
        address = known_remote(store)
    except InputError:
        return "sync", seen
    inner = Path(address, ".revtrack")
    return address, _read((inner if inner.is_dir() else Path(address)) / BRANCH) or seen


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def _is_ancestor(store: Store, one: str, other: str) -> bool:
    """Whether a commit leads to another; one that is not here leads nowhere."""
    return store.repository.run("merge-base", one, other, accept=(0, 1, 128)).decode().strip() == one
