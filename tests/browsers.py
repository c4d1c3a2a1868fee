"""Browsers for the pages: Debian's Chromium and Firefox, offline as they are told, and as the tests assert."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
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

    def listen(self, *, wanted: bool = True) -> None:
        """Keep whatever the page asks for or says from now on, or no longer."""
        change = self.page.on if wanted else self.page.remove_listener
        for event, keep in self._keepers.items():
            change(event, keep)

    @cached_property
    def _keepers(self) -> dict[str, Callable[[Any], None]]:
        return {
            "request": lambda request: self.asked.append(request.url),
            "console": lambda message: self.said.append(message.text),
            "pageerror": lambda error: self.said.append(str(error)),
        }


# What scrolls smoothly is not yet where it is clicked.
AS_USUAL = {"viewport": {"width": 1280, "height": 720}, "color_scheme": "light", "reduced_motion": "reduce"}
# What a page that is open can be told; anything else takes one of its own.
TOLD = {"viewport", "color_scheme", "reduced_motion", "forced_colors"}


@pytest.fixture(scope="session")
def tab(browser: Any) -> Any:
    """The page that one test after the other opens its own in: to begin a page takes as long as three such tests."""
    return browser.new_page()


@pytest.fixture
def visit(browser: Any, tab: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Opens a text as a page, or a file; whatever a page asks for or says is kept.

    The first of a test is opened in the tab that all share, unless it asks for what a tab cannot be told.
    """
    opened: list[Visit] = []

    def opening(what: str | Path, **options: Any) -> Visit:
        path = what if isinstance(what, Path) else tmp_path / "page.html"
        if isinstance(what, str):
            path.write_text(what, encoding="utf-8")
        shared = not any(seen.page is tab for seen in opened) and TOLD.issuperset(options)
        seen = Visit(_as_new(tab, **AS_USUAL | options) if shared else browser.new_page(**AS_USUAL | options))
        seen.page.set_default_timeout(WAIT)
        opened.append(seen)
        seen.listen()
        seen.page.goto(path.as_uri())
        return seen

    yield opening
    for seen in opened:
        seen.listen(wanted=False)
        if seen.page is not tab:
            seen.page.close()


def _as_new(tab: Any, viewport: dict[str, int], **media: str) -> Any:
    """The tab with nothing of what was open in it before: neither its size, nor its media, nor where the mouse was."""
    tab.goto("about:blank")
    tab.set_viewport_size(viewport)
    tab.emulate_media(media="null", forced_colors=media.pop("forced_colors", "none"), **media)
    tab.mouse.move(0, 0)
    return tab


def _missing() -> str:
    try:
        import axe_playwright_python.sync_playwright  # noqa: F401
        import playwright.sync_api  # noqa: F401
    except ImportError as error:
        return f"{error.name} is not installed: pip install '.[dev]'"
    return "" if Path(CHROMIUM).exists() else f"{CHROMIUM} is not there: apt-get install chromium"
