"""Which elements of a page are no part of its article: navigation, related stories, adverts, comments, footers.

They are known by their tags, their roles, and words in their class or id (`lexicon/page_boxes.txt`). A box that holds
the headline or much of the page's copy is none, whatever it is called: `<div class="page has-sidebar">`.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.intake.documents.html_tree import HtmlElement

_TAGS = {"nav": "away", "menu": "away", "footer": "aside", "aside": "aside", "header": "aside"}
_ROLES = {
    "navigation": "away",
    "banner": "aside",
    "contentinfo": "aside",
    "complementary": "aside",
    "dialog": "away",
    "alertdialog": "away",
    "search": "away",
    "menu": "away",
    "menubar": "away",
    "toolbar": "away",
}
_NEVER = frozenset(("html", "body", "main"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z0-9]+")
_MUCH = 0.4  # of a page's copy; measured on pages of ten designs, of which side boxes held up to .25
_LONG = 80  # letters of a text that is copy, not a label


class Boxes:
    """The boxes of one page."""

    def __init__(self, root: HtmlElement) -> None:
        self._copy: dict[int, int] = {}
        self._titled: set[int] = set()
        self._known: dict[int, str] = {}
        self._all = 0
        for element in root.iter():
            if element.name == "h1":
                self._titled.update(id(around) for around in element.ancestors())
            if element.name in ("script", "style", "template", "textarea", "title"):
                continue
            letters = _copy_in(element)
            if letters:
                self._all += letters
                for around in element.ancestors():
                    self._copy[id(around)] = self._copy.get(id(around), 0) + letters

    def copy(self, element: HtmlElement) -> int:
        """How many letters of long texts an element holds."""
        return self._copy.get(id(element), 0)

    def of(self, element: HtmlElement) -> str:
        """The box an element is: "away", "aside", "notice", "unseen", or an empty string."""
        key = id(element)
        if key not in self._known:
            self._known[key] = self._found(element)
        return self._known[key]

    def _found(self, element: HtmlElement) -> str:
        if element.name in _NEVER or id(element) in self._titled:
            return ""
        box = _TAGS.get(element.name) or _ROLES.get((element.get("role") or "").strip().lower()) or _named(element)
        if not box or box in ("notice", "unseen"):
            return box
        if self.copy(element) > _MUCH * max(self._all, 1) and self.copy(element) > _LONG * 4:
            return ""
        if element.name in ("header", "footer") and box == "aside" and _in_article(element):
            return "" if element.name == "header" else "aside"
        if element.name == "aside":
            return _named(element) or "aside"
        return box


def _copy_in(element: HtmlElement) -> int:
    """The letters of long texts that stand in an element itself, or in a paragraph with all that is in it."""
    if element.name == "p":
        text = len(element.all_text())
        links = sum(len(link.all_text()) for link in element.iter("a"))
        return text if text >= _LONG and links < text / 2 else 0
    if any(around.name in ("p", "a") for around in element.ancestors()):
        return 0
    own = sum(len(child.strip()) for child in element.children if isinstance(child, str))
    return own if own >= _LONG else 0


def _named(element: HtmlElement) -> str:
    """What the words of class and id say; a notice, then what is unseen, wins."""
    table = lexicon.mapping("page_boxes")
    found = {table[name] for name in _names(element) if name in table}
    return next((box for box in ("notice", "unseen", "away", "aside") if box in found), "")


def _names(element: HtmlElement) -> set[str]:
    """Words, pairs and triples of words of class and id: `c-article__RelatedLinks` gives related, related-links."""
    names: set[str] = set()
    for token in f"{element.get('class') or ''} {element.get('id') or ''}".split()[:40]:
        words = [word for word in _PARTS.split(_CAMEL.sub("-", token[:80]).lower()) if word]
        for length in (1, 2, 3):
            names.update("-".join(words[n : n + length]) for n in range(len(words) - length + 1))
    return names


def _in_article(element: HtmlElement) -> bool:
    return any(around.name in ("article", "main") for around in element.ancestors())
