"""An anchor: what an archive was at a time, on a page that is kept elsewhere, printed or signed.

    revtrack anchor 1
    tip: 3420591b250a67b99ace62a4eb2444e9eb792cee
    revisions: 1042
    time: 2024-11-05T12:00:00Z
    digest: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

The tip is a commit, and stands for all that leads to it. The digest is a SHA-256 over every commit and the SHA-256 of
its text, for what the SHA-1 of Git alone does not prove. An archive that only grew contains every anchor of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from revtrack.errors import InputError
from revtrack.git import Repository, commit_log
from revtrack.index import commit_manifest
from revtrack.index.rows import is_article, is_same_again
from revtrack.model.anchor import Anchor
from revtrack.model.archive_answers import Problem

_NAMED = 10  # revisions that are missing
_HEAD = "revtrack anchor 1"
_FIELD = re.compile(r"^[^\w\n]*(tip|revisions|time|digest)\s*:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_SHAPES = {
    "tip": re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}"),
    "revisions": re.compile(r"[0-9]{1,12}"),
    "time": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}t[0-9]{2}:[0-9]{2}:[0-9]{2}z"),
    "digest": re.compile(r"[0-9a-f]{64}"),
}


def of(repository: Repository, tip: str, now: str) -> Anchor:
    """The anchor of what leads to a commit."""
    revisions, digest = _counted(commit_log.read(repository, tip, "--topo-order", "--no-renames"))
    return Anchor(tip, revisions, now, digest)


def text(anchor: Anchor) -> str:
    """An anchor as it is written, and as it may be typed in again from paper."""
    lines = (f"tip: {anchor.tip}", f"revisions: {anchor.revisions}", f"time: {anchor.time}", f"digest: {anchor.digest}")
    return "\n".join((_HEAD, *lines)) + "\n"


def read(written: str, name: str) -> Anchor:
    """An anchor out of a file, whatever signature or words are around it; raises InputError."""
    found: dict[str, str] = {}
    for field, value in _FIELD.findall(written):
        found.setdefault(field.lower(), "".join(value.split()).replace(",", "").lower())
    bad = next((field for field, shape in _SHAPES.items() if not shape.fullmatch(found.get(field, ""))), None)
    if bad:
        raise InputError(
            f"{name}: is not an anchor: its line `{bad}: ...` is missing or not as it was written: check it"
        )
    return Anchor(found["tip"], int(found["revisions"]), found["time"].upper(), found["digest"])


def problems(repository: Repository, tip: str, anchor: Anchor) -> Iterator[Problem]:
    """What of an anchor the archive that ends with a commit does not contain."""
    when = f"the anchor of {anchor.time}"
    if not tip or repository.run("merge-base", anchor.tip, tip, accept=(0, 1, 128)).decode().strip() != anchor.tip:
        missing = list(_missing(repository, tip, anchor.tip))
        yield Problem(
            f"{when} names a commit that is not in the archive any more: it had {anchor.revisions:,} revisions then"
            + ("" if missing else ", and which of them are gone cannot be told here: compare it with a backup"),
            commit=anchor.tip,
        )
        yield from islice(missing, _NAMED)
        if len(missing) > _NAMED:
            yield Problem(f"and {len(missing) - _NAMED:,} more of {when} are gone")
        return
    found = of(repository, anchor.tip, anchor.time)
    if found.revisions != anchor.revisions:
        yield Problem(f"{when} counts {anchor.revisions:,} revisions, the archive has {found.revisions:,} of that time")
    elif found.digest != anchor.digest:
        yield Problem(f"{when} has another digest than the texts of that time: {found.digest}")


def _counted(commits: Iterable[commit_log.Commit]) -> tuple[int, str]:
    """How many revisions commits are, and the digest of all, whatever their order."""
    revisions, lines = 0, []
    for commit in commits:
        revisions += sum(map(is_article, commit.files)) or int(is_same_again(commit))
        told = commit_manifest.read(commit.message)[1]
        files = " ".join(file.blob for file in commit.files)
        lines.append(f"{commit.id} {told.get('Content-SHA256', '-')} {files}\n")
    return revisions, hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


def _missing(repository: Repository, tip: str, anchored: str) -> Iterator[Problem]:
    """The revisions that led to a commit and not to the tip, where Git still has them."""
    if not repository.run("rev-parse", "-q", "--verify", f"{anchored}^{{commit}}", accept=(0, 1, 128)).strip():
        return
    for commit in commit_log.read(
        repository, f"{tip}..{anchored}" if tip else anchored, "--topo-order", "--no-renames"
    ):
        for file in filter(is_article, commit.files):
            one = commit_manifest.revision(commit, file, 0)
            yield Problem(f"its revision of {one.time} is gone from the archive", one.article, one.commit)
