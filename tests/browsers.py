"""Browsers for the pages: Debian's Chromium and Firefox, offline as they are told, and as the tests assert."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.report.firefox import FIREFOX, Firefox

CHROMIUM = "/usr/bin/chromium"
# Milliseconds that a page may take on a machine that does much else.
WAIT = 600_000
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


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
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET), timeout=WAIT)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    """Firefox; a machine without it skips the test, unless REVTRACK_REQUIRE_ALL=1 makes that a failure."""
    if not Path(FIREFOX).exists():
        missing = f"{FIREFOX} is not there: apt-get install firefox-esr"
        if os.environ.get("REVTRACK_REQUIRE_ALL") == "1":
            pytest.fail(f"REVTRACK_REQUIRE_ALL=1, but {missing}")
        pytest.skip(missing)
    opened = Firefox()
    yield opened
    opened.close()


@dataclass
class Visit:
    """A page that was opened, what it asked for and what it said."""

    page: Any
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Opens a text as a page, or a file; whatever a page asks for or says is kept."""
    opened = []

    def opening(what: str | Path, **options: Any) -> Visit:
        path = what if isinstance(what, Path) else tmp_path / "page.html"
        if isinstance(what, str):
            path.write_text(what, encoding="utf-8")
        # What scrolls smoothly is not yet where it is clicked.
        seen = Visit(browser.new_page(**{"reduced_motion": "reduce", **options}))
        seen.page.set_default_timeout(WAIT)
        opened.append(seen.page)
        seen.page.on("request", lambda request: seen.asked.append(request.url))
        seen.page.on("console", lambda message: seen.said.append(message.text))
        seen.page.on("pageerror", lambda error: seen.said.append(str(error)))
        seen.page.goto(path.as_uri())
        return seen

    yield opening
    for page in opened:
        page.close()


def _missing() -> str:
    try:
        import axe_playwright_python.sync_playwright  # noqa: F401
        import playwright.sync_api  # noqa: F401
    except ImportError as error:
        return f"{error.name} is not installed: pip install '.[dev]'"
    return "" if Path(CHROMIUM).exists() else f"{CHROMIUM} is not there: apt-get install chromium"
