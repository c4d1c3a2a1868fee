"""The blocks of a Word document's body, a note or a table cell, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from revtrack.intake.documents import document_limits as limits
from revtrack.intake.documents.copy_blocks import CopyBlock, Form, block, row
from revtrack.intake.documents.document import Tracked
from revtrack.intake.documents.docx_styles import Styles
from revtrack.intake.documents.elements import Element

# Elements that hold runs or paragraphs and say nothing themselves.
_HOLDERS = frozenset(
    ("AlternateContent", "Choice", "bdo", "customXml", "dir", "fldSimple", "hyperlink", "ruby", "rubyBase", "sdt")
) | frozenset(("sdtContent", "smartTag"))
_KEPT = {"accepted": frozenset(("ins", "moveTo")), "original": frozenset(("del", "moveFrom"))}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_OFF = frozenset(("0", "false", "off"))


class Body:
    """Reads blocks; remembers how far its lists have counted and which notes it has met."""

    def __init__(self, styles: Styles, tracked: Tracked) -> None:
        self._styles = styles
        self._kept = _KEPT[tracked]
        self._dropped = _KEPT["original" if tracked == "accepted" else "accepted"]
        self._counts: Counter[tuple[str, str]] = Counter()
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[Element] = []
        self._open = ""  # the text of a paragraph whose end is not kept: it goes on in the next one

    def blocks(self, holder: Element) -> list[CopyBlock]:
        """The blocks in an element, in document order."""
        found = list(self._blocks(holder))
        rest = block("paragraph", self._open)
        self._open = ""
        return [*found, rest] if rest else found

    def notes(self, kind: str) -> list[str]:
        """The numbers of the notes of a kind ("footnote", "endnote") that were met, in order, each once."""
        return list(dict.fromkeys(number for met, number in self._notes if met == kind))

    def _blocks(self, holder: Element) -> Iterator[CopyBlock]:
        for child in holder.elements():
            if child.name == "p":
                yield from self._paragraph(child)
            elif child.name == "tbl":
                yield from self._table(child)
            elif child.name in _HOLDERS or child.name in self._kept:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[CopyBlock]:
        properties = paragraph.first("pPr")
        text = self._open + "".join(self._texts(paragraph))
        self._open = ""
        boxes, self._boxes = self._boxes, []
        if properties and self._is_dropped(properties.first("rPr")):
            self._open = text
        else:
            form, number = self._form(properties) if text.strip() else ("paragraph", 0)
            yield from _only(block(form, text, number))
        for box in boxes:
            yield from self._blocks(box)

    def _form(self, properties: Element | None) -> tuple[Form, int]:
        form = self._styles.form(properties)
        listed = self._styles.numbering(properties)
        if listed is None or form in ("headline", "heading"):
            return form, 0
        number, level, counts = listed
        if not counts:
            return "item", 0
        self._counts[number, level] += 1
        for key in [key for key in self._counts if key[0] == number and key[1] > level]:
            del self._counts[key]  # a list inside the last item is over
        return "numbered", self._counts[number, level]

    def _texts(self, holder: Element) -> Iterator[str]:
        for child in holder.elements():
            name = child.name
            if name == "r":
                if not self._is_hidden(child):
                    yield from self._texts(child)
            elif name in ("t", "delText"):
                yield child.text()
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((name.removesuffix("Reference"), child.get("id")))
            elif name in ("drawing", "pict"):
                # Word writes a text box twice, for new readers and for old ones; only the first is a Choice.
                self._boxes += child.all("txbxContent")
            elif name in _HOLDERS or name in self._kept:
                yield from self._texts(child)

    def _table(self, table: Element) -> Iterator[CopyBlock]:
        rows = [
            [self._cell(cell) for cell in self._held(line, "tc")][: limits.MAX_COLUMNS]
            for line in self._held(table, "tr")
            if not self._is_dropped(line.first("trPr"))
        ]
        if max(map(len, rows), default=0) > 1:
            for cells in rows:
                yield from _only(row(" ".join(block.text for block in cell) for cell in cells))
        else:  # a frame around copy
            for cells in rows:
                for cell in cells:
                    yield from cell

    def _held(self, holder: Element, name: str) -> Iterator[Element]:
        """The rows of a table or cells of a row, also inside content controls."""
        for child in holder.elements():
            if child.name == name:
                yield child
            elif child.name in _HOLDERS or child.name in self._kept:
                yield from self._held(child, name)

    def _cell(self, cell: Element) -> list[CopyBlock]:
        found = list(self._blocks(cell))
        rest = block("paragraph", self._open)
        self._open = ""
        return [*found, rest] if rest else found

    def _is_dropped(self, properties: Element | None) -> bool:
        """Whether a paragraph's end, or a row, is one that the wanted version does not have."""
        return properties is not None and any(child.name in self._dropped for child in properties.elements())

    def _is_hidden(self, run: Element) -> bool:
        mark = run.first("rPr", "vanish")
        return mark is not None and mark.get("val") not in _OFF


def _only(found: CopyBlock | None) -> Iterator[CopyBlock]:
    if found:
        yield found
