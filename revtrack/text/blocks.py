"""Blocks of an article: front matter, headline, paragraphs, headings, list items, furniture, notices.

A blank line always parts two blocks. A single line break does too (pages saved as text have one a paragraph),
unless the text is wrapped by hand: it has blank lines, and most of its lines break off in mid-sentence.
Nothing is dropped: a line that is not copy, such as "Updated 3.15 pm", is a block with a role of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from revtrack.model import Role, Spans
from revtrack.text import cells, front_matter, page_furniture, roles
from revtrack.text.expressions import expression
from revtrack.text.sentences import trimmed

_BLANK = expression(r"\n[ \t\r]*\n\s*")
_LINE = expression(r"[^\r\n]+")
_BREAK = expression(r"\r\n|[\n\r\u2028\u2029]")
_OPENS_ITEM = expression(r"\s*(?:[-*+\u2022\u2013] |\d{1,3}[.)] |#{1,6} |>|\|)")
# A line of copy that is cut in the middle of a sentence is at least this long, and does not end with one of these.
_LEAST_ABOVE, _CLOSED = 40, ".!?:;"
_INNER = expression(r"\s*[\[(]?(?!https?:|www\.)[a-z]+(?:[ ,.;:]|$)")
_FEW_LINES = 12
_WRAP_WIDTHS = range(40, 101)

Piece = tuple[Role, int, int]


def split(text: str, plain: str, captions: Spans = ()) -> Iterator[Piece]:
    """Role, start and end of every block, in text order, trimmed of white space; `captions` are known to be such."""
    begin = 0
    for piece in front_matter.pieces(text):
        begin = piece.end
        span = trimmed(plain, piece.start, piece.end)
        if span.start < span.end:
            yield piece.role, span.start, span.end
    pieces = [(start, end) for start, end in _pieces(text, plain, begin) if plain[start:end].strip()]
    titled = False
    in_fields = begin > 0 and front_matter.headline(text) is not None
    below_notice_title = False
    below_box_title = False
    for n, (start, end) in enumerate(pieces):
        # Below a headline in front matter, only a heading of the first level is one as well.
        opening = not titled and n < roles.LINES_BEFORE_HEADLINE and (not in_fields or plain.startswith("# ", start))
        role = roles.of(plain[start:end], opening=opening, last=n == len(pieces) - 1)
        if cells.is_row(plain, start, end):
            role = "row"
        elif role not in ("furniture", "notice") and _is_caption(plain[start:end], start, captions):
            role = "caption"
        if below_notice_title and role == "body":
            role = "notice"
        if below_box_title and role == "item":
            role = "furniture"
        if role == "heading" and n + 1 < len(pieces) and _is_above_publication(plain, pieces, n):
            role = "byline"
        below_box_title = role == "furniture" and (below_box_title or page_furniture.is_box_title(plain[start:end]))
        below_notice_title = role == "notice" and roles.is_notice_title(plain[start:end])
        titled = titled or role in ("headline", "body")
        yield role, start, end


def _is_caption(block: str, start: int, captions: Spans) -> bool:
    place = bisect_right(captions, start, key=lambda span: span.start) - 1
    return (place >= 0 and start < captions[place].end) or page_furniture.is_caption(block)


def _is_above_publication(plain: str, pieces: list[tuple[int, int]], n: int) -> bool:
    """Whether a piece names people and the next one says when the article was published."""
    line, below = (plain[start:end] for start, end in pieces[n : n + 2])
    return roles.is_bare_byline(line) and roles.of(below) == "furniture" and not page_furniture.is_furniture(below)


def _pieces(text: str, plain: str, begin: int) -> Iterator[tuple[int, int]]:
    wrapped = _is_wrapped(plain, begin)
    for start, end in _between(_BLANK, text.replace("\r", " "), begin):
        for part in _wrapped_lines(plain, start, end) if wrapped else _lines(plain, start, end):
            span = trimmed(plain, *part)
            if span.start < span.end:
                yield span.start, span.end


def _between(gap: re.Pattern[str], text: str, start: int, end: int | None = None) -> Iterator[tuple[int, int]]:
    stop = len(text) if end is None else end
    for match in gap.finditer(text, start, stop):
        yield start, match.start()
        start = match.end()
    yield start, stop


def _lines(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a text that is not wrapped as a whole; what goes on in the middle of a sentence is one line."""
    begin, stop, goes_on = start, start, False
    for line_start, line_end in _between(_BREAK, plain, start, end):
        goes_on = stop > begin and _goes_on(plain, begin, stop, line_start, line_end, below=goes_on)
        if not goes_on and stop > begin:
            yield begin, stop
        if not goes_on:
            begin = line_start
        stop = line_end
    yield begin, stop


def _goes_on(plain: str, begin: int, stop: int, start: int, end: int, *, below: bool) -> bool:
    """Whether a line opens in the middle of the sentence that ends the one above, which is long enough for copy."""
    above, line = plain[max(begin, plain.rfind("\n", begin, stop) + 1) : stop].rstrip(), plain[start:end]
    if not above or above[-1] in _CLOSED or cells.EDGE in above or cells.EDGE in line:
        return False
    if below and line[:2].isspace() and line.strip():  # indented like the line above, which went on
        return not _OPENS_ITEM.match(line)
    # A quotation that is still open goes on below a short line, too.
    return (len(above) >= _LEAST_ABOVE or above.count('"') % 2 == 1) and bool(_INNER.match(line))


def _wrapped_lines(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A wrapped paragraph is one piece, but a list item or heading inside it opens a new one."""
    begin, row = start, False
    for line in _LINE.finditer(plain, start, end):
        above, row = row, cells.EDGE in line[0]
        if line.start() > begin and (row or above or _OPENS_ITEM.match(line[0])):
            yield begin, line.start()
            begin = line.start()
    yield begin, end


def _is_wrapped(plain: str, begin: int) -> bool:
    lines = plain[begin:].split("\n")
    lines = ["" if cells.EDGE in line else line.rstrip() for line in lines]
    inner = [line for line, after in pairwise(lines) if line and after]
    if len(inner) <= _FEW_LINES:  # a byline above a line of publication is not wrapped copy
        inner = [line for line in inner if not roles.is_publication(line)]
    if len(inner) < 2 or len(inner) == sum(map(bool, lines)) - 1:
        return False
    cut = sum(len(line) in _WRAP_WIDTHS and line[-1] not in ".!?:\"'" for line in inner)
    return cut >= 0.6 * len(inner)
