"""What is asserted of every page in the browser.

Whether all can read a page hangs on its template and its theme, which axe takes a second for each to look at: every
template is shown to it once a theme, with the fullest sample, and the samples that mark up something of their own once.
"""

from __future__ import annotations

from typing import Any

WIDTHS = (320, 360, 768, 1440, 3840)


def assert_nothing_ran(seen: Any, *, allowed: tuple[str, ...] = ()) -> None:
    """The page asked for itself alone, said nothing, and no hostile text ran."""
    asked = [url.partition("#")[0] for url in seen.asked]
    assert [url for url in asked if not url.startswith(allowed or (asked[0],))] == []
    assert seen.said == []
    assert seen.page.evaluate("window.owned") is None


def assert_nothing_sticks_out(seen: Any) -> None:
    """The page needs no scrolling sideways, from a small telephone to a large screen."""
    for width in WIDTHS:
        seen.page.set_viewport_size({"width": width, "height": 800})
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, width


def assert_everyone_can_read_it(seen: Any) -> None:
    """axe finds no violation, at any level it knows."""
    from axe_playwright_python.sync_playwright import Axe

    # It would fetch style sheets to look into them, which the page's policy rightly refuses.
    rules = {"target-size": {"enabled": True}}
    results = Axe().run(seen.page, options={"resultTypes": ["violations"], "preload": False, "rules": rules})
    assert results.violations_count == 0, results.generate_report()
