"""What the message of a commit says of its revision, written and read again.

The note comes first, then a paragraph of trailers that is always revtrack's own, so that no line of a note
can pass for a fact:

    Corrects the toll

    Article: storm-ulla
    Source: https://news.example/storm-ulla
    Published: 2024-10-31T15:04:00Z
    Captured: 2024-10-31T15:10:22Z
    Content-SHA256: 9f86d0...
    Words: 512
    Serial: 1042
    Revtrack-Version: 0.2.0
    Revtrack-Format: 1

A text that `watch` fetched has above these how it was fetched: `Fetched-From`, `Stated` (the time on the page),
`HTTP-Status`, `Body-SHA256` and others.

`Serial` counts the revisions of the store in the order they were added: where one is taken out later, it is missed.

A commit that changes no file records an act on articles in the same way: `Act: undo` takes the revision back that
`Of` names, `Act: rename` and `Act: join` give the article in `Article` the name in `Name`, `Act: capture` says that the
page of the revision in `Of` was saved by others, at the address in `Name`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from revtrack.articles import paths, times
from revtrack.errors import InputError
from revtrack.model import Revision
from revtrack.model.record import Frozen, record
from revtrack.version import VERSION

if TYPE_CHECKING:
    from revtrack.git import commit_log

BRANCH = "refs/heads/revisions"  # of a store
PROGRAM = "revtrack"  # the committer, and the author where nobody is known
FORMAT = "1"
_TRAILER = r"(?m)^([A-Za-z0-9-]+): (.*)$"
_NUMBER = r"[0-9]{1,15}"

Trailers = Mapping[str, str]


@record
class Draft(Frozen):
    """A revision to be written; `published` and `added` are normalised times."""

    article: str
    path: str
    content: bytes
    published: str
    added: str
    by: str
    note: str
    source: str
    words: int
    serial: int
    facts: tuple[tuple[str, str], ...] = ()


def message(draft: Draft) -> str:
    """The note and the trailers of a draft."""
    noted = _clean(draft.note).strip()
    trailers = {
        "Article": draft.article,
        "Source": line(draft.source),
        "Published": draft.published,
        "Captured": draft.added,
        "Content-SHA256": digest(draft.content),
        "Words": str(draft.words),
        "Serial": str(draft.serial),
        "Revtrack-Version": VERSION,
        "Revtrack-Format": FORMAT,
    }
    told = {name: line(value) for name, value in draft.facts}
    lines = "\n".join(f"{key}: {value}" for key, value in (told | trailers).items() if value)
    return f"{noted or _unnoted(draft.article)}\n\n{lines}\n"


def act_message(told: Trailers, note: str, serial: int) -> str:
    """The note and the trailers of an act; `told` are the trailers that are its own."""
    trailers = {**told, "Serial": str(serial), "Revtrack-Version": VERSION, "Revtrack-Format": FORMAT}
    lines = "\n".join(f"{key}: {value}" for key, value in trailers.items() if value)
    return f"{_clean(note).strip() or unnoted_act(told)}\n\n{lines}\n"


def merge_message(parents: Iterable[str], repeats: Iterable[str]) -> str:
    """What is said of two copies of a store made one; the same on any machine, by any version."""
    ids = " ".join(sorted(repeats))
    lines = [f"Merges: {' '.join(parents)}", *([f"Repeats: {ids}"] if ids else []), f"Revtrack-Format: {FORMAT}"]
    return "Merge two copies of the archive\n\n" + "\n".join(lines) + "\n"


@lru_cache(maxsize=1024)
def read(message: str) -> tuple[str, Trailers]:
    """The note and the trailers of a message; no trailers where it is not revtrack's."""
    noted, _, last = message.strip().rpartition("\n\n")
    pairs = re.findall(_TRAILER, last)
    trailers = dict(pairs)
    if len(trailers) != last.count("\n") + 1 or "Revtrack-Format" not in trailers:
        return message.strip(), {}
    return note(noted, trailers.get("Article", "")), trailers


def note(text: str, article: str) -> str:
    """The note that stands before the trailers, empty where it only says what every message does."""
    return "" if text == _unnoted(article) else text


def revision(commit: commit_log.Commit, file: commit_log.ChangedFile, words: int, number: int = 0) -> Revision:
    """The revision a commit made of a file; a commit not written by revtrack gives its own time and message."""
    noted, trailers = read(commit.message)
    return Revision(
        paths.stem(file.path),
        number,
        commit.id,
        file.blob,
        published(trailers.get("Published", ""), commit.authored),
        times.of_seconds(commit.committed),
        person(commit.author, commit.email),
        noted,
        trailers.get("Source", ""),
        words,
    )


def published(trailer: str, authored: int) -> str:
    """When a revision was published, according to its trailer."""
    try:
        return times.normalise(trailer)
    except InputError:  # not written by revtrack, or edited by hand: the time of the commit counts
        return times.of_seconds(authored)


def person(author: str, email: str) -> str:
    """The author of a revision, empty where revtrack stands in for one."""
    return "" if (author, email) == (PROGRAM, "") else author


def number(trailers: Trailers, name: str) -> int | None:
    """A trailer that is a number, None where it is missing or no number."""
    value = trailers.get(name, "")
    return int(value) if re.fullmatch(_NUMBER, value) else None


def digest(content: bytes) -> str:
    """The SHA-256 of a text, as its trailer has it."""
    import hashlib  # loads OpenSSL, which a reader of the store does not need

    return hashlib.sha256(content).hexdigest()


def line(text: str) -> str:
    """Text from outside on one line."""
    return " ".join(_clean(text).split())


def unnoted_act(told: Trailers) -> str:
    """The message of an act for which nobody gave a reason."""
    what = {
        "undo": "Take back a revision of {}",
        "rename": "Rename {} to {}",
        "join": "Join {} to {}",
        "capture": "The page of {} was saved at {}",
    }
    return what.get(told.get("Act", ""), "").format(told.get("Article", ""), told.get("Name", ""))


def _unnoted(article: str) -> str:
    return f"Add revision of {article}"


def _clean(text: str) -> str:
    from revtrack.git import commit_log

    return commit_log.clean(text.encode("utf-8", "replace"))
