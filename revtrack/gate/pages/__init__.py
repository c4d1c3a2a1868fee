"""The pages of the rules: what each is for and why, and an edit that breaks it; one module a family.

They are read by `revtrack rule` and for docs/rules.md alone; a test holds that each example breaks its rule.
"""

from __future__ import annotations

from importlib import import_module

from revtrack.gate.page import Page
from revtrack.gate.rules import FAMILIES


def page_of(code: str) -> Page:
    """The page of a rule."""
    pages: dict[str, Page] = import_module(f"{__name__}.{FAMILIES[code[0]].lower()}").PAGES
    return pages[code]
