"""Another copy of a store, in a folder or at an address of Git's, which may be hostile.

It is reached from a repository made for the purpose, which has no settings and no hooks; what comes is held there,
checked by Git, and taken into the store only when all of it was looked at. Of a copy in a folder, no hook is run and no
setting heeded that names a program.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from revtrack import git
from revtrack.errors import InputError, StoreError
from revtrack.git import Repository, lock, stale_locks
from revtrack.index.commit_manifest import BRANCH
from revtrack.store.upkeep import QUARANTINE, WRITER_LOCK

_INCOMING = "refs/revtrack/incoming"
_PROTOCOLS = ("file", "git", "http", "https", "ssh")
_HOST = re.compile(r"[\w.@][\w.@-]*:(?!:).+")  # host:path, as ssh has it
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_HEADS = "refs/heads/"
# `true` prints nothing: Git would ask another repository for its branches by a command of that one's choice.
_QUIET = ("core.alternateRefsCommand=true", f"core.hooksPath={os.devnull}", "core.fsmonitor=false", "gc.auto=0")
_FETCH = (*_QUIET, "transfer.fsckObjects=true", "fetch.unpackLimit=1", "http.lowSpeedLimit=1", "http.lowSpeedTime=60")
_PUSH = (*_QUIET, "push.gpgSign=false", "http.lowSpeedLimit=1", "http.lowSpeedTime=60")
_MOVED = re.compile(r"fetch first|non-fast-forward|stale info|lock|failed to update ref|already exists|incorrect old")


class MovedError(StoreError):
    """The other copy got revisions while this one was sent to it."""


@dataclass(frozen=True, slots=True)
class Remote:
    """Where another copy is: `address` is what Git is given, `shown` the same without a password."""

    address: str
    shown: str
    is_folder: bool

    def tip(self, quarantine: Repository) -> str:
        """The last commit there, empty where the copy is empty; raises StoreError."""
        printed = self._run(quarantine, "ls-remote", *self._helper("upload"), "--", self.address, f"{_HEADS}*")
        heads = {name: id for id, _, name in (line.partition("\t") for line in printed.splitlines())}
        found = heads.get(BRANCH, "")
        if heads and not found:
            names = ", ".join(name.removeprefix(_HEADS) for name in list(heads)[:3])
            raise StoreError(
                f"{self.shown}: is not a copy of an archive: has the branches {names}, and not"
                f" {BRANCH.removeprefix(_HEADS)}: name another one, or an empty repository"
            )
        if found and not _ID.fullmatch(found):
            raise StoreError(f"{self.shown}: answers with something that is no commit: check the address")
        return found

    def fetch(self, quarantine: Repository) -> str:
        """Bring in what is there; the last commit. Raises StoreError, also for what Git finds malformed."""
        options = ("--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules", "--quiet")
        asked = (*options, *self._helper("upload"), "--", self.address, f"+{BRANCH}:{_INCOMING}")
        self._run(quarantine, "fetch", *asked, settings=_FETCH)
        found = quarantine.tip(_INCOMING)
        if not found or (quarantine.path / "shallow").exists():  # Git quietly leaves a branch out that begins midway
            raise StoreError(f"{self.shown}: is a shallow clone, which lacks revisions: name a whole one")
        return found

    def push(self, quarantine: Repository, commit: str, patience: float) -> None:
        """Let the copy there end with a commit that stands on its own last one; raises MovedError, StoreError.

        A writer of the copy is waited for as long as `patience`, in seconds.
        """
        options = ("--porcelain", "--no-verify", "--no-follow-tags", "--quiet", *self._helper("receive"))
        asked = (*options, "--", self.address, f"{commit}:{BRANCH}")
        with self._noted(commit, patience) as keep:
            printed = self._run(quarantine, "push", *asked, settings=_PUSH, accept=(0, 1), keep=keep)
        refused = next((line for line in printed.splitlines() if line.startswith("!")), "")
        if refused and _MOVED.search(refused):
            if self.is_folder and stale_locks.age(Repository(Path(self.address)), BRANCH):
                raise MovedError(
                    f"{self.shown}: another program has locked its branch: wait for it; if no git is running there,"
                    f" delete {BRANCH}.lock and HEAD.lock in {self.address}"
                )
            raise MovedError(f"{self.shown}: gets revisions faster than this copy can be sent to it: try again later")
        if refused:
            cause = re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", refused.split("\t")[-1])
            raise StoreError(f"{self.shown}: does not take revisions: {cause}: ask who keeps it")

    @contextmanager
    def _noted(self, commit: str, patience: float) -> Iterator[tuple[int, ...]]:
        """Hold the lock of a copy in a folder, as its own writer does, with a note of the commit it is to get.

        A Git that is killed with us leaves the branch locked there: the note tells the next one whose lock it is.
        """
        path = Path(self.address)
        if not (self.is_folder and (path / "objects").is_dir()):
            yield ()
            return
        with lock.hold(path / WRITER_LOCK, patience) as held:
            stale_locks.clear(Repository(path), BRANCH, held)
            held.write_note(commit.encode())
            yield (held.file,)
            held.clear_note()

    def _helper(self, kind: str) -> list[str]:
        """Git's program at the other end, where this machine runs it: without hooks, and safely on the disk."""
        if not self.is_folder:
            return []
        settings = (*_QUIET, "receive.autogc=false", "core.fsync=committed,loose-object,reference")
        given = " ".join(f"-c {setting}" for setting in settings)
        return [f"--{kind}-pack=git {given} {kind}-pack"]

    def _run(
        self,
        quarantine: Repository,
        *arguments: str,
        settings: tuple[str, ...] = _FETCH,
        accept: tuple[int, ...] = (0,),
        keep: tuple[int, ...] = (),
    ) -> str:
        reached = ":".join(_PROTOCOLS)
        try:
            printed = quarantine.run(*arguments, settings=settings, accept=accept, keep=keep, reaches=reached)
        except StoreError as error:
            raise StoreError(f"{self.shown}: {error}: check the address and your access to it") from None
        return printed.decode(errors="replace")


