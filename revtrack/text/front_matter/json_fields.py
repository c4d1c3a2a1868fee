"""Fields of front matter in JSON: the strings of the object that readers see, each in its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.text.expressions import expression
from revtrack.text.front_matter.field_values import is_caption, is_field
from revtrack.text.front_matter.piece import FrontMatterPiece

_TOKEN = expression(r'"((?:[^"\\]|\\.)*)"(\s*:)?|[\[\]{}]')
_LINE = expression(r"[^\r\n]+")
_NAMES = ("name",)


def read(text: str, start: int, stop: int) -> Iterator[FrontMatterPiece]:
    """The pieces of an object's inside, which is known to be sound."""
    strings = list(_strings(text, start, stop))
    place = 0
    for line in _LINE.finditer(text, start, stop):
        first = place
        while place < len(strings) and strings[place].start < line.end():
            place += 1
        yield from strings[first:place] or [FrontMatterPiece("data", "", *line.span())]


def _strings(text: str, start: int, stop: int) -> Iterator[FrontMatterPiece]:
    """The strings of fields: `"title": "..."`, `"authors": ["..."]`, `"authors": [{"name": "..."}]`."""
    keys = [""]
    for token in _TOKEN.finditer(text, start, stop):
        if token[0] in ("{", "["):
            keys.append("")
        elif token[0] in ("}", "]"):
            keys.pop()
        elif token[2]:
            keys[-1] = token[1].lower()
        elif is_caption(keys[-1]) or (is_field(keys[0]) and all(_is_seen(key) for key in keys[1:])):
            yield FrontMatterPiece("field", keys[0] if is_field(keys[0]) else keys[-1], *token.span(1))


def _is_seen(key: str) -> bool:
    return not key or is_field(key) or key in _NAMES
