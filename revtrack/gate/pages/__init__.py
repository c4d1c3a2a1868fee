"""The rule reference: what each rule finds, why, and an edit that breaks it; one module per family.

Only `revtrack rule` and docs/rules.md use it; a test checks that each example breaks its rule.
"""

from __future__ import annotations

from importlib import import_module

from revtrack.gate.page import Page
from revtrack.gate.rules import FAMILIES


def page_of(code: str) -> Page:
    """The reference page of a rule."""
    pages: dict[str, Page] = import_module(f"{__name__}.{FAMILIES[code[0]].lower()}_rules").PAGES
    return pages[code]
