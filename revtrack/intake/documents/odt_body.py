"""The blocks of an OpenDocument text, in reading order.

Tracked changes: what was deleted is kept apart, at the head of the document, and a mark shows where it was; what was
inserted is in the copy between two marks. So the original is the copy without the inserted, and with the deleted put
back at its marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.intake.documents import document_limits as limits
from revtrack.intake.documents.copy_blocks import CopyBlock, Form, block, row
from revtrack.intake.documents.document import Tracked
from revtrack.intake.documents.elements import Element
from revtrack.intake.documents.odt_styles import OdtStyles

_HOLDERS = frozenset(("a", "bookmark-ref", "meta", "meta-field", "ruby", "ruby-base", "span"))
_SECTIONS = frozenset(("section", "index-body", "table-of-content", "text-box", "frame", "g", "custom-shape"))
_SKIPPED = frozenset(("annotation", "tracked-changes", "desc", "title", "sequence-decls", "forms", "ruby-text"))
_BREAK = "\0"  # where a paragraph ends inside a text that was put back


class OdtBody:
    """Reads blocks; `notes` are the bodies of the footnotes and endnotes met."""

    def __init__(self, styles: OdtStyles, changes: Element | None, tracked: Tracked) -> None:
        self._styles = styles
        self._original = tracked == "original"
        regions = {
            region.get("id"): next(region.elements(), None)
            for region in (changes.elements("changed-region") if changes else ())
        }
        self._inserted = {key for key, region in regions.items() if region and region.name == "insertion"}
        self._deleted = {key: region for key, region in regions.items() if region and region.name == "deletion"}
        self._inside: set[str] = set()  # insertions that the reading is inside of
        self._open = ""
        self._boxes: list[Element] = []
        self.notes: list[Element] = []

    def blocks(self, holder: Element) -> list[CopyBlock]:
        """The blocks in an element, in document order."""
        found = list(self._blocks(holder))
        rest = block("paragraph", self._open)
        self._open = ""
        return [*found, rest] if rest else found

    def _blocks(
        self, holder: Element, form: Form = "paragraph", style: str = "", level: int = 0
    ) -> Iterator[CopyBlock]:
        for child in holder.elements():
            if child.name in ("p", "h"):
                yield from self._paragraph(child, form)
            elif child.name == "list":
                yield from self._list(child, style, level + 1)
            elif child.name == "table":
                yield from self._table(child)
            elif child.name.startswith("change"):
                self._mark(child)
            elif child.name in _SECTIONS:
                yield from self._blocks(child, form, style, level)

    def _paragraph(self, paragraph: Element, form: Form, number: int = 0) -> Iterator[CopyBlock]:
        if self._styles.is_hidden(paragraph.get("style-name")):
            return
        if paragraph.name == "h":
            form = "headline" if paragraph.get("outline-level") in ("", "1") else "heading"
        elif form == "paragraph":
            form = self._styles.form(paragraph.get("style-name"))
        text = self._open + "".join(self._texts(paragraph))
        self._open = ""
        if self._inside:  # the end of this paragraph was inserted
            self._open = text
            return
        *above, text = text.split(_BREAK)
        for part in (*(block("paragraph", part) for part in above), block(form, text, number)):
            if part:
                yield part
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._blocks(box)

    def _texts(self, holder: Element) -> Iterator[str]:
        for child in holder.children:
            if isinstance(child, str):
                yield "" if self._inside else child
            elif child.name in _SKIPPED:
                continue
            elif child.name == "s":
                yield " "
            elif child.name in ("tab", "line-break"):
                yield "" if self._inside else "\n"
            elif child.name.startswith("change"):
                yield self._mark(child)
            elif child.name == "note":
                self.notes += [] if self._inside else child.elements("note-body")
            elif child.name in ("frame", "text-box"):
                self._boxes += [] if self._inside else [child]
            elif child.name in _HOLDERS and self._styles.is_hidden(child.get("style-name")):
                continue
            else:
                yield from self._texts(child)

    def _mark(self, mark: Element) -> str:
        """What a mark of a change adds to the text: what was deleted there, when the original is read."""
        number = mark.get("change-id")
        if not self._original:
            return ""
        if number in self._inserted:
            if mark.name == "change-start":
                self._inside.add(number)
            elif mark.name == "change-end":
                self._inside.discard(number)
        elif number in self._deleted and mark.name == "change" and not self._inside:
            return _BREAK.join(
                "".join(self._texts(part)) for part in self._deleted[number].elements() if part.name in "ph"
            )
        return ""

    def _list(self, listed: Element, style: str, level: int) -> Iterator[CopyBlock]:
        style = listed.get("style-name") or style
        counts = self._styles.counts(style, level)
        number = 0
        for item in listed.elements():
            if item.name not in ("list-item", "list-header"):
                continue
            number += item.name == "list-item"
            first = True
            for child in item.elements():
                if child.name in ("p", "h") and first:
                    form: Form = "numbered" if counts else "item"
                    yield from self._paragraph(child, form, number if counts else 0)
                    first = False
                elif child.name == "list":
                    yield from self._list(child, style, level + 1)
                elif child.name in ("p", "h"):
                    yield from self._paragraph(child, "paragraph")

    def _table(self, table: Element) -> Iterator[CopyBlock]:
        rows = [line for line in _rows(table) for _ in range(_repeated(line, "number-rows-repeated"))]
        cells = [
            [
                " ".join(found.text for found in self._blocks(cell))
                for cell in line.elements()
                if cell.name in ("table-cell", "covered-table-cell")
                for _ in range(_repeated(cell, "number-columns-repeated"))
            ][: limits.MAX_COLUMNS]
            for line in rows
        ]
        if max(map(len, cells), default=0) > 1:
            yield from (found for texts in cells if (found := row(texts)))
        else:  # a frame around copy
            for line in rows:
                for cell in line.elements("table-cell"):
                    yield from self._blocks(cell)


def _rows(holder: Element) -> Iterator[Element]:
    for child in holder.elements():
        if child.name == "table-row":
            yield child
        elif child.name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _repeated(element: Element, key: str) -> int:
    """How often a cell or row stands: once where it is empty, since sheets end in thousands of empty ones."""
    times = element.get(key)
    return (
        min(int(times), limits.MAX_REPEATED) if times.isdecimal() and len(times) < 9 and element.text().strip() else 1
    )
