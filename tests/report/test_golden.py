"""Pages as they were approved; what came out instead is kept beside them.

A page that is meant to look different is approved by a run with REVTRACK_ACCEPT=1 in the environment.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from test_history_html import page as history

from revtrack.report import html, markdown
from tests.report.samples import EVERY, EVERY_HISTORY

GOLDEN = Path(__file__).parent / "golden"
# The style sheet and the script have tests of their own; their bytes would hide a changed page.
SCRUBBED = (
    (r"(<style>).*?(</style>)", r"\1\2"),
    (r"(<script>).*?(</script>)", r"\1\2"),
    (r"'sha256-[^']*'", "'sha256'"),
)


def compare(name: str, page: str) -> None:
    """The page is the approved one, or it is kept as NAME.actual.* and the test fails."""
    for pattern, instead in SCRUBBED:
        page = re.sub(pattern, instead, page, flags=re.DOTALL)
    approved = GOLDEN / name
    actual = approved.with_suffix(f".actual{approved.suffix}")
    if os.environ.get("REVTRACK_ACCEPT") == "1":
        approved.write_text(page, encoding="utf-8", newline="\n")
    if approved.exists() and approved.read_bytes() == page.encode():
        actual.unlink(missing_ok=True)
        return
    actual.write_text(page, encoding="utf-8", newline="\n")
    pytest.fail(f"{actual.name} differs from {approved.name}: see both in {GOLDEN}")


@pytest.mark.parametrize("made", EVERY)
def test_diff_as_html(made: object) -> None:
    compare(f"diff-{made.__name__}.html", html.diff(made()))  # type: ignore[attr-defined,operator]


@pytest.mark.parametrize("made", EVERY)
def test_diff_as_markdown(made: object) -> None:
    compare(f"diff-{made.__name__}.md", markdown.diff(made()))  # type: ignore[attr-defined,operator]


@pytest.mark.parametrize("made", EVERY_HISTORY)
def test_history_as_html(made: object) -> None:
    compare(f"history-{made.__name__}.html", history(made()))  # type: ignore[attr-defined,operator]
