"""The blocks of an RTF document: a line of tokens is read with a stack of the states that its groups set."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from revtrack import lexicon
from revtrack.errors import InputError
from revtrack.intake.documents import document_limits as limits
from revtrack.intake.documents.copy_blocks import CopyBlock, Form, block, row
from revtrack.intake.documents.document import Tracked
from revtrack.intake.documents.rtf_state import CHARSETS, SIGNS, RtfFlow, RtfParagraph, RtfState
from revtrack.intake.documents.rtf_tokens import RtfToken, tokens

# Groups that hold no copy; every group marked `\*` is one too, but for those that are copy nonetheless.
_NO_COPY = lexicon.words("rtf_no_copy")
_COPY_ALL_THE_SAME = frozenset(("shpinst", "shptxt", "ud"))
_LISTS = frozenset(("listtext", "pntext"))
_HEADINGS: dict[str, Form] = {"title": "headline", "heading 1": "headline"}
_HEADINGS.update({f"heading {level}": "heading" for level in range(2, 10)})
_QUOTES = frozenset(("quote", "intense quote", "block text", "quotations"))
_NOTES = frozenset(("footnote", "endnote", "shptxt"))  # and text boxes
_LONGEST_NAME = 200


class RtfReader:
    """Reads one document."""

    def __init__(self, data: bytes, name: str, tracked: Tracked) -> None:
        self.has_tracked_changes = False
        self._data, self._name = data, name
        self._original = tracked == "original"
        self._codepage = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, Form] = {}
        self._style_name, self._style_number, self._font_number = b"", 0, -1
        self._flow = RtfFlow()
        self._waiting: list[tuple[int, RtfFlow]] = []  # the copy, while a note is read, and how deep the note opened
        self._notes: list[CopyBlock] = []
        self._counts: Counter[str] = Counter()
        self._bytes: list[bytes] = []
        self._left = self._surrogate = 0
        self._state = RtfState()
        self._stack: list[RtfState] = []
        self._starred = False
        self._words = _words()

    def blocks(self) -> list[CopyBlock]:
        """The blocks of the copy, then those of its notes."""
        for count, token in enumerate(tokens(self._data)):
            if count > limits.MAX_TOKENS:
                raise InputError(f"{self._name}: has more than {limits.MAX_TOKENS:,} groups and words of RTF: split it")
            if token.kind == "open":
                self._open()
            elif token.kind == "close":
                self._close()
                if not self._stack:
                    break  # what stands behind the document is no part of it
            elif token.kind == "word":
                self._word(token)
            else:
                self._text(token.data)
        self._decode()
        self._end_paragraph()
        return [*self._flow.blocks, *self._notes]

    def _open(self) -> None:
        self._decode()
        self._stack.append(replace(self._state))
        if len(self._stack) > limits.MAX_DEPTH:
            raise InputError(
                f"{self._name}: has groups nested more than {limits.MAX_DEPTH} deep: save its text in a new document"
            )
        self._starred, self._left = False, 0

    def _close(self) -> None:
        self._decode()
        self._left = 0
        if self._waiting and self._waiting[-1][0] == len(self._stack):
            self._end_paragraph()
            self._notes += self._flow.blocks
            self._flow = self._waiting.pop()[1]
        if self._stack:
            self._state = self._stack.pop()

    def _word(self, token: RtfToken) -> None:
        word, number = token.word, token.number
        if word == "u":
            self._unicode(number or 0)
            return
        self._decode()
        self._left = 0
        if word == "*":
            self._starred = True
            return
        starred, self._starred = self._starred, False
        if word in _NO_COPY or (starred and word not in _COPY_ALL_THE_SAME):
            self._state.place = "none"
        elif word in _LISTS:
            self._state.place = "list" if self._state.place == "copy" else "none"
        elif word in _NOTES and self._state.place == "copy":
            self._waiting.append((len(self._stack), self._flow))
            self._flow = RtfFlow()
        elif word in SIGNS:
            if word == "cell":
                self._cell()
            else:
                self._write(SIGNS[word])
        elif word in self._words:
            self._words[word](self, number)

    def _text(self, data: bytes) -> None:
        if self._left:  # what old readers show in place of a \u
            cut = min(self._left, len(data))
            self._left -= cut
            data = data[cut:]
        place = self._state.place
        if place == "styles":
            self._style_name = self._style_name[-_LONGEST_NAME:] + data
            if self._style_name.endswith(b";"):
                name = self._style_name.rstrip(b";").decode("latin-1").strip().lower()
                form: Form = "quotation" if name in _QUOTES else _HEADINGS.get(name, "paragraph")
                self._styles[self._style_number], self._style_name = form, b""
        elif place in ("copy", "list"):
            self._bytes.append(data)

    def _unicode(self, number: int) -> None:
        self._decode()
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._surrogate = code
        elif 0xDC00 <= code < 0xE000:
            if self._surrogate:
                self._write(chr(0x10000 + ((self._surrogate - 0xD800) << 10) + (code - 0xDC00)))
            self._surrogate = 0
        else:
            self._write(chr(code))
        self._left = self._state.skip

    def _decode(self) -> None:
        if self._bytes:
            data, self._bytes = b"".join(self._bytes), []
            self._write(data.decode(self._fonts.get(self._state.font, self._codepage), "replace"))

    def _write(self, text: str) -> None:
        state = self._state
        if state.place == "list":
            self._flow.paragraph.listed = (self._flow.paragraph.listed + text)[:_LONGEST_NAME]
        elif state.place == "copy" and not state.hidden and not (state.revised if self._original else state.deleted):
            self._flow.pieces.append(text)

    def _cell(self) -> None:
        if self._state.place == "copy":
            self._flow.cells.append("".join(self._flow.pieces))
            self._flow.pieces = []

    def _row(self) -> None:
        if self._state.place != "copy":
            return
        cells, self._flow.cells = self._flow.cells[: limits.MAX_COLUMNS], []
        found = row(cells) if len(cells) > 1 else block("paragraph", "".join(cells))
        if found:
            self._flow.blocks.append(found)
        self._flow.pieces, self._flow.paragraph = [], replace(self._flow.paragraph, listed="")

    def _end_paragraph(self) -> None:
        flow = self._flow
        if flow.paragraph.in_table:
            flow.pieces.append("\n")
            return
        form, number = flow.paragraph.form, 0
        text, listed = "".join(flow.pieces), flow.paragraph.listed.strip()
        if listed and form == "paragraph" and text.strip():
            digits = listed.rstrip(".)")
            form, number = ("numbered", int(digits)) if digits.isdecimal() and len(digits) < 7 else ("item", 0)
        found = block(form, text, number)
        if found:
            flow.blocks.append(found)
        flow.pieces = []
        flow.paragraph = replace(flow.paragraph, listed="")

    def paragraph(self, _: int | None) -> None:
        """A paragraph ends, unless its end is not in the wanted version."""
        state = self._state
        if state.place == "copy" and not (state.revised if self._original else state.deleted):
            self._end_paragraph()

    def plain_paragraph(self, _: int | None) -> None:
        """The properties of the paragraph begin anew."""
        if self._state.place == "copy":
            self._flow.paragraph = RtfParagraph(listed=self._flow.paragraph.listed)

    def style(self, number: int | None) -> None:
        """A style: of the paragraph, or the one that is being defined."""
        if self._state.place == "styles":
            self._style_number = number or 0
        elif self._state.place in ("copy", "list"):
            self._flow.paragraph.form = self._styles.get(number or 0, "paragraph")

    def outline(self, number: int | None) -> None:
        """The level of a heading."""
        if self._state.place == "copy" and number is not None and number < 9:
            self._flow.paragraph.form = "headline" if number == 0 else "heading"

    def in_table(self, _: int | None) -> None:
        """The paragraph is in a table."""
        if self._state.place == "copy":
            self._flow.paragraph.in_table = True

    def end_row(self, _: int | None) -> None:
        """The row of a table ends."""
        self._row()

    def codepage(self, number: int | None) -> None:
        """The code page of bytes whose font has none."""
        self._codepage = _known(f"cp{number}") or self._codepage

    def font(self, number: int | None) -> None:
        """A font: of the text, or the one that is being defined."""
        if self._state.place == "fonts":
            self._font_number = number or 0
        else:
            self._state.font = -1 if number is None else number

    def charset(self, number: int | None) -> None:
        """The charset of the font that is being defined."""
        if self._state.place == "fonts" and number in CHARSETS and number != 0:
            self._fonts[self._font_number] = CHARSETS[number]

    def deleted(self, number: int | None) -> None:
        """Text was deleted while changes were tracked."""
        self._state.deleted = number != 0
        self.has_tracked_changes |= self._state.place == "copy" and number != 0

    def revised(self, number: int | None) -> None:
        """Text was inserted while changes were tracked."""
        self._state.revised = number != 0
        self.has_tracked_changes |= self._state.place == "copy" and number != 0

    def hidden(self, number: int | None) -> None:
        """Text is not shown."""
        self._state.hidden = number != 0

    def plain(self, _: int | None) -> None:
        """The properties of the text begin anew."""
        self._state.hidden = self._state.deleted = self._state.revised = False

    def skip(self, number: int | None) -> None:
        """How many bytes stand for a \\u in old readers."""
        self._state.skip = max(number or 0, 0)

    def definitions(self, place: str) -> None:
        """What follows in this group defines fonts or styles."""
        self._state.place = place


def _words() -> dict[str, Callable[[RtfReader, int | None], None]]:
    return {
        "ansicpg": RtfReader.codepage,
        "deleted": RtfReader.deleted,
        "f": RtfReader.font,
        "fcharset": RtfReader.charset,
        "fonttbl": lambda reader, _: reader.definitions("fonts"),
        "intbl": RtfReader.in_table,
        "mac": lambda reader, _: reader.codepage(10000),
        "outlinelevel": RtfReader.outline,
        "page": RtfReader.paragraph,
        "par": RtfReader.paragraph,
        "pard": RtfReader.plain_paragraph,
        "plain": RtfReader.plain,
        "revised": RtfReader.revised,
        "row": RtfReader.end_row,
        "s": RtfReader.style,
        "sect": RtfReader.paragraph,
        "stylesheet": lambda reader, _: reader.definitions("styles"),
        "uc": RtfReader.skip,
        "v": RtfReader.hidden,
    }


def _known(codepage: str) -> str:
    """A code page by its name in Python, empty where there is none."""
    if codepage == "cp10000":
        return "mac_roman"
    try:
        return codecs.lookup(codepage).name
    except LookupError:
        return ""