def named(address: str) -> Remote:
    """The copy in a folder or at an address; raises InputError."""
    parts = urlsplit(address) if "://" in address else None
    if parts and parts.scheme == "file":
        address = url2pathname(parts.path)
    path = Path(os.path.expanduser(address)).absolute()
    if parts and parts.scheme != "file":
        if parts.scheme not in _PROTOCOLS:
            raise InputError(f"{address}: is not reached by {', '.join(_PROTOCOLS[2:])} or a folder's name: name it so")
        host = parts.netloc.rpartition("@")[2]
        user = parts.username or ""
        shown = parts._replace(netloc=f"{user}@{host}" if user else host).geturl()
        return Remote(address, shown, is_folder=False)
    if path.exists():
        store = path / ".revtrack"
        return Remote(str(store if store.is_dir() else path), str(path), is_folder=True)
    if _HOST.fullmatch(address):
        return Remote(address, address, is_folder=False)
    raise InputError(
        f"{address}: no such folder, and no address of Git's: name a store, or make one with `revtrack init`"
    )


@contextmanager
def quarantine(store: Path, tip: str) -> Iterator[Repository]:
    """A repository for what comes in, which knows all that the store has; it goes when this is over."""
    folder = store / QUARANTINE
    shutil.rmtree(folder, ignore_errors=True)  # left by a process that was killed: only one at a time gets here
    made = git.create(folder, "revisions")
    try:
        (folder / "objects" / "info" / "alternates").write_text("../../objects\n", encoding="ascii")
        if tip:
            made.run("update-ref", BRANCH, tip)
        yield made
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def take_over(quarantine: Repository, store: Path) -> None:
    """Move what came in to the objects of the store, where no branch names it yet; raises StoreError."""
    packs = store / "objects" / "pack"
    try:
        packs.mkdir(exist_ok=True)
        # Git looks for the index of a pack: it comes last.
        for file in sorted((quarantine.path / "objects" / "pack").iterdir(), key=lambda one: one.suffix == ".idx"):
            os.replace(file, packs / file.name)
        with suppress(OSError, AttributeError):  # Windows opens no folder
            opened = os.open(packs, os.O_RDONLY | os.O_DIRECTORY)
            os.fsync(opened)
            os.close(opened)
    except OSError as error:
        raise StoreError(f"{packs}: cannot be written: {error.strerror}: check its permissions") from None
