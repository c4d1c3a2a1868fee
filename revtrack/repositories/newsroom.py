"""A newsroom's own repository, where articles are files in a work tree: read as it is, never written to.

Which files are articles is for the house rules to say; without any, `.md`, `.markdown` and `.txt` files are, but for
dot-folders, `docs/`, and files such as README. A file's history follows it through renames. `staged` and `worktree` are
revisions too: what `git commit` would take, and what is in the file now.

It is one module because it is one object: the methods of an archive's source, answered by Git.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack import git
from revtrack.articles import lookup, plain_text, times
from revtrack.articles.paths import ArticleFiles
from revtrack.errors import RefusedError, UnknownError
from revtrack.git import commit_log
from revtrack.model import Revision
from revtrack.model.listings import Added, Listing
from revtrack.repositories import work_trees

if TYPE_CHECKING:
    from revtrack.index.database import Ask
    from revtrack.index.user_cache import UserCache

STAGED, WORKTREE = "staged", "worktree"

FileVersion = tuple[commit_log.Commit, commit_log.ChangedFile]
Choose = Callable[["Newsroom"], ArticleFiles]
CountWords = Callable[["Newsroom", str, bytes], int]
"""How many words the text of a blob has, by its id and its bytes."""


def count_plain(_: Newsroom, __: str, data: bytes) -> int:
    """The number of words of a plain text, 0 for what is not one."""
    return plain_text.count_words(data)


class Newsroom:
    """The articles of a work tree and their history; every method raises StoreError where Git fails."""

    def __init__(
        self,
        top: Path,
        start: Path | None = None,
        choose: Choose = lambda _: ArticleFiles(),
        count: CountWords = count_plain,
    ) -> None:
        """Open the work tree at `top`; names of files are also tried from the folder `start`.

        `choose` says which files are articles at present; it is asked when articles are listed or searched for. `count`
        counts the words of what may be a document.
        """
        self.path = top.absolute()
        self._choose, self._count = choose, count
        self._start = (start or top).absolute()
        self._repository = git.Repository(self.path, bare=False)
        self._found: set[str] = set()  # articles that were looked up: Git need not list its files again
        self._heads: dict[str, bytes | None] = {}  # what HEAD has of the article whose revisions were listed last
        self._listed: tuple[str, str, list[Revision]] = ("", "", [])  # that article, HEAD then, and its revisions

    def add(
        self,
        content: bytes,
        article: str,
        *,
        suffix: str = ".txt",
        at: str | None = None,
        by: str = "",
        note: str = "",
        source: str = "",
        words: int | None = None,
        now: str,
        force: bool = False,
    ) -> Added:
        """Refuse: a newsroom's repository is written with git; raises RefusedError."""
        raise RefusedError(
            f"{self.path}: is a Git repository of your own, which revtrack only reads: use `git add` and"
            " `git commit`, or make a store with `revtrack init`"
        )

    def tidy(self) -> bool:
        """A newsroom's repository is looked after by git."""
        return False

    def articles(self) -> list[Listing]:
        """All articles by name."""
        last = {revision.article: revision for revision in self.history()}
        return [Listing(article, last[article].number, last[article]) for article in sorted(last)]

    def revisions(self, article: str) -> list[Revision]:
        """The revisions of an article by author's date, numbered from 1; raises UnknownError."""
        name = article if article in self._found else self.find_article(article)
        found = self._committed(name)
        if not found:
            raise UnknownError(f"{name}: was never committed: commit it, or compare files with `revtrack compare`")
        return found

    def by_article(self) -> Iterator[list[Revision]]:
        """The revisions of one article after another, by name, from one reading of the history."""
        found: dict[str, list[Revision]] = {}
        for revision in self.history():
            found.setdefault(revision.article, []).append(revision)
        yield from (found[article] for article in sorted(found))

    def history(self) -> list[Revision]:
        """The revisions of all articles by author's date."""
        files = self._choose(self)
        names = sorted(filter(files.matches, self._tracked()))
        return self._numbered(self._lives(names, "-M", *(f":(icase)*{ending}" for ending in files.endings())))

    def find_article(self, name: str) -> str:
        """The article a file's name or a unique part of one stands for; raises UnknownError."""
        tracked = self._tracked()
        for folder in (self._start, self.path):
            path = _inside(self.path, folder / name)
            if path in tracked:
                self._found.add(path)
                return path
        found = lookup.article(name, {path: path for path in filter(self._choose(self).matches, tracked)})
        self._found.add(found)
        return found

    def find_revision(self, article: str, operand: str) -> Revision:
        """The revision an operand stands for, `staged` and `worktree` among them; raises UnknownError."""
        if operand in (STAGED, WORKTREE):
            name = article if article in self._found else self.find_article(article)
            return self._uncommitted(name, operand, len(self._committed(name)) + 1)
        return lookup.revision(self.revisions(article), operand)

    def default_pair(self, article: str) -> tuple[Revision, Revision]:
        """HEAD and the work tree where they differ, else the last two revisions; raises UnknownError."""
        revisions = self.revisions(article)
        name = revisions[0].article
        kept = self._heads.get(name)
        blob = git.blob_id(kept, revisions[-1].blob) if kept is not None else ""
        head = next((one for one in reversed(revisions) if one.blob == blob), revisions[-1])
        file = self._file(name)
        if file and _lines(file.read_bytes()) != _lines(self.read(head)):
            return head, self._uncommitted(name, WORKTREE, len(revisions) + 1)
        return lookup.last_two(revisions)

    def read(self, revision: Revision) -> bytes:
        """The bytes of a revision as they were committed, or as they lie in the work tree."""
        [data] = self.read_many([revision])
        return data

    def read_many(self, revisions: Iterable[Revision]) -> Iterator[bytes]:
        """The bytes of several revisions, in their order, from one process."""
        wanted = list(revisions)
        known = {git.blob_id(data, one.blob): data for one in wanted if (data := self._heads.get(one.article))}
        blobs = self._repository.blobs(one.blob for one in wanted if one.commit != WORKTREE and one.blob not in known)
        for one in wanted:
            if one.commit == WORKTREE:
                yield self._here(one.article)[0]
            else:
                yield known[one.blob] if one.blob in known else next(blobs)

    def kept(self, edition: str, key: str) -> bytes | None:
        """What was kept under a key in the user's cache folder, None where nothing is."""
        return self._readings.kept(edition, key)

    def keep(self, edition: str, values: Mapping[str, bytes]) -> None:
        """Keep values in the user's cache folder: nothing is written into a newsroom's repository."""
        self._readings.keep(edition, values)

    @cached_property
    def _readings(self) -> UserCache:
        from revtrack.index.user_cache import UserCache  # the hook, which keeps nothing, needs no SQLite

        return UserCache(self._repository.common_folder(), outside=self.path)

    def cut_off(self) -> frozenset[str]:
        """The commits of a shallow clone before which there are others that are not here."""
        return self._repository.shallow_commits()

    def tables(self) -> Ask:
        """A way to query tables in memory of what is committed now."""
        from revtrack.index.memory import in_memory

        return in_memory(self.history())

    def file(self, name: str) -> bytes | None:
        """The content of a regular file of the work tree by its path from the top, None if there is no such file."""
        path = self._file(name)
        return path.read_bytes() if path else None

    def _tracked(self) -> set[str]:
        """The files Git knows, by their paths from the top."""
        listed = self._repository.run("ls-files", "-z").decode("utf-8", "surrogateescape").split("\0")
        return {path for path in listed if path and commit_log.is_plain(path)}

    def _committed(self, name: str) -> list[Revision]:
        head = self._repository.tip("HEAD")
        if self._listed[:2] != (name, head):
            found = self._numbered(self._lives([name], "--follow", f":(literal){name}"), head_of=name)
            self._listed = name, head, found
        return list(self._listed[2])

    def _lives(self, names: Iterable[str], renames: str, *paths: str) -> dict[str, list[FileVersion]]:
        if not self._repository.tip("HEAD"):
            return {}
        return _lives(commit_log.read(self._repository, "HEAD", renames, paths=paths), names)

    def _numbered(self, lives: dict[str, list[FileVersion]], head_of: str = "") -> list[Revision]:
        """The revisions of every article by author's date, each article's numbered from 1.

        What HEAD has of the article `head_of` is read by the same process.
        """
        blobs = [file.blob for versions in lives.values() for _, file in versions]
        names = [*blobs, f"HEAD:{head_of}"] if blobs and head_of else blobs
        contents = self._repository.contents(names, plain_text.MAX_FILE + 1, ahead=git.AHEAD)
        words = iter([self._count(self, blob, self._repository.present(blob, next(contents))) for blob in blobs])
        if names != blobs:
            head = next(contents)
            self._heads = {head_of: head} if head is not None and len(head) <= plain_text.MAX_FILE else {}
        found = []
        for name, versions in lives.items():
            dated = [_revision(name, *version, next(words)) for version in versions]
            ordered = sorted(dated, key=lambda one: one.time)
            found += [replace(one, number=number) for number, one in enumerate(ordered, 1)]
        return sorted(found, key=lambda one: one.time)

    def _uncommitted(self, name: str, operand: str, number: int) -> Revision:
        content, seconds = self._here(name) if operand == WORKTREE else self._staged(name)
        head = self._repository.tip("HEAD")
        note = "not committed" if operand == WORKTREE else "staged, not committed"
        time, blob = times.of_seconds(seconds), git.blob_id(content, head)
        return Revision(name, number, operand, blob, time, time, "", note, "", self._count(self, blob, content))

    def _staged(self, name: str) -> tuple[bytes, int]:
        """What is staged of a file, and when the index was written."""
        entry = self._repository.run("ls-files", "--stage", "-z", "--", f":(literal){name}").split(b"\0")[0]
        fields = entry.partition(b"\t")[0].decode().split(" ")
        if fields[0] not in commit_log.TEXT_FILES or fields[2] != "0":
            raise UnknownError(f"{name}: has no staged text: resolve its conflict, or stage it with `git add`")
        listed = self._repository.run("rev-parse", "--git-path", "index").decode().strip()
        [content] = self._repository.blobs([fields[1]])
        return content, int((self.path / listed).stat().st_mtime)

    def _here(self, name: str) -> tuple[bytes, int]:
        """The bytes in a file of the work tree and when they were written; raises UnknownError."""
        path = self._file(name)
        if path is None:
            raise UnknownError(f"{name}: is not a file in the work tree: name a revision, such as latest")
        return path.read_bytes(), int(path.stat().st_mtime)

    def _file(self, name: str) -> Path | None:
        """A regular file of the work tree; no link may lead out of it, and no pipe hold the reader up."""
        path = self.path / name
        try:
            is_regular = stat.S_ISREG(path.lstat().st_mode)
            return path if is_regular and path.parent.resolve().is_relative_to(self.path.resolve()) else None
        except OSError:
            return None


