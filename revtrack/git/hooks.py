"""Hooks that revtrack writes into a repository: a short script each, which runs the hook that was there before it.

They go where Git looks for hooks: the folder `core.hooksPath` names, else that of the repository that all its work
trees share. What revtrack did not write, or what was changed since, is neither overwritten nor taken out.

    #!/bin/sh
    # Written by revtrack (1f0c3d2a): `revtrack hook uninstall` takes it out.
    if [ -x "$0.before-revtrack" ]; then "$0.before-revtrack" "$@" || exit $?; fi
    ...
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Literal
from zlib import crc32

from revtrack import git
from revtrack.errors import RefusedError, StoreError

HookStage = Literal["commit-msg", "pre-commit"]
HookState = Literal["missing", "ours", "changed", "foreign"]

STAGES: dict[HookStage, tuple[str, ...]] = {
    "commit-msg": ("commit-msg",),
    "pre-commit": ("pre-commit", "pre-merge-commit"),
}
NAMES = tuple(name for names in STAGES.values() for name in names)
BEFORE = ".before-revtrack"
ATTRIBUTES = ("*.md diff=revtrack", "*.markdown diff=revtrack")
DRIVER = "diff.revtrack"

_SIGNED = re.compile(r"^# Written by revtrack \(([0-9a-f]{8})\)", re.MULTILINE)
_SCRIPT = """\
#!/bin/sh
# Written by revtrack (): `revtrack hook uninstall` takes it out.
if [ -x "$0.before-revtrack" ]; then "$0.before-revtrack" "$@" || exit $?; fi
python={python}
if [ -x "$python" ]; then
    "$python" -P -m revtrack check --quiet --committing "$PPID"{message}
    code=$?
    if [ $code -eq 0 ] || "$python" -P -c "import revtrack" 2>/dev/null; then exit $code; fi
