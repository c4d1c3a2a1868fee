"""Other people's Git repositories: the versions of their files, oldest first, as a stream.

A file goes on through renames, and is known by the first path it had, which no later commit can change:

    news/ferry.md   ->   sport/ferry.md   ->   archive/2024/ferry.md      all of it is `news/ferry.md`

A file that was deleted and comes again at its path goes on, too. One that begins at a path whose first file has moved
on is another: it gets the commit that made it beside its path. Nothing of the repository is run, nothing is fetched,
and what is kept in memory is one path a file.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from revtrack import git
from revtrack.articles import plain_text
from revtrack.articles.paths import ArticleFiles
from revtrack.errors import StoreError
from revtrack.git import commit_log
from revtrack.index.commit_manifest import BRANCH

PAGES = (".html", ".htm", ".xhtml")
# All branches that were merged count, also those whose text did not stand; a merge counts only where it differs from
# all that was merged. A swap of two names is two renames (-B).
_ORDER = ("--reverse", "--topo-order", "--full-history")
_RENAMES = ("-B", "-M", "-l2000")
FileLife = tuple[commit_log.Commit, commit_log.ChangedFile, str]
_SUFFIX = re.compile(r"\.\w{1,10}")


@dataclass(frozen=True, slots=True)
class HistoricText:
    """What a commit made of a file; `first` is the path the file began at, `content` is None where it is missing."""

    commit: commit_log.Commit
    path: str
    first: str
    content: bytes | None


def opened(folder: Path) -> git.Repository:
    """The repository in a folder; raises StoreError where there is none, or a store of revtrack's."""
    folder = folder.absolute()
    if _is_bare(folder) and (folder / "HEAD").read_bytes().strip() == f"ref: {BRANCH}".encode():
        raise StoreError(f"{folder}: is a revtrack store already: clone or copy it")
    if not is_repository(folder):
        raise StoreError(f"{folder}: is not a Git repository: name the folder that holds .git, or a bare one")
    return git.Repository(folder, bare=False)  # so that Git asks who owns it


def is_repository(folder: Path) -> bool:
    """Whether a folder looks like one."""
    return os.path.exists(folder / ".git") or _is_bare(folder)


def _is_bare(folder: Path) -> bool:
    return os.path.isfile(folder / "HEAD") and os.path.isdir(folder / "objects")


def articles_of(
    repository: git.Repository, files: ArticleFiles, pathspecs: Sequence[str] = ()
) -> Iterator[HistoricText]:
    """The versions of all articles on HEAD: the files that are articles, or what the pathspecs name.

    Raises StoreError.
    """
    if not repository.tip("HEAD"):
        return
    paths = tuple(pathspecs) or tuple(f":(icase)*{ending}" for ending in files.endings())
    named = _suffixes(pathspecs)

    def fits(path: str) -> bool:
        return PurePosixPath(path).suffix.lower() in named if pathspecs else files.matches(path)

    yield from _read(repository, _lives(commit_log.read(repository, "HEAD", *_ORDER, *_RENAMES, paths=paths), fits))


def files_of(repository: git.Repository) -> Iterator[HistoricText]:
    """The versions of every file on HEAD, each path a file of its own; raises StoreError."""
    if not repository.tip("HEAD"):
        return
    found = commit_log.read(repository, "HEAD", *_ORDER, "--no-renames")
    yield from _read(repository, ((commit, file, file.path) for commit in found for file in commit.files))


def file_of(repository: git.Repository, path: str) -> bytes | None:
    """The content of a file on HEAD, None if there is no such file; raises StoreError."""
    return next(repository.contents([f"HEAD:{path}"], plain_text.MAX_BYTES + 1))


def _suffixes(pathspecs: Sequence[str]) -> tuple[str, ...]:
    """The suffixes of articles: text and pages, and those that a pathspec names itself (`*.rst`)."""
    own = (_SUFFIX.search(PurePosixPath(spec).name[-11:]) for spec in pathspecs)
    return (*ArticleFiles().endings(), *PAGES, *(found[0].lower() for found in own if found))


def _lives(commits: Iterable[commit_log.Commit], fits: Callable[[str], bool]) -> Iterator[FileLife]:
    """Each new text of a file with the path the file began at; commits come oldest first."""
    begun: dict[str, str] = {}  # by the name of the file, as of the commit reached, and by the names it had
    moved: set[str] = set()  # names whose file has gone on under another
    for commit in commits:
        before = {file.origin: begun.setdefault(file.origin, file.origin) for file in commit.files if file.origin}
        for file in commit.files:
            if file.origin:
                begun[file.path] = before[file.origin]
            elif file.path not in begun:
                begun[file.path] = file.path
            elif file.path in before or (file.is_new_file and file.path in moved):
                begun[file.path] = f"{file.path}@{commit.id[:12]}"
        moved |= set(before)
        moved -= {file.path for file in commit.files if file.origin or file.is_new_file or file.path in before}
        for file in commit.files:
            if file.is_new_text and fits(file.path):
                yield commit, file, begun[file.path]


def _read(repository: git.Repository, lives: Iterable[FileLife]) -> Iterator[HistoricText]:
    """The versions with their texts, which one process reads."""
    asked: deque[FileLife] = deque()

    def names() -> Iterator[str]:
        for life in lives:
            asked.append(life)
            yield life[1].blob

    for content in repository.contents(names(), plain_text.MAX_FILE + 1, ahead=git.AHEAD):
        commit, file, first = asked.popleft()
        yield HistoricText(commit, file.path, first, content)
