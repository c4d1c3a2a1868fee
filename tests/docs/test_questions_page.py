"""docs/searching.md is a session that works: what it shows is what is printed."""

from __future__ import annotations

import os
from pathlib import Path

from test_readme import environment, files, matches, refreshed, session, steps

__all__ = ["environment"]

PAGE = Path(__file__).parents[2] / "docs" / "searching.md"


def test_the_page_is_a_session_that_works(tmp_path: Path, environment: dict[str, str]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    folder = tmp_path / "desk"
    folder.mkdir()
    for name, content in files(text).items():
        (folder / name).write_text(content, encoding="utf-8")
    shown = steps(text)
    assert len(shown) > 6
    printed = session([step.command for step in shown], folder, environment)
    if os.environ.get("REVTRACK_ACCEPT"):
        PAGE.write_text(refreshed(text, printed), encoding="utf-8")
        shown = steps(PAGE.read_text(encoding="utf-8"))
    for step, actual in zip(shown, printed, strict=True):
        assert matches(step.output, actual), f"$ {step.command}\npage:\n{step.output}\nprinted:\n{actual}"
