"""A version as it is set in type: its words as a reader sees them, and what each of its blocks is set as.

"- **12** ships" is an item of a list that reads "12 ships"; "> We left" is a quotation; "| Ships | 12 |" a row of two
cells. Offsets are those of the file, as everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from revtrack.model import Block, Claims, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.cells import EDGE
from revtrack.text.expressions import expression
from revtrack.text.markup import Shown, shown

Look = Literal["", "strong", "em"]
Form = Literal["paragraph", "heading", "item", "row", "quotation"]

_ITEM = expression(r"(?:[-*+\u2022\u2013]|(?P<number>\d{1,3}[.)])) ")
# What parts the heading of a table from its other rows, or tells a cell of it.
_RULE = expression(r"\|?[ \t]*:?-{2,}")
_HEADING_CELL = expression(r"<th\b", re.IGNORECASE)
# A tag of a heading, with others that may come before its words; how far it is looked for, in code points.
_HEADING = expression(r"<h[1-6]\b[^<>]*>\s*(?:<[^<>]*>\s*)*\Z", re.IGNORECASE)
_TAGS_BEFORE = 200
_EMPTY_LINE = expression(r"\n[^\S\n]*\r?\n|\r[^\S\r\n]*\r")


# Words set bold or in italics, in Markdown or HTML; of longer stretches nobody marks the end.
_EMPHASISED = expression(
    r"(?P<strong>\*\*|__)(?=[^\s*_])[^\n]{1,300}?(?<=\S)(?P=strong)"
    r"|(?<![\w*])(?P<em>[*_])(?=[^\s*_])[^\n*_]{1,300}?(?<=\S)(?P=em)(?![\w*])"
    r"|(?P<tag><(?P<name>b|strong|i|em)>)[^<]{1,300}</(?P=name)>",
    re.IGNORECASE,
)


class Setting(NamedTuple):
    """What a block is set as.

    `depth` counts the lists that an item stands in beyond the first and `number` is what it is counted by ("2.");
    `columns` are those of the cells of a row, by its sentences, `table` numbers the table, `heads` says that the row
    names the columns.
    """

    form: Form = "paragraph"
    depth: int = 0
    number: str = ""
    columns: tuple[int, ...] = ()
    table: int = 0
    heads: bool = False


PLAIN = Setting()


@dataclass(slots=True)
class TypesetText:
    """One version, set; made once for all that print it."""

    claims: Claims
    copy: Shown = field(init=False)
    settings: tuple[Setting, ...] = field(init=False)
    emphasised: tuple[tuple[Span, Look], ...] = field(init=False)

    def __post_init__(self) -> None:
        self.copy = shown(self.claims.text)
        self.settings = tuple(_settings(self.claims, self.copy))
        self.emphasised = tuple(_emphasised(self.claims.text, self.copy)) if self.copy.lines else ()

    def seen(self, span: Span) -> str:
        """What a reader sees of a stretch of the file."""
        return _seen(self.copy, span)

    def looks(self, span: Span) -> Iterator[tuple[Span, Look]]:
        """A stretch of the file, cut where its words begin or end to be bold or in italics."""
        start = span.start
        for place in range(bisect_right(self.emphasised, span.start, key=lambda one: one[0].end), len(self.emphasised)):
            own, look = self.emphasised[place]
            if own.start >= span.end:
                break
            if own.start > start:
                yield Span(start, own.start), ""
                start = own.start
            yield Span(start, min(own.end, span.end)), look
            start = min(own.end, span.end)
        if start < span.end:
            yield Span(start, span.end), ""


def _emphasised(text: str, copy: Shown) -> Iterator[tuple[Span, Look]]:
    """The words whose signs of emphasis a reader does not see: in "2 * 3 * 4" the stars are read."""
    for found in _EMPHASISED.finditer(text):
        sign = found["strong"] or found["em"] or found["tag"]
        if _seen(copy, Span(found.start(), found.start() + len(sign))):
            continue
        is_strong = found["strong"] or (found["name"] or "").lower() in ("b", "strong")
        yield Span(found.start(), found.end()), "strong" if is_strong else "em"


def seen(text: str, span: Span) -> str:
    """What a reader sees of a stretch of a file: "[the report](report.pdf)" is "the report"."""
    return _seen(shown(text), span)


def _seen(copy: Shown, span: Span) -> str:
    return copy.seen(span.start, span.end).of(copy.text) if copy.lines else span.of(copy.text)


def _settings(claims: Claims, copy: Shown) -> list[Setting]:
    found: list[Setting] = []
    indents: list[int] = []
    table = 0
    for place, block in enumerate(claims.blocks):
        above = claims.blocks[place - 1] if place else None
        if block.role != "item":
            indents = []
        if block.role == "row":
            begins = above is None or above.role != "row" or _apart(claims.text, above, block)
            table += begins
            below = claims.blocks[place + 1] if place + 1 < len(claims.blocks) else None
            heads = begins and _is_head(claims.text, above.end if above else 0, block, below)
            columns = tuple(_columns(claims, copy, block, above.end if above and not begins else 0))
            found.append(Setting("row", columns=columns, table=table, heads=heads))
        elif block.role == "item":
            found.append(_item(copy, block, indents))
        elif block.role in ("headline", "heading") or _is_headed(claims.text, block):
            found.append(Setting("heading"))
        else:
            found.append(Setting("quotation") if _is_quoted(copy, block) else PLAIN)
    return found


def _item(copy: Shown, block: Block, indents: list[int]) -> Setting:
    """An item, deeper than the one above if it is indented further; `indents` are those of the lists it stands in."""
    start = copy.seen(block.start, block.end).start
    mark = _ITEM.match(copy.text, start)
    indent = start - max(copy.text.rfind(sign, 0, start) for sign in "\n\r") - 1
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return Setting("item", len(indents) - 1, (mark["number"] or "") if mark else "")


def _is_headed(text: str, block: Block) -> bool:
    before = text[max(0, block.start - _TAGS_BEFORE) : block.start]
    return before.rstrip().endswith(">") and _HEADING.search(before) is not None


def _is_quoted(copy: Shown, block: Block) -> bool:
    if not copy.quotations:
        return False
    start = copy.seen(block.start, block.end).start
    place = bisect_right(copy.quotations, start, key=lambda span: span.start) - 1
    return place >= 0 and start < copy.quotations[place].end


def _apart(text: str, above: Block, block: Block) -> bool:
    return _EMPTY_LINE.search(text, above.end, block.start) is not None


def _is_head(text: str, above: int, block: Block, below: Block | None) -> bool:
    """Whether the first row of a table names its columns."""
    ruled = below is not None and below.role == "row" and _RULE.search(text, block.end, below.start)
    return bool(ruled or _HEADING_CELL.search(text, above, block.end))


def _columns(claims: Claims, copy: Shown, block: Block, above: int) -> list[int]:
    """The columns of the cells of a row that are not empty."""
    first = copy.seen(block.start, block.end).start
    position = max(above, *(copy.text.rfind(sign, 0, first) + 1 for sign in "\n\r"))
    column = 0
    columns: list[int] = []
    for cell in claims.sentences[block.first : block.last]:
        span = copy.seen(cell.start, cell.end)
        column += copy.text.count(EDGE, position, span.start)
        position = span.end
        columns.append(column)
    return columns
