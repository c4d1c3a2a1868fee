"""The pieces of lines of a page in reading order: column by column, tables row by row.

A gutter is a strip that hardly any piece crosses. What crosses it (a headline over three columns, a picture's caption)
parts the page into bands, and each band is read for itself: first its left column, then the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from revtrack.intake.documents.pdf_lines import Segment

_GUTTER = 0.7  # of the letters' height that a gutter is wide at least
_CROSSING = 0.3  # of a region's pieces that may cross a gutter
_COLUMN = 3  # pieces that a column has at least, beside a gutter that something crosses
_SAME_ROW = 0.35
_CELL_WORDS = 3.5  # words of a cell on average; lines of the narrowest columns of papers have 4 and more
_DRAWN_ACROSS = 0.6  # of the neighbours in the rows of a table that are drawn one after the other
_MOST_CUTS = 60


@dataclass(slots=True)
class PageRegion:
    """Lines in one column, top to bottom, or the rows of a table."""

    lines: list[Segment]
    rows: list[list[Segment]]


def regions(pieces: Sequence[Segment], cuts: int = 0) -> list[PageRegion]:
    """The regions of a page in reading order."""
    if not pieces:
        return []
    if cuts > _MOST_CUTS or not _has_neighbours(pieces):
        return [PageRegion(sorted(pieces, key=lambda piece: -piece.base), [])]
    gutter = _gutter(pieces)
    if gutter is None:
        return [region for band in _bands(pieces) for region in regions(band, cuts + 1)] or []
    crossing = [piece for piece in pieces if piece.left < gutter < piece.right]
    if crossing:
        return [region for band in _between(pieces, crossing) for region in regions(band, cuts + 1)]
    if rows := _table(pieces):
        return [PageRegion([], rows)]
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    return [*regions(left, cuts + 1), *regions(right, cuts + 1)]


def _has_neighbours(pieces: Sequence[Segment]) -> bool:
    """Whether any two pieces stand side by side."""
    ordered = sorted(pieces, key=lambda piece: -piece.base)
    lowest: list[Segment] = []
    for piece in ordered:
        lowest = [other for other in lowest if other.base - piece.base < _SAME_ROW * max(other.size, piece.size)]
        if any(other.right <= piece.left or piece.right <= other.left for other in lowest):
            return True
        lowest.append(piece)
    return False


def _gutter(pieces: Sequence[Segment]) -> float | None:
    """Where the best gutter is: crossed by fewest pieces, then widest."""
    width = _GUTTER * median(piece.size for piece in pieces)
    edges = sorted({piece.right for piece in pieces})
    starts = sorted(piece.left for piece in pieces)
    best: tuple[int, float, float] | None = None
    for edge in edges:
        # The gap behind an edge ends where the next piece begins that is not over this edge.
        begin = next((left for left in starts if left >= edge), None)
        if begin is None or begin - edge < width:
            continue
        middle = (edge + begin) / 2
        crossing = sum(piece.left < middle < piece.right for piece in pieces)
        if crossing > _CROSSING * len(pieces):
            continue
        left = [piece for piece in pieces if piece.right <= middle]
        right = [piece for piece in pieces if piece.left >= middle]
        if crossing and (min(len(left), len(right)) < _COLUMN or not _beside(left, right)):
            continue
        key = (crossing, edge - begin, middle)
        best = min(best, key) if best else key
    return best[2] if best else None


def _beside(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether two columns stand beside one another, not one below the other."""
    top, bottom = max(piece.top for piece in left), min(piece.bottom for piece in left)
    return sum(bottom < piece.base < top for piece in right) >= _COLUMN - 1


def _between(pieces: Sequence[Segment], crossing: Sequence[Segment]) -> list[list[Segment]]:
    """Bands, from the top: pieces that cross the gutter, and what is between them."""
    across = {id(piece) for piece in crossing}
    bands: list[list[Segment]] = []
    kind = None
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if (id(piece) in across) != kind:
            kind = id(piece) in across
            bands.append([])
        bands[-1].append(piece)
    return bands if len(bands) > 1 else [[piece] for piece in pieces]


def _bands(pieces: Sequence[Segment]) -> list[list[Segment]]:
    """Bands of lines that have neighbours, and of those that have none."""
    bands: list[list[Segment]] = []
    kind = None
    for row in _rows(pieces):
        if (len(row) > 1) != kind:
            kind = len(row) > 1
            bands.append([])
        bands[-1] += row
    if len(bands) > 1:
        return bands
    rows = _rows(pieces)
    return rows if len(rows) > 1 else [[piece] for piece in pieces]


def _rows(pieces: Sequence[Segment]) -> list[list[Segment]]:
    """The pieces by the lines they stand on, from the top, each from the left."""
    rows: list[list[Segment]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and rows[-1][0].base - piece.base < _SAME_ROW * max(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _table(pieces: Sequence[Segment]) -> list[list[Segment]]:
    """The rows of a table, none where the pieces are columns of copy: those are drawn one after the other."""
    rows = _rows(pieces)
    pairs = [(left.drawn, right.drawn) for row in rows for left, right in pairwise(row)]
    across = sum(after == before + 1 for before, after in pairs)
    if across < _DRAWN_ACROSS * len(pairs):
        return []
    full = sum(len(row) > 1 for row in rows)
    words = fmean(len(piece.text.split()) for piece in pieces)
    return rows if len(rows) > 1 and full >= 0.7 * len(rows) and words <= _CELL_WORDS else []
