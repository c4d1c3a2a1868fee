"""A newsroom's repository: articles as files, Git as it is, and `revtrack` to run in it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from revtrack.cli import main

FERRY = """---
title: Ferry toll rises
draft: false
---

At least 12 people died when a ferry sank on Monday, police said.

"We may raise the wreck," said harbour master Ada Lind.
"""
COURT = "The court ruled on 3 June that 40 houses may be built.\n"
NOTICE = "\nAn earlier version of this article gave the number of people as 12. It is 21.\n"
SETTINGS = "[user]\n\tname = Ann Editor\n\temail = ann@news.example\n[init]\n\tdefaultBranch = main\n"


@dataclass(frozen=True)
class Newsroom:
    """A work tree, which is the current folder."""

    top: Path

    def git(self, *args: str, code: int = 0, **environment: str) -> str:
        """What git prints on both streams; it has to end with `code`."""
        ran = subprocess.run(["git", *args], cwd=self.top, capture_output=True, text=True, env=os.environ | environment)
        assert ran.returncode == code, ran.stdout + ran.stderr
        return ran.stdout + ran.stderr

    def write(self, name: str, text: str | bytes) -> None:
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def stage(self, name: str, text: str | bytes) -> None:
        self.write(name, text)
        self.git("add", "--", name)

    def publish(self, name: str, text: str | bytes) -> None:
        """Commit a text past every hook."""
        self.stage(name, text)
        self.git("commit", "--quiet", "--no-verify", "-m", f"Publish {name}")

    def check(self, *args: str) -> Result:
        return CliRunner().invoke(main, ["check", *args])

    def codes(self, *args: str, code: int | None = None) -> list[str]:
        """The codes of the findings a check prints."""
        result = self.check(*args)
        assert result.exit_code in ((0, 1) if code is None else (code,)), result.output
        lines = [line.split() for line in result.stdout.splitlines() if line and not line.startswith(" ")]
        return [words[2] for words in lines if len(words) > 2 and words[1] in ("high", "medium", "low", "advice")]


def revtrack(*args: str) -> list[str]:
    """The command line that runs revtrack as a program."""
    return [sys.executable, "-m", "revtrack", *args]


def founded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """The repository of a folder, made where none is there yet, and the current folder."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT", "REVTRACK_"))]:
        if name != "REVTRACK_REQUIRE_ALL":
            monkeypatch.delenv(name)
    settings = folder / "gitconfig"
    settings.write_text(SETTINGS)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    room = Newsroom(folder / "newsroom")
    if not room.top.exists():
        room.top.mkdir()
        room.git("init", "--quiet")
    monkeypatch.chdir(room.top)
    return room
