"""The drill of `docs/store.md` is run as it is written."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import revtrack
from tests.git_fixtures import plain_settings

__all__ = ["plain_settings"]
PAGE = Path(__file__).parents[2] / "docs" / "store.md"


def test_backup_and_restore(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line, in their order; what was added after the backup is there again in the end."""
    monkeypatch.chdir(tmp_path)
    archive = revtrack.Archive.create("news")
    archive.add("At least 12 people died.\n", "storm", at="2024-10-01")
    archive.verify(anchor="2024-11-05.anchor")
    section = PAGE.read_text(encoding="utf-8").partition("## Backup and restore\n")[2].partition("\n## ")[0]
    lines = re.findall(r"^    (.+)$", section, re.MULTILINE)
    assert len(lines) == 7
    for line in lines:
        program, *arguments = shlex.split(line, comments=True)
        if (program, *arguments[:2]) == ("revtrack", "sync", "restored"):
            archive.add("At least 21 people died.\n", "storm", at="2024-10-02")
        command = [sys.executable, "-m", "revtrack"] if program == "revtrack" else ["git"]
        done = subprocess.run([*command, *arguments], capture_output=True, env=os.environ, check=False)
        assert (done.returncode, line, done.stderr) == (0, line, b"") or b"Cloning" in done.stderr
    copies = [revtrack.open(name).source.history() for name in ("news", "restored")]
    assert copies[0] == copies[1]
    assert len(copies[0]) == 2
