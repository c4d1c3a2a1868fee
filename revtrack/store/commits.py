"""One revision, one commit: how it is written by `git fast-import`, and how its message is read again.

The note comes first, then a paragraph of trailers that is always revtrack's own, so that no line of a note
can pass for a fact:

    Corrects the toll

    Article: storm-ulla
    Source: https://news.example/storm-ulla
    Published: 2024-10-31T15:04:00Z
    Captured: 2024-10-31T15:10:22Z
    Content-SHA256: 9f86d0...
    Revtrack-Format: 1
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from revtrack.errors import InputError, StoreError
from revtrack.model import Revision
from revtrack.store import log, times
from revtrack.store.git import Repository

FORMAT = "1"
PROGRAM = "revtrack"  # the committer, and the author where nobody is known

# An added text is on the disk, and the branch that names it, before `add` says so; and it lies there as loose
# objects: a pack for each text would slow every reader.
_SETTINGS = ("core.fsync=committed,loose-object,reference", "fastimport.unpackLimit=100")
_TRAILER = re.compile(r"([A-Za-z0-9-]+): (.*)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A revision to be written; `published` and `added` are normalised times."""

    article: str
    path: str
    content: bytes
    published: str
    added: str
    by: str
    note: str
    source: str


def write(repository: Repository, branch: str, draft: Draft, tip: str) -> log.Commit:
    """Put a draft on top of the commit `tip` (empty for the first); raises StoreError if the branch moved on."""
    author, email = _person(draft.by) or _configured(repository) or (PROGRAM, "")
    # Git knows no time before 1970; the trailer keeps it.
    authored, added = max(0, times.to_seconds(draft.published)), max(0, times.to_seconds(draft.added))
    message = _message(draft)
    stream = b"".join((
        b"feature done\nblob\nmark :1\n", _data(draft.content),
        f"commit {branch}\nmark :2\nauthor {author} <{email}> {authored} +0000\n".encode(),
        f"committer {PROGRAM} <> {added} +0000\n".encode(), _data(message.encode()),
        f"from {tip}\n".encode() if tip else b"",
        f"M 100644 :1 {draft.path}\nget-mark :1\nget-mark :2\ndone\n".encode(),
    ))  # fmt: skip
    try:
        printed = repository.run("fast-import", "--quiet", "--date-format=raw", given=stream, settings=_SETTINGS)
    except StoreError as error:
        if repository.tip(branch) == tip:
            raise
        raise StoreError(f"{repository.path}: was changed by another program meanwhile: add it again") from error
    blob, commit = printed.decode().split()
    return log.Commit(commit, author, email, authored, added, message, (log.File(draft.path, blob, True),))


def revision(commit: log.Commit, file: log.File, words: int, number: int = 0) -> Revision:
    """The revision a commit made of a file; one that other hands made has the commit's time and message."""
    note, trailers = _read(commit.message)
    author = "" if (commit.author, commit.email) == (PROGRAM, "") else commit.author
    published = times.of_seconds(commit.authored)
    with suppress(InputError):  # a trailer mended by hand: the commit's own time stands
        published = times.normalise(trailers.get("Published", published))
    return Revision(
        PurePosixPath(file.path).stem, number, commit.id, file.blob, published, times.of_seconds(commit.committed),
        author, note, trailers.get("Source", ""), words,
    )  # fmt: skip


def _message(draft: Draft) -> str:
    note = log.clean(draft.note.encode("utf-8", "replace")).strip()
    trailers = {
        "Article": draft.article,
        "Source": _line(draft.source),
        "Published": draft.published,
        "Captured": draft.added,
        "Content-SHA256": hashlib.sha256(draft.content).hexdigest(),
        "Revtrack-Format": FORMAT,
    }
    lines = "\n".join(f"{key}: {value}" for key, value in trailers.items() if value)
    return f"{note or _unnoted(draft.article)}\n\n{lines}\n"


def _read(message: str) -> tuple[str, dict[str, str]]:
    """The note and the trailers of a message."""
    note, _, last = message.strip().rpartition("\n\n")
    pairs = [_TRAILER.fullmatch(line) for line in last.split("\n")]
    trailers = {pair[1]: pair[2] for pair in pairs if pair}
    if len(trailers) != len(pairs) or "Revtrack-Format" not in trailers:
        return message.strip(), {}
    return ("" if note == _unnoted(trailers.get("Article", "")) else note), trailers


def _unnoted(article: str) -> str:
    return f"Add revision of {article}"


def _person(by: str) -> tuple[str, str] | None:
    """Name and address of `Ann Editor` or `Ann Editor <ann@news.example>`, in characters a commit can hold."""
    written = re.fullmatch(r"([^<>]*)<([^<>]*)>", _line(by))
    name, email = (written[1], written[2]) if written else (by, "")
    name = _line(re.sub("[<>]", " ", name))
    return (name, _line(email)) if name else None


@cache
def _configured(repository: Repository) -> tuple[str, str] | None:
    """The name and address of the person at this machine, as told to Git."""
    printed = repository.run("config", "-z", "--get-regexp", r"^user\.(name|email)$", accept=(0, 1))
    pairs = [field.partition("\n") for field in printed.decode(errors="replace").split("\0")]
    known = {key: value for key, _, value in pairs}
    return _person(f"{known.get('user.name', '')} <{known.get('user.email', '')}>")


def _line(text: str) -> str:
    return " ".join(log.clean(text.encode("utf-8", "replace")).split())


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)
