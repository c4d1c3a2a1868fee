"""One revision, one commit, written by `git fast-import`: one after another, or many in one stream.

commit refs/revtrack/incoming
author Ann Editor <ann@news.example> 1730387040 +0000
committer revtrack <> 1730387422 +0000
data 213
Corrects the toll ...
from 9fceb02d0ae598e95dc970b74767f19372d61af8
M 100644 inline 2024/10/31/storm-ulla.txt
data 4211
...
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import IO

from revtrack import git
from revtrack.articles import times
from revtrack.errors import StoreError
from revtrack.git import BusyError, Repository, commit_log
from revtrack.git.lock import HeldLock
from revtrack.index import commit_manifest
from revtrack.index.commit_manifest import Draft
from revtrack.store import upkeep

# What is said to be added is on the disk, and the branch that names it.
SAFE, FAST = "core.fsync=committed,loose-object,reference", "core.fsync=none"
# A single text lies there as loose objects: a pack for each would slow every reader. A stream is one pack.
_LOOSE, _PACKED = "fastimport.unpackLimit=100", "fastimport.unpackLimit=1"
_IMPORT = ("fast-import", "--quiet", "--date-format=raw", "--done")
# Fast-import writes the objects alone. Whether a branch may move it asks of the whole history, unless the clock went
# on with every commit; `update-ref` asks what the branch names now.
_NOWHERE = "refs/revtrack/incoming"
_PIPE = 1 << 16  # bytes
_END = f"reset {_NOWHERE}\n\ndone\n".encode()


def of(repository: Repository, draft: Draft, like: str) -> commit_log.Commit:
    """The commit that a draft will be, but for its own id; the text's id is of the kind of `like`."""
    author, email = person(repository, draft.by)
    # Git knows no time before 1970; the trailer keeps it.
    authored, added = max(0, times.to_seconds(draft.published)), max(0, times.to_seconds(draft.added))
    file = commit_log.ChangedFile(draft.path, git.blob_id(draft.content, like), True)
    return commit_log.Commit("", author, email, authored, added, commit_manifest.message(draft), (file,))


def write(
    repository: Repository, branch: str, draft: Draft, tip: str, held: HeldLock, durability: str
) -> commit_log.Commit:
    """Put a draft on top of the commit `tip` (empty for the first).

    Raises BusyError if the branch is locked or has moved on, StoreError where Git fails.
    """
    like = tip or repository.empty_id()
    commit = of(repository, draft, like)
    stream = b"".join((*_pieces(commit, draft.content, tip), _END))
    with upkeep.swept(repository.path):
        printed = repository.run(*_IMPORT, given=stream, settings=(durability, _LOOSE), keep=(held.file,))
    commit = commit._replace(id=printed.decode().strip())
    _move(repository, branch, commit.id, tip or like, held, durability)
    return commit


def write_act(
    repository: Repository,
    branch: str,
    message: str,
    by: str,
    now: str,
    tip: str,
    held: HeldLock,
    durability: str,
) -> str:
    """Put a commit that changes no file on top of the commit `tip`; its id. Raises what `write` raises."""
    author, email = person(repository, by)
    seconds = max(0, times.to_seconds(now))
    head = _head(author, email, seconds, seconds, message)
    stream = b"".join((head, f"from {tip}\n".encode(), b"get-mark :1\n", _END))
    return _written(repository, branch, stream, tip, held, durability)


def write_merge(
    repository: Repository,
    branch: str,
    parents: tuple[str, str],
    files: Iterable[tuple[bytes, bytes, bytes]],
    message: str,
    when: int,
    tip: str,
    held: HeldLock,
    durability: str,
) -> str:
    """Put a commit on top of two, one of them the tip; it has the files of the first parent and `files` besides.

    `files` are mode, id and path. All is as given, so that two machines make the same commit.
    """
    first, second = parents
    stream = b"".join(
        (
            _head(commit_manifest.PROGRAM, "", when, when, message),
            f"from {first}\nmerge {second}\n".encode(),
            *(b"M %b %b %b\n" % (mode, id, _quoted(path)) for mode, id, path in files),
            b"get-mark :1\n",
            _END,
        )
    )
    return _written(repository, branch, stream, tip, held, durability)


def move(repository: Repository, branch: str, new: str, tip: str, held: HeldLock, durability: str) -> None:
    """Let the branch name a commit that is on the disk and has the tip below it; raises what `write` raises."""
    _move(repository, branch, new, tip or "0" * len(new), held, durability)


