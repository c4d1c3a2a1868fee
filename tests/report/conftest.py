"""A browser for the pages: Debian's Chromium, offline by what it is told, and by what the tests assert."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; a machine without it skips the test, unless REVTRACK_REQUIRE_ALL=1 makes that a failure."""
    missing = _missing()
    if missing and os.environ.get("REVTRACK_REQUIRE_ALL") == "1":
        pytest.fail(f"REVTRACK_REQUIRE_ALL=1, but {missing}")
    if missing:
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


def _missing() -> str:
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed: pip install '.[dev]'"
    return "" if Path(CHROMIUM).exists() else f"{CHROMIUM} is not there: apt-get install chromium"
