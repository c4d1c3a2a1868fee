"""Whether a store still is what was added to it: what is wrong, and where.

Git's own check goes over the objects. Then every revision is read: its bytes against their id and the SHA-256 in its
trailers, its trailers against its commit and its file, its serial number against the commits below it. Then the index
is compared with one built from scratch, and what it recorded with what there is. A commit not by revtrack is reported,
though nothing need be wrong with it: nothing vouches for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from pathlib import PurePosixPath

from revtrack import git
from revtrack.articles import plain_text, times
from revtrack.errors import InputError, StoreError
from revtrack.git import Repository, commit_log
from revtrack.index import commit_manifest
from revtrack.index.commit_manifest import BRANCH, Trailers
from revtrack.index.revision_index import NAME, Index
from revtrack.index.rows import is_article
from revtrack.model import Revision
from revtrack.model.archive_answers import Problem

_BATCH = 100
_NAMED = 10  # commits of those that are gone


def of(repository: Repository, index: Index, tip: str, article: str | None) -> Iterator[Problem]:
    """What is wrong with a store, or with one article of it."""
    if article is None and tip:
        yield from _objects(repository)
    try:
        if tip:
            yield from _history(repository, tip, index.files(tip, article) if article else ())
            yield from _index(repository, index, tip, article)
        yield from _gone(index.missing(tip, article))
    except StoreError as error:
        yield Problem(f"the history cannot be read any further: {error}")


def of_range(repository: Repository, revisions: str) -> Iterator[Problem]:
    """What is wrong with the commits of a range and their texts; serial numbers before it are not known."""
    yield from _history(repository, revisions, (), is_whole=False)


def _objects(repository: Repository) -> Iterator[Problem]:
    """What `git fsck` complains of."""
    for line in repository.complaints("fsck", "--full", "--no-dangling", "--no-progress"):
        if not line.startswith("notice:"):
            yield Problem(f"git fsck: {line}")


def _history(repository: Repository, tip: str, only: Sequence[str], *, is_whole: bool = True) -> Iterator[Problem]:
    """What is wrong with the commits and their texts, from the first on; of some files, or (none named) of all."""
    serials: dict[str, int] = {}
    order = ("--reverse", "--topo-order", "--no-renames")
    found = commit_log.read(repository, tip, *order, paths=tuple(f":(literal){file}" for file in only))
    while batch := list(islice(found, _BATCH)):
        texts = _texts(repository, [file.blob for commit in batch for file in commit.files])
        for commit in batch:
            _, trailers = commit_manifest.read(commit.message)
            if is_whole and not only:
                yield from _serial(commit, trailers, serials)
            files = [(file, text) for file, text in zip(commit.files, texts, strict=False) if is_article(file)]
            yield from _commit(commit, trailers, files)


def _texts(repository: Repository, blobs: list[str]) -> Iterator[bytes | None]:
    """The bytes of each blob, None where they cannot be read."""
    place = 0
    while place < len(blobs):
        try:
            for text in repository.blobs(blobs[place:], plain_text.MAX_FILE + 1):
                place += 1
                yield text
        except StoreError:
            place += 1
            yield None


def _serial(commit: commit_log.Commit, trailers: Trailers, serials: dict[str, int]) -> Iterator[Problem]:
    """Whether a revision counts on from those below it: a gap is one that was taken out."""
    below = max((serials.get(parent, 0) for parent in commit.parents), default=0)
    number = commit_manifest.number(trailers, "Serial")
    serials[commit.id] = max(below, number or 0)
    if number is not None and number > below + 1:
        yield Problem(_gap(below + 1, number - 1), trailers.get("Article", ""), commit.id)
    elif number is not None and number <= below:
        yield Problem(f"its serial number {number} is already taken", trailers.get("Article", ""), commit.id)


def _gap(first: int, last: int) -> str:
    if first == last:
        return f"1 revision that was added before it is missing (serial number {first})"
    count = last - first + 1
    return f"{count:,} revisions that were added before it are missing (serial numbers {first} to {last})"


def _commit(
    commit: commit_log.Commit, trailers: Trailers, files: list[tuple[commit_log.ChangedFile, bytes | None]]
) -> Iterator[Problem]:
    for file, text in files:
        article = PurePosixPath(file.path).stem
        told = [_unread(file)] if text is None else [*_text(file, text, trailers), *_facts(commit, article, trailers)]
        yield from (Problem(what, article, commit.id) for what in told)
        if not trailers:
            yield Problem("was not added by revtrack: there is nothing to check it against", article, commit.id, True)
    if trailers and len(files) > 1:
        yield Problem(f"changes {len(files)} articles at once", trailers.get("Article", ""), commit.id)


def _unread(file: commit_log.ChangedFile) -> str:
    return f"its text {file.blob[:10]} is missing or damaged"


def _text(file: commit_log.ChangedFile, text: bytes, trailers: Trailers) -> Iterator[str]:
    """What is wrong with the bytes of a revision."""
    if len(text) > plain_text.MAX_FILE:
        yield f"its text is larger than {plain_text.MAX_FILE // 1_000_000} MB, which `revtrack add` does not take"
        return
    if git.blob_id(text, file.blob) != file.blob:
        yield f"its bytes do not have the id {file.blob[:10]} under which Git stores them"
    if trailers and commit_manifest.digest(text) != trailers.get("Content-SHA256"):
        yield "its bytes are not those that were added: their SHA-256 differs"
    words = commit_manifest.number(trailers, "Words")
    counted = _words(text)
    if words is not None and counted is not None and words != counted:
        yield f"it has {counted:,} words, its trailers say {words:,}"


def _words(data: bytes) -> int | None:
    """How many words a plain text has; None for a document, which another revtrack may read otherwise."""
    try:
        return len(plain_text.decode(data, "", by_name=False).split())
    except InputError:
        return None


def _facts(commit: commit_log.Commit, article: str, trailers: Trailers) -> Iterator[str]:
    """What is wrong with the trailers of a revision."""
    if not trailers:
        return
    if trailers.get("Article") != article:
        yield f"its trailers say that it is a revision of {trailers.get('Article', 'nothing')}"
    if trailers["Revtrack-Format"] != commit_manifest.FORMAT:
        yield f"it is written in the format {trailers['Revtrack-Format']}, which this revtrack does not know"
    for name, seconds in (("Published", commit.authored), ("Captured", commit.committed)):
        try:
            told = times.to_seconds(times.normalise(trailers.get(name, "")))
        except InputError:
            yield f"its trailer {name} is not a time"
            continue
        if max(0, told) != seconds:  # Git knows no time before 1970
            yield f"its trailer {name} says {trailers[name]}, its commit {times.of_seconds(seconds)}"


def _index(repository: Repository, index: Index, tip: str, article: str | None) -> Iterator[Problem]:
    """Where the index differs from one made anew."""
    anew = Index(repository, BRANCH, anew=True)
    kept, made = ((one.revisions(tip, article) if article else one.history(tip)) for one in (index, anew))
    anew.close()
    for here, there in zip_longest(kept, made):
        if here != there:
            one: Revision = here or there
            yield Problem(f"the index differs from Git from here on: delete {NAME}", one.article, one.commit)
            return


def _gone(known: list[tuple[str, bool]]) -> Iterator[Problem]:
    """What the index knew once and the branch has no longer."""
    lost, rewritten = ([id for id, stands in known if stands is wanted] for wanted in (False, True))
    for ids, done, what in (
        (lost, "the branch was moved back or rewritten", "in the index {} missing from it"),
        (rewritten, "the history was rewritten", "{} in other commits than in the index"),
    ):
        if ids:
            count, are = (f"{len(ids):,} revisions", "are") if len(ids) > 1 else ("1 revision", "is")
            yield Problem(f"{done}: {count} {what.format(are)}: {_ids(ids)}; if that was intended, delete {NAME}")


def _ids(ids: list[str]) -> str:
    """The first commits by name, and how many others there are."""
    others = len(ids) - _NAMED
    return ", ".join(id[:10] for id in ids[:_NAMED]) + (f" and {others:,} more" if others > 0 else "")
