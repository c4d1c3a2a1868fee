"""Git, run by this module alone: a named repository, a cleaned environment, no program but git itself.

A hook leaves GIT_DIR and its kin behind, and a repository's own settings can name programs to run on a mere
read. So every call names its repository, passes on none of those variables, and switches those settings off:
`Repository(Path("news/.revtrack")).run("for-each-ref")`. All of this is one module, so that it can be read and
trusted as a whole.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from revtrack.errors import StoreError

if TYPE_CHECKING:
    import subprocess

OLDEST = (2, 36)  # the first with core.fsync and with the ownership check of safe.directory
INSTALL = "install Git 2.36 or later and see that `git --version` finds it"

# Where the machine keeps its settings and programs. All else that begins with GIT_ belongs to the caller's
# repository: what `git rev-parse --local-env-vars` lists, GIT_CONFIG_KEY_0 and the like, GIT_EXTERNAL_DIFF.
KEPT = {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_EXEC_PATH"}
FIXED = {
    "LC_ALL": "C",
    "GIT_FLUSH": "0",  # into a pipe, `git log` would else write each commit by itself
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # Git before 2.45 knows no GIT_NO_LAZY_FETCH; without a protocol it cannot fetch
    "GIT_NO_REPLACE_OBJECTS": "1",  # what is read is what was written, not what `git replace` put in its place
}
SETTINGS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}")
# Ids asked for ahead of the answers: they fit into the smallest pipe there is (4,096 bytes), read or not.
AHEAD = 50
# What reaches another repository; who asks for it knows which one, and names it in the error.
REMOTE = ("ls-remote", "fetch", "push")
_CHUNK = 1 << 16
# Compiled when they are used: most commands ask Git for nothing, or hear no complaint.
_CONTROLS = r"[\x00-\x1f\x7f-\x9f]+"
_ID = rb"(?:[0-9a-f]{40}|[0-9a-f]{64})\n?"
_LOCKED = r"Unable to create '(.+\.lock)': File exists"
_FULL = ("No space left", "Out of diskspace", "Disk quota exceeded", "File too large")


class BusyError(StoreError):
    """Another program holds the branch, or moved it on meanwhile: the same may work in a moment."""


class Repository:
    """A repository by its absolute path: the Git folder itself when `bare`, else the top of a work tree.

    `index` is another index than its own: `git commit PATH` hands its hooks one for this commit alone.
    """

    __slots__ = ("bare", "index", "path")

    def __init__(self, path: Path, bare: bool = True, index: str = "") -> None:
        self.path, self.bare, self.index = path, bare, index

    def run(
        self,
        *arguments: str,
        given: bytes = b"",
        settings: tuple[str, ...] = (),
        accept: tuple[int, ...] = (0,),
        keep: tuple[int, ...] = (),
        reaches: str = "",
    ) -> bytes:
        """What a git command prints; raises StoreError when it ends with a code not in `accept`.

        Files in `keep` stay open in git, and in what it starts: a lock on them is held until the last one ends.
        `reaches` are the protocols by which this command, and no other, may reach another repository.
        """
        with self._start(arguments, settings, keep, reaches=reaches) as process:
            printed, complaint = process.communicate(given)
        self._check(process.returncode, arguments, complaint, accept)
        return printed

    def complaints(self, *arguments: str) -> list[str]:
        """Every line that a command of Git's that checks something prints, however it ends."""
        with self._start(arguments) as process:
            printed, complaint = process.communicate()
        return [re.sub(_CONTROLS, " ", line) for line in (complaint + printed).decode(errors="replace").splitlines()]

    def chunks(self, *arguments: str, settings: tuple[str, ...] = ()) -> Iterator[bytes]:
        """What a git command prints, piece by piece as it comes; raises StoreError at the end if it failed."""
        from tempfile import TemporaryFile

        with TemporaryFile() as complaint, self._start(arguments, settings, complaint=complaint) as process:
            _open(process.stdin).close()
            try:
                while piece := os.read(_open(process.stdout).fileno(), _CHUNK):
                    yield piece
            except BaseException:
                process.kill()
                raise
            code = process.wait()
            complaint.seek(0)
            self._check(code, arguments, complaint.read())

    def feed(
        self,
        *arguments: str,
        given: Iterable[bytes],
        into: IO[bytes],
        settings: tuple[str, ...] = (),
        keep: tuple[int, ...] = (),
    ) -> None:
        """Give a git command its input piece by piece and put what it prints into a file; raises StoreError."""
        from tempfile import TemporaryFile

        with TemporaryFile() as complaint, self._start(arguments, settings, keep, into, complaint) as process:
            asked = _open(process.stdin)
            try:
                asked.writelines(given)
                asked.close()
            except BrokenPipeError:
                pass  # git ended before its time; its code and complaint say why
            except BaseException:
                process.kill()
                raise
            code = process.wait()
            complaint.seek(0)
            self._check(code, arguments, complaint.read())

    def tip(self, name: str) -> str:
        """The id of the commit a name such as `HEAD` stands for, empty where there is none yet."""
        found = self._loose(self.path, name) if self.bare else self._loose_head() if name == "HEAD" else ""
        return found or self.run("rev-parse", "--quiet", "--verify", name + "^{commit}", accept=(0, 1)).decode().strip()

    def empty_id(self) -> str:
        """An id of the kind the repository uses, of nothing."""
        kind = self.run("rev-parse", "--show-object-format").decode().strip()
        return "0" * (64 if kind == "sha256" else 40)

    def blobs(self, ids: Iterable[str], limit: int | None = None) -> Iterator[bytes]:
        """The contents of blobs in the order asked for, each cut to `limit` bytes; raises StoreError."""
        asked: deque[str] = deque()
        for data in self.contents(_noted(ids, asked), limit, ahead=AHEAD):
            blob = asked.popleft()
            yield self.present(blob, data)

    def present(self, blob: str, data: bytes | None) -> bytes:
        """The content of a blob that must be there; raises StoreError."""
        if data is None:
            raise StoreError(f"{self.path}: the text {blob} is missing or damaged: check it with `git fsck`")
        return data

    def contents(self, names: Iterable[str], limit: int | None = None, *, ahead: int = 1) -> Iterator[bytes | None]:
        """The contents of blobs by id or by a name such as `HEAD:story.md`, None for what is no blob.

        `ahead` names are taken before the first answer to them is given.
        """
        wanted = iter(names)
        try:
            with self._start(("cat-file", "--batch")) as process:
                asked = _open(process.stdin)
                try:
                    while batch := list(islice(wanted, ahead)):
                        asked.write(b"".join(name.encode() + b"\n" for name in batch))
                        asked.flush()
                        for _ in batch:
                            yield self._content(process, limit)
                finally:
                    process.kill()
        except BrokenPipeError:
            raise StoreError(f"{self.path}: git stopped while reading: check it with `git fsck`") from None

    def common_folder(self) -> Path:
        """The Git folder that all work trees of the repository share."""
        own = self.path / ".git"
        if own.is_dir() and not (own / "commondir").exists():
            return own
        found = self.run("rev-parse", "--path-format=absolute", "--git-common-dir")
        return Path(os.fsdecode(found.removesuffix(b"\n")))

    def shallow_commits(self) -> frozenset[str]:
        """The first commits of a shallow clone, before which there are others that are not here."""
        folder = self.path if self.bare else self.common_folder()
        try:
            return frozenset((folder / "shallow").read_text(encoding="ascii").split())
        except (OSError, ValueError):
            return frozenset()

    def _loose_head(self) -> str:
        """The id that HEAD leads to by plain files, empty where it does not."""
        own = self.path / ".git"
        try:
            branch = (own / "HEAD").read_text(encoding="utf-8").removeprefix("ref: ").strip()
        except (OSError, ValueError):
            return ""
        return self._loose(own, branch)

    def _loose(self, folder: Path, name: str) -> str:
        """The id in a branch's own file: it saves a process; where there is none, git knows where to look."""
        if not name.startswith("refs/") or ".." in name:
            return ""
        try:
            data = (folder / name).read_bytes()
        except (OSError, ValueError):
            return ""
        return data.decode().strip() if re.fullmatch(_ID, data) else ""

    def _content(self, process: subprocess.Popen[bytes], limit: int | None) -> bytes | None:
        answers = _open(process.stdout)
        header = answers.readline().split()
        if not header:
            raise StoreError(_explained(self.path, ("cat-file",), _open(process.stderr).read()))
        if len(header) != 3 or not header[2].isdigit():
            return None
        size = int(header[2])
        wanted = size if limit is None else min(size, limit)
        data = answers.read(wanted)
        _skip(answers, size - wanted + 1)
        return data if header[1] == b"blob" else None

    def _start(
        self,
        arguments: tuple[str, ...],
        settings: tuple[str, ...] = (),
        keep: tuple[int, ...] = (),
        into: IO[bytes] | None = None,
        complaint: IO[bytes] | None = None,
        reaches: str = "",
    ) -> subprocess.Popen[bytes]:
        require()
        here = ["-C", str(self.path), *(["--git-dir=."] if self.bare else [])]
        command = [*here, *_options(SETTINGS + settings), *arguments]
        return _start(command, keep, into, complaint, self.index, reaches)

    def _check(self, code: int, arguments: tuple[str, ...], complaint: bytes, accept: tuple[int, ...] = (0,)) -> None:
        if code not in accept:
            raise _failure(self.path, arguments, complaint, code)


