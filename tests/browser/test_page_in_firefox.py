"""The page in Firefox: it starts from the memory that Node.js wrote down, and answers as the command line does."""

from __future__ import annotations

import time
from importlib.resources import files
from typing import Any

import pytest

from revtrack.browser import inside
from tests.report.firefox import Firefox

OLD = "At least 12 people died when a ferry sank, police said.\n"
NEW = "At least 21 people died when a ferry sank, police said.\n"

pytestmark = pytest.mark.browser

_FILL = """
for (const [side, text] of [["old", arguments[0]], ["new", arguments[1]]]) {
  document.getElementById(side).value = text;
  document.getElementById(side).dispatchEvent(new Event("input", { bubbles: true }));
}
"""
_VIOLATIONS = """
return axe.run(document).then(({ violations }) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`));
"""


def waited(firefox: Firefox, script: str) -> Any:
    """What a script returns, once it returns something; the test's own limit ends it where it never does."""
    while not (found := firefox.run(script)):
        time.sleep(0.2)
    return found


def test_two_versions_are_compared(firefox: Firefox, address: str) -> None:
    firefox.open(address)
    waited(firefox, "return document.getElementById('state').textContent === 'Ready.'")
    firefox.run(_FILL, OLD, NEW)
    assert waited(firefox, "return document.getElementById('report').srcdoc") == inside.compared(OLD, NEW, "html")
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    for width, scheme in ((320, "dark"), (1440, "light")):
        firefox.show(width, 800, scheme)
        assert firefox.run("return document.documentElement.scrollWidth;") <= width
        assert firefox.run(axe + _VIOLATIONS) == []
    assert firefox.said(address) == []
