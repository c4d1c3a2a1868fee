"""Running heads and feet of pages: lines at the edges that come back on other pages, page numbers, print marks."""

from __future__ import annotations

import re
from collections import Counter

from revtrack.intake.documents.pdf_lines import Segment

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:page |p\. ?|[-\u2013\u2014] ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?(?: ?[-\u2013\u2014])?", re.IGNORECASE
)
# What browsers print over and under a page.
_PRINTED = re.compile(
    r"(?:https?|file):\S+(?: \d+/\d+)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[:.]\d{2}.*", re.IGNORECASE
)
_AT_EDGE = 2  # lines at the top and at the bottom that are looked at
_SMALL = 0.85  # of the size of the copy
_APART = 2.0  # of its own size from the next line
_SHARE = 0.4  # of the pages that a running head comes back on; left and right pages may have one each


def without_running(pages: list[list[Segment]]) -> list[list[Segment]]:
    """The pages without their running heads and feet."""
    met: Counter[tuple[str, bool]] = Counter()
    for page in pages:
        met.update({(_shape(piece), upper) for upper in (True, False) for piece in _edge(page, upper=upper)})
    enough = max(2, _SHARE * len(pages))
    running = {key for key, times in met.items() if times >= enough}
    size = usual_size(pages)
    return [_kept(page, running, size, alone=len(pages) == 1) for page in pages]


def _kept(page: list[Segment], running: set[tuple[str, bool]], size: float, *, alone: bool) -> list[Segment]:
    dropped = _small_head(page, size)
    for upper in (True, False):
        edge = _edge(page, upper=upper)
        outermost = edge[0].base if edge else 0
        for piece in edge:
            text = " ".join(piece.text.split())
            is_number = _NUMBER.fullmatch(text) and (not alone or not upper) and _is_apart(piece, page)
            is_mark = _PRINTED.fullmatch(text) or is_number
            if (_shape(piece), upper) in running or (is_mark and abs(piece.base - outermost) < piece.size):
                dropped.add(id(piece))
        if any(id(piece) in dropped for piece in edge):
            # What shares the line of a page number is part of the running line: a title, an address.
            dropped.update(
                id(piece)
                for piece in edge
                if abs(piece.base - outermost) < 1 and _is_printed_line([one.text for one in edge])
            )
    return [piece for piece in page if id(piece) not in dropped]


def _is_apart(piece: Segment, page: list[Segment]) -> bool:
    """Whether a piece has its line for itself, and room around it: a page number, not the last cell of a table."""
    return not any(other is not piece and abs(other.base - piece.base) < _APART * piece.size for other in page)


def usual_size(pages: list[list[Segment]]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for piece in page:
            sizes[piece.size] += len(piece.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _small_head(page: list[Segment], size: float) -> set[int]:
    """The topmost line of a page where it is small and stands apart: the name of a paper over its only page."""
    if not page:
        return set()
    top = max(page, key=lambda piece: piece.base)
    line = [piece for piece in page if abs(piece.base - top.base) < 0.5 * top.size]
    below = max((piece.base for piece in page if piece not in line), default=None)
    is_apart = below is not None and top.base - below > _APART * top.size
    return {id(piece) for piece in line} if is_apart and all(piece.size < _SMALL * size for piece in line) else set()


def _is_printed_line(texts: list[str]) -> bool:
    return any(_PRINTED.fullmatch(" ".join(text.split())) for text in texts)


def _edge(page: list[Segment], *, upper: bool) -> list[Segment]:
    """The pieces on the outermost lines of a page, the outermost first."""
    ordered = sorted(page, key=lambda piece: -piece.base if upper else piece.base)
    lines: list[float] = []
    found = []
    for piece in ordered:
        if not lines or abs(piece.base - lines[-1]) > 0.5 * piece.size:
            lines.append(piece.base)
        if len(lines) > _AT_EDGE:
            break
        found.append(piece)
    return found


def _shape(piece: Segment) -> str:
    return _DIGITS.sub("#", " ".join(piece.text.split()).lower())
