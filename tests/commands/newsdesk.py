"""A desk to work at: a folder with drafts, a store, and `revtrack` to run in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from revtrack.cli import main

FIRST = """Ferry toll rises

ARVO BAY — At least 12 people died when a ferry sank on Monday, police said.

“We are still searching,” said harbour master Ada Lind.
"""
SECOND = FIRST.replace("At least 12", "At least 21")
THIRD = SECOND.replace("harbour master", "deputy harbour master").replace("on Monday", "late on Monday")
COURT_OPENS = """Court opens late

The court in Selm heard 10 witnesses, judge Ole Brandt said.
"""
COURT_CORRECTED = "Correction: An earlier version said 10 witnesses; it was 11.\n\n" + COURT_OPENS.replace("10", "11")
DRAFTS = {"first.txt": FIRST, "second.txt": SECOND, "third.txt": THIRD}
TIMES = ("2024-10-31T08:00:00Z", "2024-10-31T12:30:00Z", "2024-11-01T09:00:00Z")


@dataclass(frozen=True)
class Desk:
    """A folder that is the current one, and the command line in it."""

    folder: Path

    def run(self, *args: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, args, input=stdin)

    def ok(self, *args: str, stdin: bytes | None = None) -> str:
        """What a command prints that has to end with 0 and without complaint."""
        result = self.run(*args, stdin=stdin)
        assert (result.exit_code, result.stderr) == (0, ""), result.stderr
        return result.stdout

    def fails(self, *args: str, stdin: bytes | None = None) -> str:
        """The one line a command complains with that has to end with 2 and print nothing."""
        result = self.run(*args, stdin=stdin)
        assert (result.exit_code, result.stdout) == (2, ""), result.output
        assert result.stderr.startswith("revtrack: error: ")
        assert result.stderr.count("\n") == 1
        return result.stderr

    def write(self, name: str, text: str | bytes) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return name


def drafted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder with the drafts, as the current one."""
    monkeypatch.chdir(folder)
    for name in ("REVTRACK_STORE", "REVTRACK_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    desk = Desk(folder)
    for name, text in DRAFTS.items():
        desk.write(name, text)
    return desk