def create(path: Path, branch: str) -> Repository:
    """A new bare repository in a new folder; raises StoreError."""
    # The folder is an argument: without one, `git init` (and GitPython's) would fill a GIT_DIR left behind.
    kind = _options(("init.defaultObjectFormat=sha1", "init.defaultRefFormat=files"))
    made = ["init", "--quiet", "--bare", "--template=", f"--initial-branch={branch}", str(path)]
    require()
    with _start([*kind, *made]) as process:
        _, complaint = process.communicate()
    if process.returncode:
        raise StoreError(_explained(path, ("init",), complaint))
    return Repository(path)


def blob_id(content: bytes, like: str) -> str:
    """The id Git gives a text, by the algorithm of another id."""
    import hashlib  # a hook, which starts at every commit, needs none

    algorithm = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return algorithm(b"blob %d\0%b" % (len(content), content)).hexdigest()


@cache
def require() -> None:
    """See once that there is a git, and none too old; raises StoreError."""
    with _start(["version"]) as process:
        printed = process.communicate()[0].decode(errors="replace").strip()
    numbers = re.search(r"(\d+)\.(\d+)", printed)
    if not numbers:
        raise StoreError(f"git answers {printed!r} when asked for its version: {INSTALL}")
    if (int(numbers[1]), int(numbers[2])) < OLDEST:
        raise StoreError(f"{printed} is too old: {INSTALL}")