def person(repository: Repository, by: str) -> tuple[str, str]:
    """The name and address that a commit `by` somebody has, by default by the person at this machine."""
    return _person(by) or _configured(repository) or (commit_manifest.PROGRAM, "")


def write_all(
    repository: Repository,
    branch: str,
    texts: Iterable[tuple[commit_log.Commit, bytes]],
    tip: str,
    held: HeldLock,
    durability: str,
    ids: IO[bytes],
) -> str:
    """Put commits with their texts on top of the commit `tip`, all or none, and their ids into a file, one a line.

    Gives the id of the last one, or the tip where there is none; raises what `write` raises.
    """

    def stream() -> Iterator[bytes]:
        below = tip
        for commit, content in texts:
            yield from _pieces(commit, content, below)
            below = ""
        yield _END

    with upkeep.swept(repository.path):
        given = _gathered(stream())
        repository.feed(*_IMPORT, given=given, into=ids, settings=(durability, _PACKED), keep=(held.file,))
    last = _last_line(ids)
    if last:
        _move(repository, branch, last, tip or "0" * len(last), held, durability)
    return last or tip


def _written(repository: Repository, branch: str, stream: bytes, tip: str, held: HeldLock, durability: str) -> str:
    """Make the commit that a stream tells, and let the branch name it; its id."""
    with upkeep.swept(repository.path):
        printed = repository.run(*_IMPORT, given=stream, settings=(durability, _LOOSE), keep=(held.file,))
    id = printed.decode().strip()
    _move(repository, branch, id, tip, held, durability)
    return id


def _move(repository: Repository, branch: str, new: str, old: str, held: HeldLock, durability: str) -> None:
    """Let the branch name a commit that is on the disk, if it still names the one before."""
    held.write_note(new.encode())
    try:
        repository.run("update-ref", branch, new, old, settings=(durability,), keep=(held.file,))
    except BusyError:
        held.clear_note()
        raise
    except StoreError as error:
        if repository.tip(branch) == old.strip("0"):
            raise
        raise BusyError(f"{repository.path}: was changed by another program in the meantime: add it again") from error
    held.clear_note()


def _last_line(file: IO[bytes]) -> str:
    file.seek(0, os.SEEK_END)
    file.seek(max(0, file.tell() - 100))
    return file.read().decode().rpartition("\n")[0].rpartition("\n")[2]


def _pieces(commit: commit_log.Commit, content: bytes, below: str) -> tuple[bytes, ...]:
    """The lines of a commit for fast-import, which answers with its id."""
    return (
        _head(commit.author, commit.email, commit.authored, commit.committed, commit.message),
        f"from {below}\n".encode() if below else b"",
        f"M 100644 inline {commit.files[0].path}\n".encode(),
        _data(content),
        b"get-mark :1\n",
    )


def _head(author: str, email: str, authored: int, committed: int, message: str) -> bytes:
    """The lines of a commit before those that say what it stands on."""
    return (
        f"commit {_NOWHERE}\nmark :1\nauthor {author} <{email}> {authored} +0000\n"
        f"committer {commit_manifest.PROGRAM} <> {committed} +0000\n"
    ).encode() + _data(message.encode())


def _quoted(path: bytes) -> bytes:
    """A path as fast-import takes any."""
    if path[:1] == b'"' or b"\n" in path:
        return b'"%b"' % path.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return path


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces as large as a pipe takes: each write costs both sides a turn."""
    some: list[bytes] = []
    size = 0
    for piece in pieces:
        some.append(piece)
        size += len(piece)
        if size >= _PIPE:
            yield b"".join(some)
            some, size = [], 0
    yield b"".join(some)


@lru_cache(maxsize=256)
def _person(by: str) -> tuple[str, str] | None:
    """Name and address of `Ann Editor` or `Ann Editor <ann@news.example>`, in characters a commit can hold."""
    written = re.fullmatch(r"([^<>]*)<([^<>]*)>", commit_manifest.line(by))
    name, email = (written[1], written[2]) if written else (by, "")
    name = commit_manifest.line(re.sub("[<>]", " ", name))
    return (name, commit_manifest.line(email)) if name else None


@cache
def _configured(repository: Repository) -> tuple[str, str] | None:
    """The name and address of the person at this machine, as told to Git."""
    printed = repository.run("config", "-z", "--get-regexp", r"^user\.(name|email)$", accept=(0, 1))
    pairs = [field.partition("\n") for field in printed.decode(errors="replace").split("\0")]
    known = {key: value for key, _, value in pairs}
    return _person(f"{known.get('user.name', '')} <{known.get('user.email', '')}>")


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)