def discover(start: Path, choose: Choose, count: CountWords) -> Newsroom | None:
    """The newsroom's repository that a folder lies in, None where it lies in none; raises StoreError."""
    start = start.absolute()
    top = work_trees.top(start)
    return Newsroom(top, start, choose, count) if top else None


def _lives(commits: Iterable[commit_log.Commit], names: Iterable[str]) -> dict[str, list[FileVersion]]:
    """The versions of each article, oldest first, under whatever name its file had; commits come newest first."""
    lives: dict[str, list[FileVersion]] = {name: [] for name in names}
    articles = {name: name for name in lives}  # by the name of the file, as of the commit reached
    for commit in commits:
        known = [(file, articles[file.path]) for file in commit.files if file.path in articles]
        for file, name in known:
            if file.is_new_text:
                lives[name].append((commit, file))
        for file, _ in known:
            if file.origin:
                del articles[file.path]
        articles |= {file.origin: name for file, name in known if file.origin}
    return {name: versions[::-1] for name, versions in lives.items()}


def _revision(name: str, commit: commit_log.Commit, file: commit_log.ChangedFile, words: int) -> Revision:
    return Revision(
        name,
        0,
        commit.id,
        file.blob,
        times.of_seconds(commit.authored),
        times.of_seconds(commit.committed),
        commit.author,
        commit.message.strip(),
        "",
        words,
    )


def _inside(top: Path, path: Path) -> str:
    """A path from the top, empty where it lies outside."""
    try:
        return Path(os.path.normpath(path)).relative_to(top).as_posix()
    except ValueError:
        return ""


def _lines(data: bytes) -> bytes:
    """Bytes with one kind of line end: Git may write another one into the work tree than it keeps."""
    return data.replace(b"\r\n", b"\n")
