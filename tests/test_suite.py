"""The suite itself: it ends wherever it is started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.kill
@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that ignores signals")
def test_children_are_interrupted_where_the_shell_ignores_interrupts() -> None:
    """A background job of a shell, or of nohup, starts with SIGINT ignored, and so do its children."""
    tests = f'"{sys.executable}" -m pytest -p no:cacheprovider tests/test_cli.py -k ctrl_c_while'
    command = ["sh", "-c", f"trap '' INT; exec {tests}"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert "1 passed" in ran.stdout, ran.stdout + ran.stderr
