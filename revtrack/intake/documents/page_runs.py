"""The runs of text of a page: what stands on its own between two block-level edges, with what is known of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from revtrack.intake.documents import document_limits as limits
from revtrack.intake.documents.copy_blocks import CopyBlock, Form, block, folded, row
from revtrack.intake.documents.html_tree import HtmlElement, elements_that_are
from revtrack.intake.documents.page_boxes import Boxes

_UNSEEN, _SILENT, _INLINE = (elements_that_are(what) for what in ("unseen", "silent", "inline"))
_FORMS: dict[str, Form] = {
    "h1": "headline",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "blockquote": "quotation",
    "li": "item",
}
_NOTE_MARK = re.compile(r"\[?[\d*\u2020\u2021]{1,3}\]?")
_LONGEST_CELL = 300


@dataclass(frozen=True, slots=True)
class Run:
    """A block of a page: how many of its letters are links, the element that holds it, and the box it is in."""

    block: CopyBlock
    linked: int
    holder: HtmlElement
    box: str

    @property
    def share_of_links(self) -> float:
        """How much of it is links, from 0 to 1."""
        return self.linked / max(len(self.block.text), 1)


def runs(root: HtmlElement, boxes: Boxes) -> list[Run]:
    """Every run of a page, in document order."""
    return list(_PageRuns(boxes).within(root, "", "paragraph"))


class _PageRuns:
    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes
        self._pieces: list[str] = []
        self._linked = 0
        self._form: Form = "paragraph"
        self._number = 0
        self._counts: dict[int, int] = {}  # of the ordered lists of the page

    def within(self, element: HtmlElement, box: str, form: Form) -> Iterator[Run]:
        """The runs inside a block-level element."""
        if element.name in _UNSEEN or _is_hidden(element):
            return
        own = self._boxes.of(element)
        if own == "unseen":
            return
        box = _inner(box, own)
        if element.name == "table" and (rows := _rows(element)):
            yield from self._flush(element, box)
            yield from (Run(found, 0, element, box) for cells in rows if (found := row(cells)))
            return
        form = _FORMS.get(element.name, form)
        yield from self._flush(element, box)
        self._form, self._number = form, self._number_of(element) if form == "item" else 0
        for child in element.children:
            if isinstance(child, str):
                self._add(child, linked=False)
            elif child.name in _SILENT:
                continue
            elif _is_inline(child) and not _holds_blocks(child):
                yield from self._inline(child, element, box, linked=False)
            elif child.name == "br":
                yield from self._line_end(element, box)
            else:
                yield from self._flush(element, box)
                yield from self.within(child, box, form)
                self._form, self._number = form, 0
        yield from self._flush(element, box)
        self._form = "paragraph"

    def _number_of(self, item: HtmlElement) -> int:
        """The number of an item of an ordered list, 0 in another one."""
        if item.name != "li" or item.parent is None or item.parent.name != "ol":
            return 0
        start = item.parent.get("start") or "1"
        first = int(start) if start.isdecimal() and len(start) < 7 else 1
        self._counts[id(item.parent)] = number = self._counts.get(id(item.parent), first - 1) + 1
        return number

    def _inline(self, element: HtmlElement, holder: HtmlElement, box: str, *, linked: bool) -> Iterator[Run]:
        own = self._boxes.of(element)
        if _is_hidden(element) or own in ("unseen", "away"):
            return
        if element.name == "sup" and _NOTE_MARK.fullmatch(element.all_text()) and next(element.iter("a"), None):
            return  # the mark of a footnote
        linked = linked or (element.name == "a" and not (element.get("href") or "#").startswith("#"))
        if element.name == "q":
            self._add("\u201c", linked=linked)
        for child in element.children:
            if isinstance(child, str):
                self._add(child, linked=linked)
            elif child.name == "br":
                yield from self._line_end(holder, box)
            elif child.name not in _UNSEEN:
                yield from self._inline(child, holder, box, linked=linked)
        if element.name == "q":
            self._add("\u201d", linked=linked)

    def _add(self, text: str, *, linked: bool) -> None:
        self._pieces.append(text.replace("\n", " "))
        if linked:
            self._linked += len(folded(text))

    def _line_end(self, holder: HtmlElement, box: str) -> Iterator[Run]:
        """One line end is a space, two are the end of a paragraph."""
        above = "".join(self._pieces).rstrip(" \t\r")
        if above.endswith("\n"):
            yield from self._flush(holder, box)
        elif above:
            self._pieces = [above, "\n"]

    def _flush(self, holder: HtmlElement, box: str) -> Iterator[Run]:
        text, linked = "".join(self._pieces), self._linked
        self._pieces, self._linked = [], 0
        form: Form = "numbered" if self._form == "item" and self._number else self._form
        found = block(form, text, self._number)
        if found:
            self._number = 0
            self._form = "paragraph" if form in ("item", "numbered") else self._form
            yield Run(found, linked, holder, box)


def _inner(box: str, own: str) -> str:
    """The box of an element inside another: a notice is one also inside an aside; what is away stays so."""
    if not own or box == "away":
        return box
    return own


def _is_hidden(element: HtmlElement) -> bool:
    style = "".join((element.get("style") or "").split()).lower()
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").strip().lower() == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _is_inline(element: HtmlElement) -> bool:
    """Whether an element is one in a line of text; those that a site defines itself are, unless they hold others."""
    return element.name in _INLINE or "-" in element.name


def _holds_blocks(element: HtmlElement) -> bool:
    """Whether an inline element is used as a block: `<a><h3>...</h3></a>`."""
    return any(not _is_inline(child) and child.name not in _UNSEEN and child.name != "br" for child in element.iter())


def _rows(table: HtmlElement) -> list[list[str]]:
    """The cells of a table of data, none of one that only arranges a page."""
    lines = list(table.iter("tr"))
    rows = [
        [
            cell.all_text()
            for cell in line.children
            if isinstance(cell, HtmlElement) and cell.name in ("td", "th") and not _is_hidden(cell)
        ][: limits.MAX_COLUMNS]
        for line in lines
    ]
    nested = next((inner for inner in table.iter("table", "h1", "article", "form") if inner is not table), None)
    widest = max(map(len, rows), default=0)
    longest = max((len(cell) for cells in rows for cell in cells), default=0)
    return rows if widest > 1 and longest <= _LONGEST_CELL and nested is None else []
