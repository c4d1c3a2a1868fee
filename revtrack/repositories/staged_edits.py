"""What an edit does to a newsroom's files: pairs of old and new text, both from Git and never from the work tree.

HEAD is held against the index, or against both parents where a merge is being made; or one commit against another,
from their merge base. A renamed file is one pair; a new file has no old side, a deleted one no new side.

    StagedEdits(top).staged()        [ParentEdits("HEAD", [Edit("news/ferry.md", "news/ferry.md", id, id)])]
    StagedEdits(top).between("main", "HEAD")
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from revtrack import git
from revtrack.articles.plain_text import MAX_FILE
from revtrack.errors import StoreError, UnknownError
from revtrack.git import commit_command, commit_log

# A reader's settings may turn renames off, show paths from a folder, or run programs: each is answered by an option.
_DIFF = (
    "diff",
    "--raw",
    "-z",
    "--no-abbrev",
    "--find-renames",
    "--no-relative",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
    "--no-color",
)
_ZEROS = re.compile("0{40,64}")
# Where a new branch may have come from, the likeliest first.
_MAIN = (
    "refs/remotes/origin/HEAD",
    *(f"refs/{kind}/{name}" for kind in ("remotes/origin", "heads") for name in ("main", "master", "trunk")),
)
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_PARENT = re.compile("GITHEAD_([0-9a-f]{40,64})")


class Edit(NamedTuple):
    """A file before and after, by path and blob; the old ones are empty for a new file, `new` for a deleted one.

    What a line cannot show in `path`, line ends among it, is replaced by U+FFFD.
    """

    path: str
    origin: str
    old: str
    new: str


class ParentEdits(NamedTuple):
    """The edits against one parent; `name` is the parent as a person would call it.

    `commits` are the ids of two commits that were compared, None where the new side is the index.
    """

    name: str
    edits: tuple[Edit, ...]
    commits: tuple[str, str] | None = None


class StagedEdits:
    """The repository around a folder and what is about to be committed in it; every method raises StoreError."""

    def __init__(self, start: Path, index: str = "") -> None:
        """Open the repository that `start` lies in; `index` is the one a hook was handed."""
        start = start.absolute()
        found = (folder for folder in (start, *start.parents) if os.path.exists(folder / ".git"))
        top = next(found, None)
        if top is None:
            raise StoreError(f"{start}: no Git repository here or above: go to the newsroom's, or make one: git init")
        self.top, self._start = top, start
        self._repository = git.Repository(top, bare=False, index=os.path.abspath(start / index) if index else "")
        self._asked: deque[str] = deque()
        self._answers = self._repository.contents(iter(self._asked.popleft, None), MAX_FILE + 1)

    def staged(self, *, amend: bool = False) -> list[ParentEdits]:
        """What `git commit` would change, against each parent of the commit to be."""
        if amend:
            parents = self._repository.run("rev-parse", "--revs-only", "HEAD^@").decode().split()
            return [ParentEdits(one, self._edits("--cached", one)) for one in parents or [self._nothing()]]
        merged = [ParentEdits(one, self._edits("--cached", one)) for one in self._merged()]
        return [ParentEdits("HEAD", self._edits("--cached")), *merged]

    def are_amended(self, process: int) -> bool:
        """Whether the process that commits them is a `git commit --amend`."""
        return commit_command.amends(process, self._repository)

    def between(self, old: str, new: str) -> ParentEdits:
        """What changed from the merge base of two commits to the second; raises UnknownError."""
        old = self._named(old, new)
        if not old:
            return ParentEdits("nothing", self._edits(self._nothing(), self.commit(new)))
        ends = self.commit(old), self.commit(new)
        base = self._repository.run("merge-base", *ends, accept=(0, 1)).decode().split()
        commits = base[0] if base else ends[0], ends[1]
        return ParentEdits(old, self._edits(*commits), commits)

    def commit(self, name: str) -> str:
        """The id of the commit a name stands for; raises UnknownError."""
        found = "" if name.startswith("-") else self._repository.tip(name)
        if not found:
            raise UnknownError(f"{name}: no such commit: name a branch, a tag or a commit id that is fetched")
        return found

    def messages(self, old: str, new: str) -> Iterator[tuple[str, frozenset[str]]]:
        """The message of every commit that `new` has and `old` has not, with the files it touched."""
        old = self._named(old, new)
        scope = f"{self.commit(old)}..{self.commit(new)}" if old else self.commit(new)
        for commit in commit_log.read(self._repository, scope):
            yield commit.message, frozenset(file.path for file in commit.files)

    def read(self, name: str) -> bytes | None:
        """The content of a blob, or of a file by a name such as `:revtrack.toml`; all from one process."""
        self._asked.append(name)
        return next(self._answers)

    def branch(self) -> str:
        """The branch that is checked out, empty where none is."""
        named = self._repository.run("symbolic-ref", "--short", "--quiet", "HEAD", accept=(0, 1))
        return named.decode("utf-8", "replace").strip()

    def path(self, name: str) -> str:
        """A file or folder as named from where the user is, as a path from the top; raises UnknownError."""
        full = os.path.normpath(self._start / name)
        real = os.path.join(os.path.realpath(os.path.dirname(full)), os.path.basename(full))
        for path in (_below(full, str(self.top)), _below(real, os.path.realpath(self.top))):
            if path is not None:
                return path
        raise UnknownError(f"{name}: is outside {self.top}: name files of this repository")

    def tracks(self, path: str) -> bool:
        """Whether Git knows a file or a folder with files."""
        return bool(self._repository.run("ls-files", "-z", "--", f":(top,literal){path}"))

    def base(self, old: str, new: str) -> str:
        """The commit that edits from `old` to `new` are held against; empty where that is nothing."""
        found = self.between(old, new).commits
        return found[0] if found else ""

    def deleted(self, path: str, commit: str) -> str:
        """The blob of a file that was deleted in the last month before a commit; empty where none was."""
        asked = ("log", "-1", "--since=1.month", "--raw", "-z", "--no-abbrev", "--no-renames", "--format=")
        scope = ("--diff-filter=D", commit, "--", f":(top,literal){path}")
        fields = self._repository.run(*asked, *scope, accept=(0, 128)).decode("utf-8", "replace").split(" ")
        return fields[2] if len(fields) > 2 and fields[0].lstrip(":") in commit_log.TEXT_FILES else ""

    def _named(self, old: str, new: str) -> str:
        """What to compare with: for the zeros that Git gives for a branch pushed first, the main branch, if any."""
        if not _ZEROS.fullmatch(old):
            return old
        own = self.commit(new)
        for name in _MAIN:
            tip = self._repository.tip(name)
            if tip and tip != own:
                return tip
        return ""

    def _merged(self) -> list[str]:
        """The other parents of a merge that is being made."""
        try:
            heads = (self._git_folder() / "MERGE_HEAD").read_text(encoding="ascii").split()
        except OSError:
            heads = []
        # Before the merge's own hook runs, Git tells its heads by variables alone.
        return heads or sorted(match[1] for name in os.environ if (match := _PARENT.fullmatch(name)))

    def _git_folder(self) -> Path:
        """The folder of this work tree's own state; in a linked one and in a submodule the file `.git` names it."""
        pointer = self.top / ".git"
        if pointer.is_dir():
            return pointer
        return self.top / pointer.read_text(encoding="utf-8").removeprefix("gitdir:").strip()

    def _nothing(self) -> str:
        """The id of the empty tree, by the repository's own algorithm."""
        return self._repository.run("hash-object", "-t", "tree", "--stdin").decode().strip()

    def _edits(self, *sides: str) -> tuple[Edit, ...]:
        printed = self._repository.run(*_DIFF, *sides, "--")
        fields = iter(printed.decode("utf-8", "surrogateescape").split("\0")[:-1])
        edits = [_edit(entry, fields) for entry in fields]
        return tuple(sorted((one for one in edits if one), key=lambda one: one.path))


def _below(path: str, top: str) -> str | None:
    """A path from the top of the repository, empty for the top itself, None where it lies elsewhere."""
    if path == top:
        return ""
    return path.removeprefix(top + os.sep).replace(os.sep, "/") if path.startswith(top + os.sep) else None


def _edit(entry: str, fields: Iterator[str]) -> Edit | None:
    """The edit of a raw entry, None if neither side is a text; takes its paths from the fields."""
    old_mode, new_mode, old, new, status = entry.lstrip(":").split(" ")
    origin = next(fields)
    path = next(fields) if status[0] in "RC" else origin
    was, there = old_mode in commit_log.TEXT_FILES, new_mode in commit_log.TEXT_FILES
    if not (was or there) or status[0] == "U":
        return None
    return Edit(_UNSHOWN.sub("\ufffd", path), origin if was else "", old if was else "", new if there else "")
