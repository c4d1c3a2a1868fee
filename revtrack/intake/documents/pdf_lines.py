"""Letters of a page into pieces of lines: what stands side by side with no more than a word's space between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

_SAME_LINE = 0.3  # of the letters' height that baselines may differ on one line
_WORD_SPACE = 0.17  # of the height: a gap that is a space; 0.22 is the narrowest of set type, kerning stays below 0.1
_DRAWN_GAP = 1.0  # of the height: the widest gap inside a line that is drawn in one go
_SPACED_GAP = 4.0  # the same behind a space that is drawn: narrow columns set to full width have gaps of 3
_LOOSE_GAP = 0.5  # the same where parts of a line are drawn apart; columns are 0.9 and more apart
_RAISED = 0.15
_SMALL = 0.78
_NOTE_SIGNS = frozenset("0123456789*\u2020\u2021\u00b9\u00b2\u00b3")
_LINE_END_HYPHEN = "\x02"  # PDFium's sign for a hyphen at a line's end


class Glyph(NamedTuple):
    """A letter: its left and right edge, the line it stands on, its height and whether it is bold."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class Segment:
    """A piece of a line."""

    left: float
    right: float
    base: float
    size: float
    bold: bool
    pieces: list[str] = field(default_factory=list)
    drawn: int = 0  # its place in the order in which the page is drawn

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(self.pieces)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.base - 0.25 * self.size


def segments(glyphs: Iterable[Glyph]) -> list[Segment]:
    """The pieces of lines that letters make, in the order in which they are drawn."""
    found: list[Segment] = []
    here: Segment | None = None
    for glyph in glyphs:
        if not glyph.text.strip() and glyph.text != _LINE_END_HYPHEN:
            if here and abs(glyph.base - here.base) < _SAME_LINE * here.size and here.pieces[-1] != " ":
                here.pieces.append(" ")
            continue
        if here and _is_note_sign(here, glyph):
            here.right = max(here.right, glyph.right)
            continue
        if here and _goes_on(here, glyph):
            _add(here, glyph)
        else:
            here = Segment(glyph.left, glyph.right, glyph.base, glyph.size, glyph.bold, [_sign(glyph)], len(found))
            found.append(here)
    return _joined([piece for piece in found if piece.text.strip()])


def _goes_on(here: Segment, glyph: Glyph) -> bool:
    if abs(glyph.base - here.base) > _SAME_LINE * max(here.size, glyph.size):
        return False
    widest = _SPACED_GAP if here.pieces[-1] == " " else _DRAWN_GAP
    return -_LOOSE_GAP * here.size < glyph.left - here.right < widest * here.size


def _is_note_sign(here: Segment, glyph: Glyph) -> bool:
    """Whether a letter is a raised figure behind a word: the mark of a footnote."""
    raised = glyph.base - here.base
    return (
        glyph.text in _NOTE_SIGNS
        and glyph.size < _SMALL * here.size
        and _RAISED * here.size < raised < here.size
        and -_LOOSE_GAP * here.size < glyph.left - here.right < _LOOSE_GAP * here.size
        and not here.text.rstrip().endswith((" m", " km", " cm", " ft"))
    )


def _add(here: Segment, glyph: Glyph) -> None:
    if glyph.left - here.right > _WORD_SPACE * here.size and here.pieces[-1] != " ":
        here.pieces.append(" ")
    here.pieces.append(_sign(glyph))
    here.right = max(here.right, glyph.right)
    here.bold = here.bold and glyph.bold
    here.size = max(here.size, glyph.size)


def _sign(glyph: Glyph) -> str:
    return "-" if glyph.text == _LINE_END_HYPHEN else glyph.text


def _joined(found: list[Segment]) -> list[Segment]:
    """The pieces with those of one line as one that were drawn apart but stand no further apart than words."""
    joined: list[Segment] = []
    for piece in sorted(found, key=lambda piece: (-round(piece.base), piece.left)):
        above = joined[-1] if joined else None
        if (
            above
            and abs(above.base - piece.base) <= _SAME_LINE / 2 * piece.size
            and -_WORD_SPACE * piece.size <= piece.left - above.right < _LOOSE_GAP * piece.size
            and abs(above.size - piece.size) < 0.3 * piece.size
        ):
            gap = piece.left - above.right > _WORD_SPACE * piece.size and above.pieces[-1] != " "
            above.pieces += [*([" "] if gap else []), *piece.pieces]
            above.right = max(above.right, piece.right)
            above.bold = above.bold and piece.bold
        else:
            joined.append(piece)
    return joined
