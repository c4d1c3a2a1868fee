"""PDF: the text layer, in reading order.

PDFium takes the file apart and says where each letter stands; lines, columns and paragraphs are made of that by
`pdf_lines`, `pdf_columns` and `pdf_paragraphs`. Nothing in a document is run or fetched: PDFium is asked for letters
only, and the build that is used has no JavaScript engine.
"""

from __future__ import annotations

import ctypes
import threading
from typing import Any

from revtrack.errors import InputError
from revtrack.installing import command
from revtrack.intake.documents import document_limits as limits
from revtrack.intake.documents.document import Document, from_blocks
from revtrack.intake.documents.pdf_lines import Glyph
from revtrack.intake.documents.pdf_paragraphs import blocks
from revtrack.intake.documents.pdf_streams import check

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_UPRIGHT = 0.1  # radians that a letter may lean; watermarks and notes in the margin lean more
_BOLD, _BOLD_NAMES = 600, (b"bold", b"black", b"heavy")
_LONGEST_FONT = 128  # bytes of its name
_LOCK = threading.Lock()  # PDFium is not made for threads


def read(data: bytes, name: str) -> Document:
    """The document in some bytes; raises InputError, also without the [documents] extra."""
    try:
        import pypdfium2.raw as pdfium
    except ImportError:
        raise InputError(f"{name}: reading PDF needs one more package: add it with `{command('documents')}`") from None
    check(data, name)
    with _LOCK:
        pages = _Pdf(pdfium, data, name).pages()
    if not any(pages):
        raise InputError(
            f"{name}: has no text layer; it was scanned or its text is drawn as shapes: run OCR (text recognition)"
        )
    return from_blocks(blocks(pages), name)


class _Pdf:
    """One document, open in PDFium."""

    def __init__(self, pdfium: Any, data: bytes, name: str) -> None:
        self._pdfium, self._name = pdfium, name
        # PDFium reads from this buffer as long as the document is open.
        self._buffer = ctypes.create_string_buffer(data, len(data))
        pdfium.FPDF_InitLibrary()

    def pages(self) -> list[list[Glyph]]:
        """The letters of each page, in the order in which they are drawn."""
        document = self._pdfium.FPDF_LoadMemDocument64(self._buffer, len(self._buffer), None)
        if not document:
            if self._pdfium.FPDF_GetLastError() == _PASSWORD:
                raise InputError(f"{self._name}: is protected by a password: save a copy without one")
            raise InputError(f"{self._name}: is damaged (it cannot be read as PDF): save or download it anew")
        try:
            count = self._pdfium.FPDF_GetPageCount(document)
            if count > limits.MAX_PDF_PAGES:
                raise InputError(
                    f"{self._name}: has {count:,} pages, more than {limits.MAX_PDF_PAGES:,}: save the pages you need"
                )
            return [self._page(document, number) for number in range(count)]
        finally:
            self._pdfium.FPDF_CloseDocument(document)

    def _page(self, document: Any, number: int) -> list[Glyph]:
        page = self._pdfium.FPDF_LoadPage(document, number)
        if not page:
            return []  # a page that is missing is an empty one to a reader
        try:
            text = self._pdfium.FPDFText_LoadPage(page)
            try:
                return self._glyphs(text, number) if text else []
            finally:
                if text:
                    self._pdfium.FPDFText_ClosePage(text)
        finally:
            self._pdfium.FPDF_ClosePage(page)

    def _glyphs(self, text: Any, number: int) -> list[Glyph]:
        pdfium = self._pdfium
        count = pdfium.FPDFText_CountChars(text)
        if count > limits.MAX_PDF_GLYPHS:
            raise InputError(
                f"{self._name}: has more than {limits.MAX_PDF_GLYPHS:,} letters on page {number + 1}: leave it out"
            )
        box = pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        found = []
        for n in range(count):
            code = pdfium.FPDFText_GetUnicode(text, n)
            if code in (0, 0xFFFE, 0xFFFF) or pdfium.FPDFText_IsGenerated(text, n) == 1:
                continue
            if not pdfium.FPDFText_GetLooseCharBox(text, n, box):
                continue
            angle = pdfium.FPDFText_GetCharAngle(text, n)
            if _UPRIGHT < angle < 6.283 - _UPRIGHT:
                continue
            pdfium.FPDFText_GetCharOrigin(text, n, x, y)
            found.append(
                Glyph(
                    text=chr(code) if code < 0x110000 else "\ufffd",
                    left=round(box.left, 2),
                    right=round(box.right, 2),
                    base=round(y.value, 2),
                    size=round(box.top - box.bottom, 1),
                    bold=self._is_bold(text, n),
                )
            )
        return found

    def _is_bold(self, text: Any, n: int) -> bool:
        """Whether a letter is bold by its font's weight, or by its name where the weight is not stated."""
        if self._pdfium.FPDFText_GetFontWeight(text, n) >= _BOLD:
            return True
        name = ctypes.create_string_buffer(_LONGEST_FONT)
        self._pdfium.FPDFText_GetFontInfo(text, n, name, _LONGEST_FONT, None)
        return any(word in name.value.lower() for word in _BOLD_NAMES)
