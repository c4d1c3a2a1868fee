"""Front matter of a file: `title: Toll rises` is a field that readers see, `draft: true` is data.

YAML between `---` lines (or closed by `...`), TOML between `+++` lines, or one JSON object that the file opens with.
`pieces` says where the readers' words are in the file, `field_values` what the values are.
"""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.text.front_matter import fences
from revtrack.text.front_matter.piece import FrontMatterPiece

__all__ = ["FrontMatterPiece", "end", "headline", "pieces"]

_HEADLINES = ("headline", "title")


def pieces(text: str) -> Iterator[FrontMatterPiece]:
    """The fields and the lines of data in text order; the last one is the closing fence. Empty without front matter."""
    found = fences.find(text)
    if not found:
        return
    from revtrack.text.front_matter import field_lines, json_fields

    yield FrontMatterPiece("data", "", 0, found.start)
    yield from (json_fields if found.form == "json" else field_lines).read(text, found.start, found.stop)
    yield FrontMatterPiece("data", "", found.stop, found.end)


def end(text: str) -> int:
    """Where the front matter ends and the copy begins; 0 without any."""
    found = fences.find(text)
    return found.end if found else 0


def headline(text: str) -> FrontMatterPiece | None:
    """The field that is the headline of the article."""
    titles = [piece for piece in pieces(text) if piece.key in _HEADLINES and piece.start < piece.end]
    return min(titles, key=lambda piece: (_HEADLINES.index(piece.key), piece.start), default=None)
