"""The copy of a text that a reader sees, put together from the edits that each kind of markup asks for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from revtrack.model import Span
from revtrack.model.record import Frozen, record, replace
from revtrack.text import front_matter
from revtrack.text.expressions import expression

if TYPE_CHECKING:
    from revtrack.text.markup.edits import MarkedLine

# Two of these side by side are looked for by hand since most copy has none.
_SPACES = " \u00a0\u2009\u202f"
# Nor does most copy have one of these, and what has none holds no sign of markup.
_RARE = ("<", "&", "[", "{", "~", "*", "_", "`", "|", "\\", "\t", "==", "://", "www.", "pic.", ":::", "!!!", ">")
# Without one of these signs a text holds no markup.
_SIGN = expression(r"[<&\[{~*_`|\\]|(?<=\S)[ ]*\t|==|://|www\.|pic\.(?:twitter|x)\.com/|:::|!!!|^[ \t]*>", re.MULTILINE)


_LINE_START = attrgetter("start")


@record
class Shown(Frozen):
    """A copy as long as its text, with the lines that had markup, and what the markup told: quotations, captions."""

    text: str
    lines: tuple[MarkedLine, ...] = ()
    quotations: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()

    def original(self, start: int, end: int) -> Span:
        """Where a span of the copy is in the file."""
        first, last = self._line(start), self._line(end - 1)
        begin, stop = start, end
        if first and start - first.start < len(first.starts):
            begin = first.starts[start - first.start]
        if last and end > start and end - 1 - last.start < len(last.ends):
            stop = last.ends[end - 1 - last.start]
        return Span(begin, max(begin, stop))

    def seen(self, start: int, end: int) -> Span:
        """Where a span of the file is in the copy."""
        first, last = self._line(start), self._line(end - 1)
        if first:
            start = first.start + bisect_left(first.starts, start)
        if last:
            end = last.start + bisect_right(last.ends, end)
        return Span(start, max(start, end))

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch has a part of a line that had markup."""
        place = bisect_left(self.lines, max(end, start + 1), key=_LINE_START) - 1
        return place >= 0 and self.lines[place].end > start

    def _line(self, offset: int) -> MarkedLine | None:
        place = bisect_right(self.lines, offset, key=_LINE_START) - 1
        return self.lines[place] if place >= 0 and offset < self.lines[place].end else None


@lru_cache(maxsize=8)
def shown(text: str) -> Shown:
    """What a reader sees of a text; the front matter stays as it is."""
    begin = front_matter.end(text)
    fields = [piece for piece in front_matter.pieces(text) if _is_marked(text, piece)] if begin else []
    if not fields and not _is_wide(text) and not (any(map(text.__contains__, _RARE)) and _SIGN.search(text, begin)):
        return Shown(text)
    # Most copy has no markup, and these compile long expressions.
    from revtrack.text.markup import field_markup, inline, line_markup, picture_words, spacing, table_lines
    from revtrack.text.markup.edits import applied, disjoint

    hidden, quotations = line_markup.read(text, begin)
    captioned = list(picture_words.find(text, begin))
    copy, lines = applied(
        text,
        disjoint(
            [
                *hidden,
                *table_lines.read(text, begin),
                *inline.edits(text, begin, captioned),
                *(spacing.edits(text, begin) if _is_wide(text) else ()),
                *field_markup.edits(text, fields),
            ]
        ),
    )
    result = Shown(copy, tuple(lines))
    moved = [tuple(result.seen(span.start, span.end) for span in sorted(spans)) for spans in (quotations, captioned)]
    return replace(result, quotations=moved[0], captions=moved[1])


def _is_wide(text: str) -> bool:
    spaces = [space for space in _SPACES if space in text]
    return any(one + other in text for one in spaces for other in spaces)


def _is_marked(text: str, piece: front_matter.FrontMatterPiece) -> bool:
    if piece.role != "field" or piece.start == piece.end:
        return False
    return bool(_SIGN.search(text, piece.start, piece.end)) or text.find("''", piece.start, piece.end) >= 0