def environment() -> dict[str, str]:
    """The caller's environment without what would lead git elsewhere."""
    passed = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in KEPT}
    return passed | FIXED


def _start(
    arguments: list[str],
    keep: tuple[int, ...] = (),
    into: IO[bytes] | None = None,
    complaint: IO[bytes] | None = None,
    index: str = "",
    reaches: str = "",
) -> subprocess.Popen[bytes]:
    import subprocess  # which half of the answers can do without

    pipe = subprocess.PIPE
    passed = environment() | ({"GIT_INDEX_FILE": index} if index else {})
    passed |= {"GIT_ALLOW_PROTOCOL": reaches} if reaches else {}
    try:
        return subprocess.Popen(
            ["git", *arguments],
            stdin=pipe,
            stdout=into or pipe,
            stderr=complaint or pipe,
            env=passed,
            pass_fds=keep if os.name == "posix" else (),
        )
    except FileNotFoundError:
        raise StoreError(f"git is not installed, or not on the PATH: {INSTALL}") from None
    except OSError as error:
        raise StoreError(f"git cannot be run: {error.strerror}: {INSTALL}") from None


def _noted(names: Iterable[str], asked: deque[str]) -> Iterator[str]:
    """Names as they are; those not answered yet stand in `asked`."""
    for name in names:
        asked.append(name)
        yield name


def _options(settings: Iterable[str]) -> list[str]:
    return [word for setting in settings for word in ("-c", setting)]


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # every process here is started with all three pipes
    return pipe


def _skip(pipe: IO[bytes], size: int) -> None:
    while size > 0 and (passed := pipe.read(min(size, 1 << 20))):
        size -= len(passed)


def _failure(path: Path, arguments: tuple[str, ...], complaint: bytes, code: int) -> StoreError:
    """What a failed command means for a person."""
    import signal

    said = complaint.decode(errors="replace")
    locked = re.search(_LOCKED, said)
    if locked:
        return BusyError(
            f"{locked[1]}: another program holds this lock: wait for it; if no git is running there, delete the file"
        )
    if any(sign in said for sign in _FULL) or code == -getattr(signal, "SIGXFSZ", 0):
        return StoreError(f"{path}: the disk is full and nothing was added: free some space, then try again")
    return StoreError(_explained(path, arguments, complaint))


def _explained(path: Path, arguments: tuple[str, ...], complaint: bytes) -> str:
    """One line for a person out of what git wrote on its standard error."""
    lines = complaint.decode(errors="replace").splitlines()
    causes = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines or ["no reason given"]
    cause = re.sub(_CONTROLS, " ", causes[0].split(":", 1)[-1]).strip()
    if arguments[0] in REMOTE:
        return f"git {arguments[0]} failed: {cause}"
    if "dubious ownership" in cause:
        return f"{cause}: if you trust it, run: git config --global --add safe.directory {path}"
    if "not a git repository" in cause:
        return f"{path}: is not a Git repository: name a store with --store, or make one with `revtrack init`"
    return f"{path}: git {arguments[0]} failed: {cause}: check the repository with `git fsck`"
