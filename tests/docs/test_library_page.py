"""The examples of docs/library.md run, one after another as a reader would type them, and name the whole interface."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import revtrack

PAGE = (Path(__file__).parents[2] / "docs/library.md").read_text(encoding="utf-8")


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their assertions hold."""
    monkeypatch.chdir(tmp_path)
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", PAGE, re.M | re.S))
    exec(compile(code, "docs/library.md", "exec"), {})


def test_every_method_is_documented() -> None:
    """Those of the class and those of the page are the same."""
    public = {name for name in vars(revtrack.Archive) if not name.startswith("_")}
    rows = "\n".join(re.findall(r"^\| (`.*?) \|", PAGE, re.M))
    documented = set(re.findall(r"`(\w+)\(", rows))
    assert documented == public - {"open", "create", "path", "by_article"}
