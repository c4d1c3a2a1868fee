"""The pages in Firefox as in Chromium: nothing sticks out, nothing is asked for, all can read them, links unfold."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from test_history_html import page as history

from revtrack.report import html
from tests.report.firefox import Firefox
from tests.report.samples import evil, hospital, right_to_left, rising, turned, typeset, unbroken

PAGES: dict[str, Callable[[], str]] = {
    "hospital": lambda: html.diff(hospital()),
    "typeset": lambda: html.diff(typeset()),
    "evil": lambda: html.diff(evil()),
    "right_to_left": lambda: html.diff(right_to_left()),
    "unbroken": lambda: html.diff(unbroken()),
    "history": lambda: history(rising()),
}
WIDTHS = (320, 360, 768, 1440, 2560)
AXE = """return axe
  .run(document, { resultTypes: ["violations"], preload: false, rules: { "target-size": { enabled: true } } })
  .then((found) => found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`));"""


def opened(firefox: Firefox, folder: Path, page: str, **view: Any) -> str:
    """The address of a page that Firefox shows."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    firefox.open(path.as_uri(), **view)
    return path.as_uri()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_said_and_nothing_sticks_out(firefox: Firefox, tmp_path: Path, name: str) -> None:
    """A page that asked for anything would have its policy say so."""
    address = opened(firefox, tmp_path, PAGES[name]())
    for width in WIDTHS:
        firefox.show(width, 800)
        assert firefox.run("return document.documentElement.scrollWidth;") <= width, width
    assert firefox.said(address) == []
    assert firefox.run("return window.owned ?? null;") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["hospital", "typeset", "history"])
def test_everyone_can_read_it(firefox: Firefox, tmp_path: Path, name: str, scheme: str) -> None:
    opened(firefox, tmp_path, PAGES[name](), scheme=scheme)
    package = find_spec("axe_playwright_python")
    assert package
    assert package.origin
    firefox.run(Path(package.origin).with_name("axe.min.js").read_text(encoding="utf-8") + "window.axe = axe;")
    assert firefox.run(AXE) == []


@pytest.mark.parametrize(("width", "height", "leads"), [(360, 740, 2), (1440, 900, 3)])
def test_the_first_screen_tells_the_gravest_changes(
    firefox: Firefox, tmp_path: Path, width: int, height: int, leads: int
) -> None:
    opened(firefox, tmp_path, PAGES["hospital"](), width=width, height=height)
    bottoms = firefox.run(
        "return [...document.querySelectorAll('.lead')].map((one) => one.getBoundingClientRect().bottom);"
    )
    assert bottoms[leads - 1] <= height


def test_keys_walk_from_change_to_change_and_unfold_them(firefox: Firefox, tmp_path: Path) -> None:
    opened(firefox, tmp_path, html.diff(turned()))
    assert not firefox.run("return document.querySelector('#new').open;")
    for _ in range(4):
        firefox.press("n")
    assert firefox.run("return document.activeElement.textContent;") == "4 statement"
    assert firefox.run("return document.querySelector('#new').open;")


def test_what_is_copied_from_the_new_text_is_the_new_text(firefox: Firefox, tmp_path: Path) -> None:
    opened(firefox, tmp_path, PAGES["typeset"](), width=1440, height=900)
    copied = firefox.run(
        """const all = [...document.querySelectorAll(".now.item")];
        getSelection().selectAllChildren(all.find((one) => one.textContent.includes("day")));
        return getSelection().toString();"""
    )
    assert copied.strip() == "The port loses $3m a day"


def test_on_paper_everything_is_unfolded(firefox: Firefox, tmp_path: Path) -> None:
    opened(firefox, tmp_path, html.diff(turned()), medium="print")
    assert firefox.run("return matchMedia('print').matches;")
    assert firefox.run("return document.querySelector('#new .copy').checkVisibility();")
    assert firefox.printed().startswith(b"%PDF")
