"""Fields of front matter in JSON: the strings of the object that readers see, each in its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from revtrack import lexicon
from revtrack.text.front_matter.piece import FrontMatterPiece

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?|[\[\]{}]')
_LINE = re.compile(r"[^\r\n]+")
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
    words = lexicon.words("fields")
    for token in _TOKEN.finditer(text, start, stop):
        if token[0] in ("{", "["):
            keys.append("")
        elif token[0] in ("}", "]"):
            keys.pop()
        elif token[2]:
            keys[-1] = token[1].lower()
        elif keys[0] in words and all(not key or key in words or key in _NAMES for key in keys[1:]):
            yield FrontMatterPiece("field", keys[0], *token.span(1))