fi
if command -v revtrack >/dev/null 2>&1; then exec revtrack check --quiet --committing "$PPID"{message}; fi
echo "warning: revtrack is not installed: this commit was not checked; install revtrack, or delete $0" >&2
exit 0
"""


@dataclass(frozen=True, slots=True)
class Hook:
    """One hook of a repository: where it is, whose it is, and whether another runs before it."""

    name: str
    path: Path
    state: HookState

    @property
    def earlier(self) -> Path:
        return self.path.with_name(self.path.name + BEFORE)

    @property
    def chains(self) -> bool:
        return os.path.lexists(self.earlier)


class Hooks:
    """The hooks and the diff driver of the repository at `top`; every method raises StoreError where Git fails."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self._repository = git.Repository(top, bare=False)
        self._common = top / self._repository.run("rev-parse", "--git-common-dir").decode().strip()
        self.folder, self.shared = self._folder()

    def all(self) -> list[Hook]:
        """Every hook that revtrack can write, and what stands in its place."""
        return [Hook(name, self.folder / name, _state(self.folder / name)) for name in NAMES]

    def install(self, stage: HookStage, python: str) -> list[Hook]:
        """Write the hooks of a stage, which run revtrack by this interpreter; raises RefusedError."""
        wanted = [hook for hook in self.all() if hook.name in STAGES[stage]]
        for hook in wanted:
            _let_pass(hook)
        self.folder.mkdir(parents=True, exist_ok=True)
        for hook in wanted:
            if hook.state == "foreign":
                hook.path.rename(hook.earlier)
            _write(hook.path, script(hook.name, python), 0o755)
        return [hook for hook in self.all() if hook.name in STAGES[stage]]

    def uninstall(self) -> list[Hook]:
        """Take out the hooks that revtrack wrote, and put back what was there before; raises RefusedError."""
        ours = [hook for hook in self.all() if hook.state in ("ours", "changed")]
        for hook in ours:
            if hook.state == "changed":
                raise RefusedError(f"{hook.path}: was changed since it was installed: keep your lines, then delete it")
        for hook in ours:
            hook.path.unlink()
            if hook.chains:
                hook.earlier.rename(hook.path)
        return ours

    @property
    def drives_diffs(self) -> bool:
        """Whether `git diff` asks revtrack about Markdown files."""
        named = self._repository.run("config", "--local", "--get", f"{DRIVER}.command", accept=(0, 1))
        return bool(named) and set(ATTRIBUTES) <= set(self._attributes())

    def drive_diffs(self, python: str) -> None:
        """Let `git diff` in this clone show claims for Markdown files."""
        # Where revtrack has gone, the words are shown: Git stops at the first file whose diff fails.
        shown = f'{quote(_forward(python))} -P -m revtrack hook diff -- "$@" || diff -u -- "$2" "$5" || true'
        command = f"f() {{ {shown}; }}; f"
        self._repository.run("config", "--local", f"{DRIVER}.command", command)
        lines = self._attributes()
        self._attribute([*lines, *(line for line in ATTRIBUTES if line not in lines)])

    def stop_driving_diffs(self) -> None:
        """Take out what `drive_diffs` wrote."""
        if self._repository.run("config", "--local", "--get-regexp", f"^{DRIVER}[.]", accept=(0, 1)):
            self._repository.run("config", "--local", "--remove-section", DRIVER)
        lines = self._attributes()
        if set(lines) & set(ATTRIBUTES):
            self._attribute([line for line in lines if line not in ATTRIBUTES])

    def _folder(self) -> tuple[Path, bool]:
        """Where Git looks for hooks, and whether other repositories look there too."""
        asked = ("config", "--type=path", "--show-scope", "-z", "--get-all", "core.hooksPath")
        fields = self._repository.run(*asked, accept=(0, 1)).decode("utf-8", "surrogateescape").split("\0")
        # The last one is revtrack's own, which switches hooks off for the git it runs.
        named = [pair for pair in zip(fields[::2], fields[1::2], strict=False) if pair[0] != "command"]
        if not named:
            return self._common / "hooks", False
        return self.top / named[-1][1], named[-1][0] in ("global", "system")

    def _attributes(self) -> list[str]:
        try:
            return (self._common / "info" / "attributes").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{self._common / 'info' / 'attributes'}: cannot be read: {error}: fix it") from None

    def _attribute(self, lines: list[str]) -> None:
        folder = self._common / "info"
        folder.mkdir(exist_ok=True)
        _write(folder / "attributes", "".join(f"{line}\n" for line in lines), 0o644)


def script(name: str, python: str) -> str:
    """The text of a hook, signed with a checksum of itself."""
    message = ' --commit-msg "$1"' if name == "commit-msg" else ""
    text = _SCRIPT.format(python=quote(_forward(python)), message=message)
    return text.replace("()", f"({_checksum(text)})", 1)


def _let_pass(hook: Hook) -> None:
    if hook.state == "changed":
        raise RefusedError(f"{hook.path}: was changed since it was installed: keep your lines, then delete it")
    if hook.state == "foreign" and hook.chains:
        raise RefusedError(f"{hook.path} and {hook.earlier.name} both exist: merge them, then delete one")


def _state(path: Path) -> HookState:
    if not os.path.lexists(path):
        return "missing"
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return "foreign"
    signed = _SIGNED.search(text)
    if not signed:
        return "foreign"
    return "ours" if _checksum(text.replace(f"({signed[1]})", "()", 1)) == signed[1] else "changed"


def _checksum(text: str) -> str:
    return f"{crc32(text.encode()):08x}"


def _forward(path: str) -> str:
    """A path as the shell of Git for Windows takes it."""
    return path.replace("\\", "/")


def _write(path: Path, text: str, mode: int) -> None:
    """Write a file whole, with line ends that a shell can read, through a temporary one beside it."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(text.encode("utf-8", "surrogateescape"))
    temporary.chmod(mode)
    temporary.replace(path)
