"""Quotation marks of every usual kind, paired: "straight", “curly”, 'single', ``TeX'', «guillemets», „low“.

A quotation left open runs to the end of its paragraph, and one that opens the next paragraph goes on with it.
A single mark opens only before a word and closes only behind one, so that apostrophes stay apostrophes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from revtrack.model import Block, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression

# One of these is in a block that has a quotation between double marks, or between single ones.
_DOUBLES, _SINGLES = ("''", "``", *'"\u201c\u201d\u201e\u00ab\u00bb'), "'\u2018"
# An expression that begins with the mark itself, and looks behind it from there, passes over all else at once.
_DOUBLE = expression("[\"\u201c\u201d\u201e\u00ab\u00bb]|'(?=')'|`(?=`)`")
_OPENING, _CLOSING = "\u201c\u201e\u00ab``", "\u201d\u00bb"
_SINGLE_OPEN = expression(r"[\u2018'](?<![\w'\u2019].)(?!(?:em|tis|til|twas|cause|n)\b|\d\ds\b|['\s])", re.IGNORECASE)
_SINGLE_CLOSE = expression(r"['\u2019](?<=[\w.,!?\u2026)].)(?!\w)")


class Piece(NamedTuple):
    """The words between two marks: the span with its marks, the span without, and whether a mark closes it."""

    outer: Span
    inner: Span
    closed: bool


def find(text: str, blocks: Iterable[Block]) -> list[Piece]:
    """The quoted stretches of the blocks, in text order; quotations inside others are not listed."""
    pieces: list[Piece] = []
    for block in blocks:
        words = text[block.start : block.end]
        doubles = list(_doubles(text, block)) if any(map(words.__contains__, _DOUBLES)) else []
        singles = _singles(text, block, doubles) if any(map(words.__contains__, _SINGLES)) else ()
        pieces += sorted([*doubles, *singles], key=lambda piece: piece.outer)
    return pieces


def _doubles(text: str, block: Block) -> Iterator[Piece]:
    opened: re.Match[str] | None = None
    for match in _DOUBLE.finditer(text, block.start, block.end):
        if opened is None:
            opened = match if _opens(text, match) else None
        elif opened[0] == "\u201e" or _closes(text, match):
            yield from _piece(text, opened, match.start(), match.end(), closed=True)
            opened = None
    if opened:
        yield from _piece(text, opened, block.end, block.end, closed=False)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens; a closing one does before a word and behind a space: a typing error."""
    return mark[0] not in _CLOSING or (text[mark.end() : mark.end() + 1].isalnum() and _is_open(text, mark.start() - 1))


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark closes; an opening one does behind a word or stop and before a space."""
    if mark[0] not in _OPENING or mark[0] in _CLOSING:
        return True
    return not _is_open(text, mark.start() - 1) and _is_open(text, mark.end())


def _is_open(text: str, at: int) -> bool:
    """Whether a place is empty: white space, or the edge of the text."""
    return not 0 <= at < len(text) or text[at].isspace()


def _piece(text: str, opened: re.Match[str], inner_end: int, end: int, *, closed: bool) -> Iterator[Piece]:
    inner = Span(opened.end(), inner_end)
    if any(sign.isalnum() for sign in inner.of(text)):
        yield Piece(Span(opened.start(), end), inner, closed)


def _singles(text: str, block: Block, doubles: list[Piece]) -> Iterator[Piece]:
    """Pairs of single marks outside double ones."""
    taken = [piece.outer for piece in doubles]
    closings = _closings(text, block)
    position, at = block.start, 0
    while opened := _SINGLE_OPEN.search(text, position, block.end):
        position = opened.end()
        while at < len(taken) and taken[at].end <= opened.start():
            at += 1
        limit = taken[at].start if at < len(taken) else block.end
        if limit <= opened.start():
            position = taken[at].end
            continue
        closing = closings.first(position, min(limit, position + LONGEST))
        if closing is None:
            continue
        yield Piece(Span(opened.start(), closing + 1), Span(opened.end(), closing), True)
        position = closing + 1


class _Closings(NamedTuple):
    """Where single marks may close: `sure` behind a stop, comma or other letter than s, `any` behind an s too."""

    any: list[int]
    sure: list[int]

    def first(self, start: int, end: int) -> int | None:
        """The first sure mark of a stretch, else the first that may be a plural's apostrophe."""
        for places in (self.sure, self.any):
            at = bisect_left(places, start)
            if at < len(places) and places[at] < end:
                return places[at]
        return None


def _closings(text: str, block: Block) -> _Closings:
    places = [match.start() for match in _SINGLE_CLOSE.finditer(text, block.start, block.end)]
    return _Closings(places, [place for place in places if text[place - 1] not in "sS"])


LONGEST = 4000
